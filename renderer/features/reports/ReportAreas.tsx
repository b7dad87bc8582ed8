import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { DayReportForm } from '#renderer/documents/lists/printed-lists.ts';
import type { AreaReport } from '#shared/domain/report/day-report.ts';
import { SessionPeople } from './SessionPeople.tsx';
import { SessionTable } from './SessionTable.tsx';
import { useAreaName } from './use-report-texts.ts';

interface ReportAreasProps {
  readonly areas: readonly AreaReport[];
  readonly form: DayReportForm;
}

/** The sessions by programme area: a line each, or with their people. */
export function ReportAreas({ areas, form }: ReportAreasProps) {
  const areaName = useAreaName();
  return areas.map(({ area, sessions }) => (
    <Box
      component="section"
      key={area}
      sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}
    >
      <Typography variant="h2">{areaName(area)}</Typography>
      {form === 'names' ? (
        sessions.map((report) => <SessionPeople key={report.session.id} report={report} />)
      ) : (
        <SessionTable sessions={sessions} label={areaName(area)} />
      )}
    </Box>
  ));
}
