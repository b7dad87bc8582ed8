import PrintOutlined from '@mui/icons-material/PrintOutlined';
import SaveAltOutlined from '@mui/icons-material/SaveAltOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { Shortcut } from '#renderer/ui/Shortcut.tsx';
import { useControlKeys } from '#renderer/ui/use-control-keys.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { loadDayReport } from '#shared/domain/report/load-day-report.ts';
import { DayBar } from './DayBar.tsx';
import { ReportAreas } from './ReportAreas.tsx';
import { ReportSummary } from './ReportSummary.tsx';
import { type ReportAddress, useReportAddress } from './use-report-address.ts';
import { useSaveReport } from './use-save-report.ts';

/** `/reports` and `/reports/day?date=2026-11-20`: who came where on a day, by programme area. */
export function DayReportPage() {
  const { t } = useTranslation('reports');
  const services = useServices();
  const address = useReportAddress();
  const { date, form } = address;
  const report = useLoaded(
    ['session', 'attendanceSheet', 'enrolment', 'participant', 'courseGroup', 'offer'],
    () => loadDayReport(services, date),
    [date],
  );
  const shown = report?.date === date && report.areas.length > 0 ? report : undefined;
  return (
    <Page title={t('title')} actions={shown && <ReportActions key={date} report={shown} form={form} />}>
      <DayBar {...address} />
      {report?.date === date && (shown ? <Report report={shown} form={form} /> : <NoSession {...address} />)}
    </Page>
  );
}

interface ShownReport {
  readonly report: DayReport;
  readonly form: ReportAddress['form'];
}

/** The ways out of the app, in the form that is on the screen. */
function ReportActions({ report, form }: ShownReport) {
  const { t } = useTranslation('reports');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const navigate = useNavigate();
  const { save, isSaving, refusal } = useSaveReport(report, form);
  const pages = `/print/report?day=${report.date}&form=${form}`;
  useControlKeys({ s: () => void save(), p: () => void navigate(pages) });
  return (
    <>
      <Shortcut label={t('save')} keys={common('keys.ctrl', { key: 'S' })}>
        <Button
          variant="outlined"
          startIcon={<SaveAltOutlined />}
          aria-disabled={isSaving}
          onClick={() => void save()}
        >
          {isSaving ? t('saving') : t('save')}
        </Button>
      </Shortcut>
      <Shortcut label={t('print')} keys={common('keys.ctrl', { key: 'P' })}>
        <Button variant="contained" startIcon={<PrintOutlined />} component={Link} to={pages}>
          {t('print')}
        </Button>
      </Shortcut>
      {refusal && (
        <Alert severity="error" sx={{ flexBasis: '100%' }}>
          {failureText(refusal)}
        </Alert>
      )}
    </>
  );
}

function Report({ report, form }: ShownReport) {
  const { t } = useTranslation('reports');
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Alert role="note" severity={form === 'names' ? 'warning' : 'info'} sx={{ py: 0 }}>
        {t(form === 'names' ? 'namesHint' : 'countsHint')}
      </Alert>
      <Box component="section">
        <Typography variant="h2" sx={{ mb: 1 }}>
          {t('summary')}
        </Typography>
        <ReportSummary report={report} />
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1, maxWidth: '130ch' }}>
          {t('note')}
        </Typography>
      </Box>
      <ReportAreas areas={report.areas} form={form} />
    </Box>
  );
}

/** What belongs here, and the way to a day that has it. */
function NoSession({ today, date, go }: ReportAddress) {
  const { t } = useTranslation('reports');
  return (
    <Sheet>
      <EmptyState
        title={t('empty.title')}
        text={t('empty.text')}
        action={
          date !== today && (
            <Button variant="contained" onClick={() => go({ date: today })}>
              {t('empty.today')}
            </Button>
          )
        }
      />
    </Sheet>
  );
}
