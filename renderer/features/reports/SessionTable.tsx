import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { SessionReport } from '#shared/domain/report/day-report.ts';
import { SessionName, SessionState, SessionTimes } from './SessionHead.tsx';
import { tableFrame, tableStyle } from './table-style.ts';

interface SessionTableProps {
  readonly sessions: readonly SessionReport[];
  readonly label: string;
}

const figures = ['attendances', 'walkIns', 'heads', 'excused', 'absent', 'notRecorded'] as const;

/** Sessions with their figures, a line each. */
export function SessionTable({ sessions, label }: SessionTableProps) {
  const { t } = useTranslation('reports');
  return (
    <Sheet padded={false} sx={tableFrame}>
      <Box component="table" aria-label={label} sx={tableStyle}>
        <thead>
          <tr>
            <Box component="th" scope="col" sx={{ width: 128 }}>
              {t('column.time')}
            </Box>
            <th scope="col">{t('column.session')}</th>
            {figures.map((figure) => (
              <Box component="th" scope="col" className="figure" key={figure} sx={{ width: 112 }}>
                {figure === 'walkIns' || figure === 'heads' ? t(`column.${figure}`) : t(`sums.${figure}`)}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {sessions.map((report) => (
            <Row key={report.session.id} report={report} />
          ))}
        </tbody>
      </Box>
    </Sheet>
  );
}

/** Of a session without a record only who is missing one is told. */
function Row({ report }: { readonly report: SessionReport }) {
  const { state, sums } = report;
  const silent = state !== 'held' && sums.attendances + sums.excused + sums.absent === 0;
  return (
    <tr>
      <Box component="td" sx={{ whiteSpace: 'nowrap', fontWeight: 600 }}>
        <SessionTimes report={report} />
      </Box>
      <th scope="row">
        <SessionName report={report} />
      </th>
      {silent ? (
        <>
          <Box component="td" colSpan={5} className="figure">
            <SessionState report={report} />
          </Box>
          <td className="figure">{state === 'called-off' ? '' : sums.notRecorded}</td>
        </>
      ) : (
        figures.map((figure) => (
          <Box
            component="td"
            className="figure"
            key={figure}
            sx={figure === 'attendances' ? { fontWeight: 600 } : {}}
          >
            {sums[figure]}
          </Box>
        ))
      )}
    </tr>
  );
}
