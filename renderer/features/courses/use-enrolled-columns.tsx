import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerMark } from '#renderer/ui/AnswerMark.tsx';
import { StatusMark } from '#renderer/ui/StatusMark.tsx';
import type { Column } from '#renderer/ui/table/columns.ts';
import { attendedShare } from '#shared/domain/attendance/ledger.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { listName, ownScript } from '#shared/domain/names/full-name.ts';
import type { EnrolledPerson } from './use-enrolled.ts';

/** On two lines where the name is long; what is longer still is cut at its end. */
const nameLook = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflow: 'hidden',
  whiteSpace: 'normal',
  lineHeight: 1.3,
  '& > bdi': { fontSize: '0.8125rem' },
} as const;

/** Two lines in one cell; without a second one the first stands in the middle. */
export function TwoLines({ first, second }: { readonly first: ReactNode; readonly second: ReactNode }) {
  return (
    <Box component="span" sx={{ display: 'block', lineHeight: 1.3 }}>
      {first}
      {second !== null && (
        <Box
          component="span"
          sx={{
            display: 'block',
            fontSize: '0.75rem',
            color: 'text.secondary',
            overflow: 'hidden',
            textOverflow: 'ellipsis',
          }}
        >
          {second}
        </Box>
      )}
    </Box>
  );
}

/** The person's name, paler where the place has ended. */
export function useNameColumn(): Column<EnrolledPerson> {
  const { t } = useTranslation('courses');
  return useMemo(
    () => ({
      ...{ key: 'name', label: t('enrolled.columns.name'), width: '2.2fr' },
      render: ({ person, open }) => (
        <Box component="span" sx={{ ...nameLook, color: open ? 'text.primary' : 'text.secondary' }}>
          <b>{listName(person)}</b> {ownScript(person) !== null && <bdi>{ownScript(person)}</bdi>}
        </Box>
      ),
      sortBy: ({ person }) => listName(person),
    }),
    [t],
  );
}

const order = { issued: 0, due: 1, undecided: 2, 'not-due': 3 } as const;
const answers = { issued: 'yes', due: 'yes', undecided: 'open', 'not-due': 'no' } as const;
const certificateOf = ({ issued, verdict }: EnrolledPerson): keyof typeof order =>
  issued ? 'issued' : verdict.due;

/** Enrolment, UE attended of UE offered with their share, excused, what is not recorded, and the certificate. */
export function useEnrolledColumns(today: string): readonly Column<EnrolledPerson>[] {
  const { t } = useTranslation('courses');
  const name = useNameColumn();
  return useMemo(() => {
    const period = ({ enrolment: { enrolledOn, endedOn, endReason } }: EnrolledPerson): ReactNode => {
      if (endedOn === null)
        return t(enrolledOn > today ? 'enrolled.comingFrom' : 'enrolled.since', {
          date: germanDate(enrolledOn),
        });
      return (
        <TwoLines
          first={t('enrolled.until', { date: germanDate(endedOn) })}
          second={t(`enrolled.reasons.${endReason ?? 'finished'}`)}
        />
      );
    };
    const share = ({ sums }: EnrolledPerson): string | null => {
      const percent = attendedShare(sums);
      return percent === undefined ? null : t('enrolled.share', { percent });
    };
    return [
      name,
      {
        ...{ key: 'since', label: t('enrolled.columns.since'), width: 134 },
        render: period,
        sortBy: ({ enrolment }) => enrolment.enrolledOn,
      },
      {
        ...{ key: 'units', label: t('enrolled.columns.units'), width: 116 },
        render: (row) =>
          row.sums.offered > 0 && (
            <TwoLines
              first={t('enrolled.unitsOf', { attended: row.sums.attended, offered: row.sums.offered })}
              second={share(row)}
            />
          ),
        sortBy: ({ sums }) => attendedShare(sums) ?? -1,
      },
      {
        ...{ key: 'excused', label: t('enrolled.columns.excused'), width: 104 },
        render: ({ sums }) => sums.excused > 0 && t('enrolled.units', { count: sums.excused }),
        sortBy: ({ sums }) => sums.excused,
      },
      {
        ...{ key: 'open', label: t('enrolled.columns.open'), width: 112 },
        render: ({ sums }) =>
          sums.notRecorded > 0 && (
            <StatusMark status="not-recorded" label={t('enrolled.units', { count: sums.notRecorded })} />
          ),
        sortBy: ({ sums }) => sums.notRecorded,
      },
      {
        ...{ key: 'certificate', label: t('enrolled.columns.certificate'), width: 132 },
        render: (row) =>
          (row.issued || row.sums.offered > 0) && (
            <AnswerMark
              answer={answers[certificateOf(row)]}
              label={t(`enrolled.certificate.${certificateOf(row)}`)}
            />
          ),
        sortBy: (row) => order[certificateOf(row)],
      },
    ];
  }, [t, name, today]);
}
