import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { tableFrame, tableStyle } from './table-style.ts';
import { useAreaName } from './use-report-texts.ts';

const measures = [
  ...(['attendances', 'walkIns', 'heads', 'people', 'excused', 'absent', 'notRecorded'] as const),
  ...(['held', 'calledOff', 'unrecorded'] as const),
];
/** Divide the line above them. */
const parts: ReadonlySet<string> = new Set(['walkIns', 'heads']);

/** A line for every figure, a column for every programme area and the day. */
export function ReportSummary({ report }: { readonly report: DayReport }) {
  const { t } = useTranslation('reports');
  const areaName = useAreaName();
  const columns = [...report.areas.map(({ sums }) => sums), report.sums];
  return (
    <Sheet padded={false} sx={tableFrame}>
      <Box
        component="table"
        aria-label={t('summary')}
        sx={{ ...tableStyle, '& th, & td': { ...tableStyle['& th, & td'], height: 28, py: 0.25 } }}
      >
        <thead>
          <tr>
            <th scope="col">{t('figure')}</th>
            {report.areas.map(({ area }) => (
              <th key={area} scope="col" className="figure">
                {areaName(area)}
              </th>
            ))}
            <th scope="col" className="figure">
              {t('wholeDay')}
            </th>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <Box
              component="tr"
              key={measure}
              sx={{
                ...(measure === 'attendances' ? { '& > *': { fontWeight: '700 !important' } } : {}),
                '& > td:last-of-type': { fontWeight: 600 },
              }}
            >
              <Box component="th" scope="row" sx={parts.has(measure) ? { pl: '32px !important' } : {}}>
                {t(`sums.${measure}`)}
              </Box>
              {columns.map((sums, at) => (
                <td key={report.areas[at]?.area ?? `day-${at}`} className="figure">
                  {sums[measure]}
                </td>
              ))}
            </Box>
          ))}
        </tbody>
      </Box>
    </Sheet>
  );
}
