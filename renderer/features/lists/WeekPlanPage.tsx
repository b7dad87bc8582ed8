import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { MakePdf } from '#renderer/documents/desk/use-made-pdf.ts';
import { makeLists } from '#renderer/documents/make-documents.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { mondayOf, weekName } from '#shared/domain/calendar/weeks.ts';
import { plannedBetween } from '#shared/domain/timetable/planned.ts';
import { PrintPage } from './PrintPage.tsx';
import { weekPlan } from './print-data.ts';
import { printScope } from './print-scope.ts';
import { useScopeText } from './use-scope-text.ts';

const layouts = ['all', 'rooms'] as const;

/** `/print/week?week=2026-W48&layout=all|rooms`: the week in all rooms, or a page for the door of each. */
export function WeekPlanPage() {
  const { t } = useTranslation('lists');
  const services = useServices();
  const scopeText = useScopeText();
  const [search, setSearch] = useSearchParams();
  const monday = mondayOf(printScope(search, services.clock.today()).from);
  const layout = layouts.find((name) => name === search.get('layout')) ?? 'all';
  const week = weekName(monday);
  const make = useCallback<MakePdf>(
    async (options) => {
      const sessions = await plannedBetween(services.directory, monday, addDays(monday, 6));
      return makeLists(await weekPlan(services, { monday, layout }, sessions), options);
    },
    [services, monday, layout],
  );
  return (
    <PrintPage
      title={t('plan.title')}
      about={scopeText({ from: monday, to: addDays(monday, 6), week })}
      back={{ label: t('back.week'), to: `/courses/week?week=${week}` }}
      kind="week-plan"
      landscape
      working={t('working')}
      make={make}
    >
      <ToggleButtonGroup
        exclusive
        size="small"
        value={layout}
        aria-label={t('plan.layout')}
        onChange={(_event, name: (typeof layouts)[number] | null) => {
          if (name !== null) setSearch({ week, layout: name }, { replace: true });
        }}
        sx={{ ml: 'auto' }}
      >
        {layouts.map((name) => (
          <ToggleButton key={name} value={name} sx={{ minHeight: 40, px: 2 }}>
            {t(`plan.layouts.${name}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </PrintPage>
  );
}
