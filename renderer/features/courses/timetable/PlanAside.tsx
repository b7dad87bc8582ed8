import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useDeferredValue, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntries, useLoaded, useServices } from '#renderer/services/use-services.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import { type GroupValues, groupOf } from '../group-values.ts';
import { ClashList } from './ClashList.tsx';
import { ModuleDays } from './ModuleDays.tsx';
import { type Plan, planOf } from './plan.ts';
import { weekdayOfDay } from './timetable-values.ts';
import { useClashes } from './use-clashes.ts';

interface PlanAsideProps {
  readonly group: CourseGroupEntry | undefined;
  readonly values: GroupValues;
  readonly onEndsOn: (day: string) => void;
}

const newGroup = 'new';

/** Beside the form, before anything is saved: what it would plan, and what is taken at the same time. */
export function PlanAside({ group, values, onEndsOn }: PlanAsideProps) {
  const { t } = useTranslation('courses');
  const { clock } = useServices();
  const heading = useId();
  const plan = usePlan(group, useDeferredValue(values));
  const today = clock.today();
  const lead = groupOf(values).lead;
  const coming = useMemo(
    () =>
      (plan?.sessions ?? [])
        .filter(({ value }) => group === undefined || value.date >= today)
        .map(({ id, value }) => ({ ...value, id, lead: value.lead ?? lead })),
    [plan, lead, group, today],
  );
  const clashes = useClashes(group?.id ?? newGroup, coming);
  if (values.planning === 'single') return null;
  return (
    <Box component="section" aria-labelledby={heading} sx={asideLook}>
      <Typography variant="h2" id={heading}>
        {t('plan.title')}
      </Typography>
      {plan === undefined ? (
        <Typography sx={{ color: 'text.secondary' }}>{t('plan.incomplete')}</Typography>
      ) : (
        <>
          <PlanSums plan={plan} everyWeeks={values.everyWeeks} />
          <TooShort plan={plan} values={values} onEndsOn={onEndsOn} />
          {group && <WhatChanges plan={plan} />}
          <ClashList clashes={clashes} />
          <Holidays plan={plan} />
          <ModuleDays offerId={values.offerId} sessions={plan.sessions} />
        </>
      )}
    </Box>
  );
}

/** The plan of the form, with what is stored of an existing group's sessions. */
function usePlan(group: CourseGroupEntry | undefined, values: GroupValues): Plan | undefined {
  const { records, clock } = useServices();
  const offer = useEntries('offer').find(({ id }) => id === values.offerId);
  const existing = useLoaded(
    ['session', 'attendanceSheet'],
    async () => ({
      stored: group ? await records.where('session', 'groupId', group.id) : [],
      sheets: group ? await records.where('attendanceSheet', 'groupId', group.id) : [],
    }),
    [group?.id],
  );
  const today = clock.today();
  return useMemo(
    () =>
      offer && existing
        ? planOf({
            ...{ groupId: group?.id ?? newGroup, group: groupOf(values), before: group, offer, today },
            stored: existing.stored,
            held: new Set(existing.sheets.map(({ id }) => id)),
          })
        : undefined,
    [group, values, offer, existing, today],
  );
}

function PlanSums({ plan, everyWeeks }: { readonly plan: Plan; readonly everyWeeks: number }) {
  const { t, i18n } = useTranslation('courses');
  const [first] = plan.sessions;
  const last = plan.sessions.at(-1);
  const day = (date: string): string =>
    t('plan.day', { weekday: weekdayOfDay(date, i18n.language), date: germanDate(date) });
  return (
    <Box role="status">
      <Typography sx={{ fontSize: '1.125rem', fontWeight: 600 }}>
        {t('plan.sessions', { count: plan.sessions.length, units: t('units', { count: plan.units }) })}
      </Typography>
      {first && last && (
        <Typography>
          {t('groups.period', { from: day(first.value.date), to: day(last.value.date) })}
        </Typography>
      )}
      <Typography sx={{ color: 'text.secondary' }}>
        {t('plan.perWeek', { count: everyWeeks, units: plan.unitsPerWeek })}
      </Typography>
    </Box>
  );
}

function TooShort({
  plan,
  values,
  onEndsOn,
}: Pick<PlanAsideProps, 'values' | 'onEndsOn'> & { readonly plan: Plan }) {
  const { t } = useTranslation('courses');
  const offer = useEntries('offer').find(({ id }) => id === values.offerId);
  if (!plan.tooShort || !offer) return null;
  const { neededUntil } = plan.tooShort;
  const numbers = { planned: offer.uePlanned, units: plan.units };
  if (neededUntil === undefined) return <Alert severity="warning">{t('plan.neverReached', numbers)}</Alert>;
  const date = germanDate(neededUntil);
  return (
    <Alert severity={values.endsOn === null ? 'info' : 'warning'}>
      {values.endsOn === null
        ? t('plan.endNeeded', { ...numbers, date })
        : t('plan.tooShort', { ...numbers, date, end: germanDate(values.endsOn) })}
      <Button
        size="small"
        variant="outlined"
        onClick={() => onEndsOn(neededUntil)}
        sx={{ display: 'block', mt: 1 }}
      >
        {t('plan.takeEnd', { date })}
      </Button>
    </Alert>
  );
}

/** What saving does to the sessions of a group that has some. */
function WhatChanges({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation('courses');
  if (plan.unchanged) return <Typography>{t('plan.unchanged')}</Typography>;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.25 }}>
      <li>{t('plan.renewed', { count: plan.renewed, date: germanDate(plan.from) })}</li>
      {plan.kept > 0 && <li>{t('plan.kept', { count: plan.kept })}</li>}
      {plan.removed > 0 && <li>{t('plan.removed', { count: plan.removed })}</li>}
    </Box>
  );
}

/** Public holidays by the names that they have here, in every language of the screens. */
function Holidays({ plan: { skippedHolidays, sessionsOnHolidays } }: { readonly plan: Plan }) {
  const { t } = useTranslation('courses');
  const isSkipped = skippedHolidays.length > 0;
  const shown = isSkipped ? skippedHolidays : sessionsOnHolidays;
  if (shown.length === 0) return null;
  return (
    <div>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {t(isSkipped ? 'plan.skipped' : 'plan.onHolidays')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.25, fontSize: '0.875rem' }}>
        {shown.map(({ day, name }) => (
          <li key={day}>
            <span lang="de">{name}</span> {germanDate(day)}
          </li>
        ))}
      </Box>
    </div>
  );
}

const asideLook = {
  display: 'grid',
  gap: 1.5,
  alignContent: 'start',
  alignSelf: 'start',
  position: { md: 'sticky' },
  top: 16,
  p: 2,
  bgcolor: 'background.default',
  border: 1,
  borderColor: 'line.soft',
  borderRadius: '8px',
} as const;
