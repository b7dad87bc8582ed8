import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { unitsOffered } from '#shared/domain/attendance/teaching-units.ts';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import type { CourseGroupEntry, OfferEntry } from '#shared/domain/directory.ts';
import type { Session } from '#shared/domain/records/session.ts';

interface SessionFactsProps {
  readonly session: Session;
  readonly group: CourseGroupEntry | undefined;
  readonly offer: OfferEntry | undefined;
}

/** When and where a session is, who leads it, and what happened to its plan. */
export function SessionFacts({ session, group, offer }: SessionFactsProps) {
  const { t, i18n } = useTranslation('attendance');
  const lead = session.lead ?? group?.lead ?? null;
  const module = offer?.modules.find(({ id }) => id === session.moduleId);
  const weekday = (day: string, width: 'long' | 'short'): string =>
    new Date(`${day}T12:00:00`).toLocaleDateString(i18n.language, { weekday: width });
  const when = t('facts.when', {
    weekday: weekday(session.date, 'long'),
    date: germanDate(session.date),
    from: clockTime(session.startsAt),
    to: clockTime(session.endsAt),
  });
  const facts = [
    when,
    t('facts.units', { count: unitsOffered(session) }),
    ...session.breaks.map(({ from, to }) => t('facts.break', { from: clockTime(from), to: clockTime(to) })),
    ...(module ? [t('facts.module', { module: module.title })] : []),
    ...(session.room === null ? [] : [t('facts.room', { room: session.room })]),
    ...(lead === null ? [] : [t('facts.lead', { lead })]),
  ];
  const { movedFrom, cancelled } = session;
  const sameTime =
    movedFrom?.date === session.date &&
    movedFrom.startsAt === session.startsAt &&
    movedFrom.endsAt === session.endsAt;
  return (
    <>
      <Typography sx={{ color: 'text.secondary', mt: -1.5, mb: 1 }}>{facts.join(' · ')}</Typography>
      {movedFrom && (
        <Alert severity="warning" sx={{ mb: 1 }} data-moved>
          {sameTime
            ? t(movedFrom.room === null ? 'moved.roomGiven' : 'moved.fromRoom', {
                room: movedFrom.room ?? '',
                reason: movedFrom.reason,
              })
            : t('moved.from', {
                weekday: weekday(movedFrom.date, 'short'),
                date: germanDate(movedFrom.date).slice(0, 6),
                time: clockTime(movedFrom.startsAt),
                reason: movedFrom.reason,
              })}
        </Alert>
      )}
      {cancelled && (
        <Alert severity="warning" sx={{ mb: 1 }} data-cancelled>
          {t('cancelled', { reason: cancelled.reason })}
        </Alert>
      )}
    </>
  );
}
