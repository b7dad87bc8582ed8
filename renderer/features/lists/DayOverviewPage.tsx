import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { MakePdf } from '#renderer/documents/desk/use-made-pdf.ts';
import { makeLists } from '#renderer/documents/make-documents.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { plannedBetween } from '#shared/domain/timetable/planned.ts';
import { PrintPage } from './PrintPage.tsx';
import { dayOverview } from './print-data.ts';
import { printScope } from './print-scope.ts';
import { useScopeText } from './use-scope-text.ts';

/** `/print/day?day=…`: every session of a day by time. */
export function DayOverviewPage() {
  const { t } = useTranslation('lists');
  const services = useServices();
  const scopeText = useScopeText();
  const [search] = useSearchParams();
  const { from: day } = printScope(search, services.clock.today());
  const make = useCallback<MakePdf>(
    async (options) => {
      const sessions = await plannedBetween(services.directory, day, day);
      return makeLists(await dayOverview(services, day, sessions), options);
    },
    [services, day],
  );
  return (
    <PrintPage
      title={t('overview.title')}
      about={scopeText({ from: day, to: day, week: null })}
      back={{ label: t('back.today'), to: '/' }}
      kind="day-overview"
      landscape={false}
      working={t('working')}
      make={make}
    />
  );
}
