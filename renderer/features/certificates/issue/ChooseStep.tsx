import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { usePaperLanguageName } from '#renderer/i18n/use-paper-language-name.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { Shortcut } from '#renderer/ui/Shortcut.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { useControlKeys } from '#renderer/ui/use-control-keys.ts';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import { DueMark } from './DueMark.tsx';
import type { DueRow } from './due-rows.ts';

interface ChooseStepProps {
  readonly group: CourseGroupEntry;
  readonly rows: readonly DueRow[];
  /** Percent that the offer asks for; `null`: what counts is not how often somebody came. */
  readonly minimum: number | null;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  /** Those whose certificate is to have no translation; `undefined`: nobody's has one. */
  readonly apart: ReadonlySet<string> | undefined;
  /** A row was opened. */
  readonly onOpen: (row: DueRow) => void;
  /** `undefined` while what the certificates are about is not complete. */
  readonly onCheck: (() => void) | undefined;
  /** What is chosen for all of them, beside the list. */
  readonly children: ReactNode;
}

const rowKey = ({ participantId }: DueRow): string => participantId;
const order = { due: 0, undecided: 1, 'not-due': 2 } as const;

function useColumns(
  minimum: number | null,
  apart: ReadonlySet<string> | undefined,
): readonly Column<DueRow>[] {
  const { t } = useTranslation('certificates');
  const languageName = usePaperLanguageName();
  return useMemo(() => {
    const translation = ({ participantId, language }: DueRow): string =>
      language === 'de' || apart?.has(participantId) ? t('due.untranslated') : languageName(language);
    return [
      {
        key: 'name',
        label: t('due.name'),
        width: '2fr',
        render: ({ name }: DueRow) => name,
        sortBy: ({ name }: DueRow) => name,
      },
      {
        key: 'reason',
        label: t('due.reason'),
        width: '2fr',
        render: (row: DueRow) =>
          (minimum !== null || !row.selectable) && <DueMark facts={row} minimum={minimum ?? 0} />,
        sortBy: ({ verdict }: DueRow) => order[verdict.due],
      },
      {
        key: 'units',
        label: t('due.units'),
        width: 108,
        render: ({ sums }: DueRow) => t('due.unitsValue', { attended: sums.attended, offered: sums.offered }),
        sortBy: ({ sums }: DueRow) => sums.attended,
      },
      {
        key: 'share',
        label: t('due.share'),
        width: 92,
        render: ({ percent }: DueRow) => t('due.shareValue', { percent }),
        sortBy: ({ percent }: DueRow) => percent,
      },
      {
        key: 'issued',
        label: t('due.issued'),
        width: '1.4fr',
        render: ({ issuedOn }: DueRow) =>
          issuedOn === null ? '' : t('due.issuedOn', { date: germanDate(issuedOn) }),
        sortBy: ({ issuedOn }: DueRow) => issuedOn ?? '',
      },
      ...(apart
        ? [
            {
              ...{ key: 'translation', label: t('due.translation'), width: 140 },
              render: translation,
              sortBy: translation,
            },
          ]
        : []),
    ];
  }, [t, languageName, minimum, apart]);
}

/**
 * Who gets a certificate: those who are due it are selected; others can't be, and the list says why. A row opens to what
 * is decided for one person.
 */
export function ChooseStep(props: ChooseStepProps) {
  const { group, rows, minimum, selected, onSelect, apart, onOpen, onCheck, children } = props;
  const { t } = useTranslation('certificates');
  const { t: common } = useTranslation('common');
  const { commands } = useServices();
  const say = useNotice();
  const columns = useColumns(minimum, apart);
  const mayIssue = commands.allows('certificate.issue');
  const due = useMemo(() => new Set(rows.filter(({ selectable }) => selectable).map(rowKey)), [rows]);
  const ready = onCheck !== undefined && selected.size > 0;
  const select = (wanted: ReadonlySet<string>): void => {
    const kept = new Set([...wanted].filter((id) => due.has(id)));
    onSelect(kept);
    // All of a list are selected at once without a word; the single refused one is told.
    if (kept.size < wanted.size && wanted.size - selected.size === 1) say(t('due.cannotSelect'));
  };
  const check = (): void => {
    if (mayIssue && ready) onCheck();
  };
  useControlKeys({ Enter: check });
  if (rows.length === 0) {
    return (
      <Sheet>
        <EmptyState
          icon={<GroupsOutlined />}
          title={t('due.emptyTitle')}
          text={t('due.emptyText')}
          action={
            <Button variant="contained" component={RouterLink} to={`/courses/groups/${group.id}`}>
              {t('due.toGroup')}
            </Button>
          }
        />
      </Sheet>
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {mayIssue ? (
        <>
          <Typography sx={{ color: 'text.secondary' }}>
            {minimum === null ? t('due.summaryTested') : t('due.summary', { minimum })}
          </Typography>
          {children}
        </>
      ) : (
        <Alert severity="info">{t('due.mayNotIssue')}</Alert>
      )}
      <Sheet padded={false}>
        <VirtualTable
          rows={rows}
          columns={columns}
          rowKey={rowKey}
          selected={mayIssue ? selected : undefined}
          onSelect={mayIssue ? select : undefined}
          onOpen={mayIssue || commands.allows('certificate.decide') ? onOpen : undefined}
          label={t('due.label', { group: group.name })}
          maxHeight="max(280px, calc(100dvh - 392px))"
        />
      </Sheet>
      {mayIssue && (
        <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 2 }}>
          <Typography role="status" variant="body2" sx={{ color: 'text.secondary' }}>
            {t('due.selected', { count: selected.size })}
          </Typography>
          <Shortcut label={t('due.check')} keys={common('keys.ctrl', { key: common('keys.enter') })}>
            <Button
              variant="contained"
              aria-disabled={!ready}
              onClick={check}
              sx={{ '&[aria-disabled="true"]': { opacity: 0.5 } }}
            >
              {t('due.check')}
            </Button>
          </Shortcut>
        </Box>
      )}
    </Box>
  );
}
