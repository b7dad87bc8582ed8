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
        ...{ key: 'name', label: t('enrolled.columns.name'), width: '2fr' },
        render: ({ person, open }) => (
          <Box component="span" sx={{ color: open ? 'text.primary' : 'text.secondary' }}>
            <b>{listName(person)}</b>
            {ownScript(person) !== null && (
              <Box component="bdi" sx={{ mx: 1 }}>
                {ownScript(person)}
              </Box>
            )}
          </Box>
        ),
        sortBy: ({ person }) => listName(person),
      },
      {
        key: 'since',
        label: t('enrolled.columns.since'),
        width: '1.5fr',
        render: period,
        sortBy: (row) => row.enrolment.value.enrolledOn,
      },
      {
        ...{ key: 'units', label: t('enrolled.columns.units'), width: 138 },
        render: ({ sums }) => t('enrolled.unitsOf', { attended: sums.attended, offered: sums.offered }),
        sortBy: ({ sums }) => sums.attended,
      },
      {
        key: 'share',
        label: t('enrolled.columns.share'),
        width: 84,
        render: share,
        sortBy: (row) => percent(row) ?? -1,
      },
      {
        ...{ key: 'open', label: t('enrolled.columns.open'), width: 126 },
        render: ({ sums }) =>
          sums.notRecorded > 0 && (
            <StatusMark status="not-recorded" label={t('enrolled.openUnits', { count: sums.notRecorded })} />
          ),
        sortBy: ({ sums }) => sums.notRecorded,
      },
    ];
  }, [t]);
}
