import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useEntries, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { VirtualTable } from '#renderer/ui/VirtualTable.tsx';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import { NoGroups } from './FirstSteps.tsx';
import { type GroupRow, useGroupRows } from './use-group-rows.ts';

/** The course groups, the running and coming ones first of all. */
export function GroupsTab() {
  const { t } = useTranslation('courses');
  const { clock } = useServices();
  const navigate = useNavigate();
  const groups = useEntries('courseGroup');
  const [withEnded, setWithEnded] = useState(false);
  const today = clock.today();
  const rows = useGroupRows(withEnded, today);
  const columns = useGroupColumns(today);
  if (groups.length === 0) return <NoGroups />;
  return (
    <>
      <Box sx={{ px: 1.5, py: 0.5 }}>
        <FormControlLabel
          control={<Switch size="small" checked={withEnded} onChange={(_event, on) => setWithEnded(on)} />}
          label={t('groups.showEnded')}
        />
      </Box>
      {rows.length === 0 ? (
        <EmptyState title={t('groups.noneRunning')} text={t('groups.noneRunningText')} />
      ) : (
        <VirtualTable
          rows={rows}
          columns={columns}
          rowKey={({ group }) => group.id}
          onOpen={({ group }) => void navigate(`/courses/groups/${group.id}`)}
          label={t('groups.table')}
        />
      )}
    </>
  );
}

/** What a narrow window leaves out, so that the names stay readable; the group's page has it. */
const leftOut: readonly string[] = ['area', 'room'];

function useGroupColumns(today: string): readonly Column<GroupRow>[] {
  const { t } = useTranslation('courses');
  const roomy = useMediaQuery('(min-width: 1240px)');
  return useMemo(() => {
    const next = ({ date, startsAt }: NonNullable<GroupRow['next']>): string =>
      date === today
        ? t('groups.nextToday', { time: clockTime(startsAt) })
        : t('groups.next', { date: germanDate(date), time: clockTime(startsAt) });
    const places = ({ occupancy: { taken }, group }: GroupRow): string =>
      group.capacity === null
        ? String(taken)
        : t('groups.places', { enrolled: taken, capacity: group.capacity });
    const name = (key: keyof typeof columnWidths) => ({
      key,
      label: t(`groups.columns.${key}`),
      width: columnWidths[key],
    });
    const all: readonly Column<GroupRow>[] = [
      { ...name('name'), render: ({ group }) => <b>{group.name}</b>, sortBy: ({ group }) => group.name },
      { ...name('offer'), render: ({ offer }) => offer?.title, sortBy: ({ offer }) => offer?.title ?? '' },
      {
        ...name('area'),
        render: ({ offer }) => offer && t(`areas.${offer.area}`),
        sortBy: ({ offer }) => offer?.area ?? '',
      },
      { ...name('lead'), render: ({ group }) => group.lead, sortBy: ({ group }) => group.lead ?? '' },
      { ...name('room'), render: ({ group }) => group.room, sortBy: ({ group }) => group.room ?? '' },
      {
        ...name('period'),
        render: ({ group }) =>
          t('groups.period', { from: germanDate(group.startsOn), to: germanDate(group.endsOn) }),
        sortBy: ({ group }) => group.startsOn,
      },
      { ...name('enrolled'), render: places, sortBy: ({ occupancy }) => occupancy.taken },
      {
        ...name('waiting'),
        render: ({ occupancy: { waiting } }) =>
          waiting > 0 && (
            <Box component="span" sx={{ color: 'waits.text', fontWeight: 600 }}>
              {t('groups.waiting', { count: waiting })}
            </Box>
          ),
        sortBy: ({ occupancy }) => occupancy.waiting,
      },
      {
        ...name('next'),
        render: (row) => row.next && next(row.next),
        sortBy: (row) => (row.next ? row.next.date + String(row.next.startsAt).padStart(4, '0') : '~'),
      },
    ];
    return roomy ? all : all.filter(({ key }) => !leftOut.includes(key));
  }, [t, today, roomy]);
}

const columnWidths = {
  name: '1.4fr',
  offer: '1.05fr',
  area: '0.85fr',
  lead: 124,
  room: 88,
  period: 186,
  enrolled: 88,
  waiting: 98,
  next: 146,
} as const;
