import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import { ownScript } from '#shared/domain/names/full-name.ts';
import type { ReportLine, SessionReport } from '#shared/domain/report/day-report.ts';
import { SessionName, SessionState, SessionTimes } from './SessionHead.tsx';
import { tableFrame, tableStyle } from './table-style.ts';
import { useMarkText, useNoteText } from './use-report-texts.ts';

/** A session with everybody in it. */
export function SessionPeople({ report }: { readonly report: SessionReport }) {
  const { t } = useTranslation('reports');
  const id = useId();
  const { lines, heads, state } = report;
  return (
    <Sheet padded={false}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', md: '116px minmax(0, 1fr) auto' },
          alignItems: 'center',
          columnGap: 1.5,
          px: 1.5,
          py: 1,
          bgcolor: 'action.hover',
        }}
      >
        <Box component="span" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
          <SessionTimes report={report} />
        </Box>
        <Box component="h3" id={id} sx={{ m: 0, font: 'inherit', fontSize: '0.875rem' }}>
          <SessionName report={report} />
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, fontSize: '0.875rem' }}>
          <SessionState report={report} />
          <Figures report={report} />
        </Box>
      </Box>
      <Box sx={tableFrame}>
        {lines.length > 0 && <People lines={lines} labelledBy={id} />}
        {(heads > 0 || (lines.length === 0 && state !== 'called-off')) && (
          <Box sx={{ px: 1.5, py: 1, fontSize: '0.875rem', color: 'text.secondary' }}>
            {heads > 0 ? t('headsOnly', { count: heads }) : t('nobody')}
          </Box>
        )}
      </Box>
    </Sheet>
  );
}

/** The session's figures that are not nothing. */
function Figures({ report: { sums } }: { readonly report: SessionReport }) {
  const { t } = useTranslation('reports');
  return (['attendances', 'excused', 'absent', 'notRecorded'] as const)
    .filter((figure) => sums[figure] > 0)
    .map((figure) => (
      <Box component="span" key={figure} sx={{ fontWeight: figure === 'attendances' ? 600 : 400 }}>
        {t('figures', { figure: t(`sums.${figure}`), count: sums[figure] })}
      </Box>
    ));
}

function People({
  lines,
  labelledBy,
}: {
  readonly lines: readonly ReportLine[];
  readonly labelledBy: string;
}) {
  const { t } = useTranslation('reports');
  return (
    <Box
      component="table"
      aria-labelledby={labelledBy}
      sx={{ ...tableStyle, tableLayout: 'fixed', minWidth: 760 }}
    >
      <thead>
        <tr>
          <th scope="col">{t('column.family')}</th>
          <th scope="col">{t('column.given')}</th>
          <th scope="col">{t('column.original')}</th>
          <Box component="th" scope="col" sx={{ width: '34%' }}>
            {t('column.status')}
          </Box>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Person key={line.id} line={line} />
        ))}
      </tbody>
    </Box>
  );
}

function Person({ line }: { readonly line: ReportLine }) {
  const { t } = useTranslation('reports');
  const markText = useMarkText();
  const noteText = useNoteText();
  const { id, kind, name, mark } = line;
  const note = noteText(line);
  const given = <bdi>{name === null ? t('unknown') : name.given}</bdi>;
  return (
    <tr>
      <Box component="td" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        <bdi>{name?.family}</bdi>
      </Box>
      <Box component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
        {kind === 'participant' && name !== null ? (
          <Link component={RouterLink} to={`/people/${id}`} underline="hover">
            {given}
          </Link>
        ) : (
          given
        )}
      </Box>
      <td>
        <bdi dir="auto">{name && ownScript(name)}</bdi>
      </td>
      <td>
        <Box
          component="span"
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5 }}
        >
          <StatusMark status={mark.mark} label={markText(mark)} />
          {note !== undefined && (
            <Box component="span" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
              {note}
            </Box>
          )}
        </Box>
      </td>
    </tr>
  );
}
