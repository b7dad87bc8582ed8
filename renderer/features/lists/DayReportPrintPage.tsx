import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { MakePdf } from '#renderer/documents/desk/use-made-pdf.ts';
import { printedDayReport } from '#renderer/documents/lists/printed-day-report.ts';
import type { DayReportForm } from '#renderer/documents/lists/printed-lists.ts';
import { makeLists } from '#renderer/documents/make-documents.ts';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import type { DayReport } from '#shared/domain/report/day-report.ts';
import { loadDayReport } from '#shared/domain/report/load-day-report.ts';
import { NothingToPrint } from './NothingToPrint.tsx';
import { PrintPage } from './PrintPage.tsx';
import { printedBy } from './print-data.ts';
import { printScope } from './print-scope.ts';
import { useScopeText } from './use-scope-text.ts';

/** `/print/report?day=…&form=counts|names`: who came where on a day. */
export function DayReportPrintPage() {
  const { t } = useTranslation('lists');
  const services = useServices();
  const failureText = useFailureText();
  const [search] = useSearchParams();
  const { from: day } = printScope(search, services.clock.today());
  const form: DayReportForm = search.get('form') === 'names' ? 'names' : 'counts';
  // Read once: a report in print does not change.
  const report = useLoaded([], () => loadDayReport(services, day), [day]);
  const back = { label: t('back.report'), to: `/reports/day?date=${day}&form=${form}` };
  const title = t('report.title');
  if (form === 'names' && !services.commands.allows('dayReport.giveNames')) {
    const text = failureText({ code: 'role' });
    return <NothingToPrint title={title} back={back} heading={t('report.denied')} text={text} />;
  }
  if (report?.date !== day) return null;
  if (report.areas.length === 0)
    return (
      <NothingToPrint
        title={title}
        back={back}
        heading={t('report.emptyTitle')}
        text={t('report.emptyText')}
      />
    );
  return <ReportPages report={report} form={form} back={back} />;
}

interface ReportPagesProps {
  readonly report: DayReport;
  readonly form: DayReportForm;
  readonly back: { readonly label: string; readonly to: string };
}

function ReportPages({ report, form, back }: ReportPagesProps) {
  const { t } = useTranslation('lists');
  const services = useServices();
  const scopeText = useScopeText();
  const make = useCallback<MakePdf>(
    async (options) => {
      const printed = printedDayReport(report, { ...(await printedBy(services)), form });
      return makeLists(printed, options);
    },
    [services, report, form],
  );
  const ids = report.areas.flatMap(({ sessions }) => sessions.map(({ session }) => session.id));
  const day = scopeText({ from: report.date, to: report.date, week: null });
  return (
    <PrintPage
      title={t('report.title')}
      about={t('report.about', { day, form: t(`report.${form}`) })}
      back={back}
      kind="day-report"
      landscape={false}
      working={t('working')}
      make={make}
      noted={() =>
        services.commands.execute(form === 'names' ? 'dayReport.giveNames' : 'dayReport.giveCounts', { ids })
      }
    />
  );
}
