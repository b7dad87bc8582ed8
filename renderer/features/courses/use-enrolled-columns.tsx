import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { listName, ownScript } from '#shared/domain/names.ts';
import type { EnrolledPerson } from './use-enrolled.ts';

/** Share of UE attended, in whole percent; `undefined` while nothing was offered. */
const percent = ({ sums }: EnrolledPerson): number | undefined =>
  sums.offered === 0 ? undefined : Math.floor((sums.attended * 100) / sums.offered);

/** Two boxes, so that a name in Arabic script is cut at its end and not at its beginning. */
const nameLook = {
  display: 'flex',
  gap: 1,
  '& > *': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '& > b': { flex: 'none', maxWidth: '100%' },
} as const;

/** Name, enrolment, UE attended of offered, share, and what is not recorded. */
export function useEnrolledColumns(): readonly Column<EnrolledPerson>[] {
  const { t } = useTranslation('courses');
  return useMemo(() => {
    const period = ({ enrolment: { value } }: EnrolledPerson): string => {
      if (value.endedOn === null) return t('enrolled.since', { date: germanDate(value.enrolledOn) });
      const reason = t(`enrolled.reasons.${value.endReason ?? 'finished'}`);
      return t('enrolled.until', { date: germanDate(value.endedOn), reason });
    };
    const share = (row: EnrolledPerson): string => {
      const value = percent(row);
      return value === undefined ? t('enrolled.noShare') : t('enrolled.share', { percent: value });
    };
    return [
      {
        ...{ key: 'name', label: t('enrolled.columns.name'), width: '2.2fr' },
        render: ({ person, open }) => (
          <Box component="span" sx={{ ...nameLook, color: open ? 'text.primary' : 'text.secondary' }}>
            <b>{listName(person)}</b>
            {ownScript(person) !== null && <bdi>{ownScript(person)}</bdi>}
          </Box>
        ),
        sortBy: ({ person }) => listName(person),
      },
      {
        key: 'since',
        label: t('enrolled.columns.since'),
        width: 150,
        render: period,
        sortBy: (row) => row.enrolment.value.enrolledOn,
      },
      {
        ...{ key: 'units', label: t('enrolled.columns.units'), width: 124 },
        render: ({ sums }) => t('enrolled.unitsOf', { attended: sums.attended, offered: sums.offered }),
        sortBy: ({ sums }) => sums.attended,
      },
      {
        key: 'share',
        label: t('enrolled.columns.share'),
        width: 80,
        render: share,
        sortBy: (row) => percent(row) ?? -1,
      },
      {
        ...{ key: 'open', label: t('enrolled.columns.open'), width: 118 },
        render: ({ sums }) =>
          sums.notRecorded > 0 && (
            <StatusMark status="not-recorded" label={t('enrolled.openUnits', { count: sums.notRecorded })} />
          ),
        sortBy: ({ sums }) => sums.notRecorded,
      },
    ];
  }, [t]);
}
