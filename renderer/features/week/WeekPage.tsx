import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import WarningAmber from '@mui/icons-material/WarningAmber';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useEntries, useLoaded, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { Shortcut } from '#renderer/ui/Shortcut.tsx';
import { useStepKeys } from '#renderer/ui/use-step-keys.ts';
import { addDays, germanDate } from '#shared/domain/calendar/dates.ts';
import { mondayOf, weekName, weekOf, weekStart } from '#shared/domain/calendar/weeks.ts';
import { ClashList } from './ClashList.tsx';
import { WeekGrid } from './WeekGrid.tsx';
import { loadWeek, type RowKind, type Week, weekTable } from './week-table.ts';

const rowKinds = ['room', 'lead'] as const;

/** What the address says: `?week=2026-W48&by=room|lead`; this week by room, where it says nothing. */
function useWeekAddress() {
  const { clock } = useServices();
  const [search, setSearch] = useSearchParams();
  const thisMonday = mondayOf(clock.today());
  const monday = weekStart(search.get('week') ?? '') ?? thisMonday;
  const by: RowKind = rowKinds.find((kind) => kind === search.get('by')) ?? 'room';
  const go = (to: { readonly monday?: string; readonly by?: RowKind }): void =>
    setSearch({ week: weekName(to.monday ?? monday), by: to.by ?? by }, { replace: true });
  return { monday, thisMonday, by, go };
}

/** `/courses/week`: every session of a week, by room or by lead, and what clashes. */
export function WeekPage() {
  const { t } = useTranslation('week');
  const { commands, directory } = useServices();
  const address = useWeekAddress();
  const week = useLoaded(
    ['session', 'courseGroup', 'offer', 'enrolment'],
    () => loadWeek(directory, address.monday),
    [address.monday],
  );
  const clashes = useRef<HTMLHeadingElement>(null);
  const name = weekName(address.monday);
  return (
    <Page
      title={t('title')}
      back={{ label: t('backToCourses'), to: '/courses' }}
      actions={
        <>
          <Button variant="outlined" component={Link} to={`/print/week?week=${name}`}>
            {t('print.plan')}
          </Button>
          {commands.allows('signatureList.print') && (
            <Button
              variant="contained"
              startIcon={<PrintOutlined />}
              component={Link}
              to={`/print/signature-lists?week=${name}`}
            >
              {t('print.lists')}
            </Button>
          )}
        </>
      }
    >
      <WeekBar
        {...address}
        clashes={week?.clashes.length ?? 0}
        onClashes={() => {
          clashes.current?.scrollIntoView();
          clashes.current?.focus({ preventScroll: true });
        }}
      />
      {week && <WeekView week={week} by={address.by} />}
      {week && week.clashes.length > 0 && <ClashList clashes={week.clashes} heading={clashes} />}
    </Page>
  );
}

function WeekView({ week, by }: { readonly week: Week; readonly by: RowKind }) {
  const { t } = useTranslation('week');
  const { clock } = useServices();
  const groups = useEntries('courseGroup');
  const table = useMemo(() => weekTable(week, groups, by), [week, groups, by]);
  if (table.rows.length > 0) return <WeekGrid week={week} table={table} by={by} today={clock.today()} />;
  return (
    <Sheet>
      <EmptyState
        title={t('emptyTitle')}
        text={t('emptyText')}
        action={
          <Button variant="contained" component={Link} to="/courses">
            {t('toCourses')}
          </Button>
        }
      />
    </Sheet>
  );
}

interface WeekBarProps extends ReturnType<typeof useWeekAddress> {
  readonly clashes: number;
  readonly onClashes: () => void;
}

/** Which week it is, the ways to others, and by what it is arranged. */
function WeekBar({ monday, thisMonday, by, go, clashes, onClashes }: WeekBarProps) {
  const { t } = useTranslation('week');
  const { t: common } = useTranslation('common');
  const previous = (): void => go({ monday: addDays(monday, -7) });
  const next = (): void => go({ monday: addDays(monday, 7) });
  const thisWeek = (): void => go({ monday: thisMonday });
  useStepKeys({ previous, next, home: thisWeek });
  const keys = (name: 'pageUp' | 'pageDown' | 'home'): string =>
    common('keys.alt', { key: common(`keys.${name}`) });
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1.5 }}>
      <Shortcut label={t('previous')} keys={keys('pageUp')}>
        <IconButton aria-label={t('previous')} onClick={previous}>
          <ChevronLeft />
        </IconButton>
      </Shortcut>
      <Shortcut label={t('next')} keys={keys('pageDown')}>
        <IconButton aria-label={t('next')} onClick={next}>
          <ChevronRight />
        </IconButton>
      </Shortcut>
      <Box role="status" sx={{ display: 'flex', alignItems: 'baseline', gap: 1, minWidth: 260 }}>
        <Typography component="span" variant="h2">
          {t('number', { week: weekOf(monday).week })}
        </Typography>
        <Typography component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          {t('range', { from: germanDate(monday), to: germanDate(addDays(monday, 6)) })}
        </Typography>
      </Box>
      <Shortcut keys={keys('home')}>
        <Button variant="outlined" color="inherit" aria-disabled={monday === thisMonday} onClick={thisWeek}>
          {t('this')}
        </Button>
      </Shortcut>
      {clashes > 0 && (
        <Button color="error" startIcon={<WarningAmber />} onClick={onClashes}>
          {t('clashes.jump', { count: clashes })}
        </Button>
      )}
      <ToggleButtonGroup
        exclusive
        size="small"
        value={by}
        aria-label={t('by.label')}
        onChange={(_event, kind: RowKind | null) => {
          if (kind !== null) go({ by: kind });
        }}
        sx={{ ml: 'auto' }}
      >
        {rowKinds.map((kind) => (
          <ToggleButton key={kind} value={kind} sx={{ minHeight: 40, px: 2 }}>
            {t(`by.${kind}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}
