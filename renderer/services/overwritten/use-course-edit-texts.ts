import { useTranslation } from 'react-i18next';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import { sameJson } from '#shared/domain/canonical-json.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import type { AttendanceEntry, AttendanceSheet } from '#shared/domain/records/attendance-sheet.ts';
import type { Enrolment } from '#shared/domain/records/enrolment.ts';
import type { Session } from '#shared/domain/records/session.ts';
import type { Overwritten, ReadableKind } from '#shared/ports/record-reader.ts';
import { useServices } from '../use-services.ts';

type Fields = Readonly<Record<string, unknown>>;
type Edit = Pick<Overwritten, 'field' | 'value'>;

/** What edits of sessions, places and attendance sheets say; `undefined`: it is none of them. */
export function useCourseEditTexts(): (
  kind: ReadableKind,
  record: Fields,
  edit: Edit,
  fields: Fields,
) => readonly string[] | undefined {
  const { t } = useTranslation('sync');
  const { t: courses } = useTranslation('courses');
  const { t: attendance } = useTranslation('attendance');
  const { directory } = useServices();

  const nameOf = (participantId: string | null, name: string | null): string => {
    const person = participantId === null ? undefined : directory.get('participant', participantId);
    return person ? fullName(person) : (name ?? t('overwritten.sheet.somebody'));
  };
  const slotTexts = (now: Session, slot: Session): string[] => {
    const { date, startsAt, endsAt, room, breaks } = slot;
    const times = { from: clockTime(startsAt), to: clockTime(endsAt) };
    const texts = [
      ...(date === now.date ? [] : [t('overwritten.session.day', { day: germanDate(date) })]),
      ...(startsAt === now.startsAt && endsAt === now.endsAt ? [] : [t('overwritten.session.times', times)]),
      ...(room === now.room
        ? []
        : [room === null ? t('overwritten.session.noRoom') : t('overwritten.session.room', { room })]),
    ];
    if (texts.length > 0 || sameJson(breaks, now.breaks)) return texts;
    return [t('overwritten.other', { field: attendance('breaks.title') })];
  };
  const sessionTexts = (now: Session, fields: Fields): readonly string[] | undefined => {
    const after = { ...now, ...fields } as Session;
    if ('date' in fields) return slotTexts(now, after);
    if ('cancelled' in fields)
      return [
        after.cancelled
          ? t('overwritten.session.cancelled', { reason: after.cancelled.reason })
          : t('overwritten.session.takesPlace'),
      ];
    if ('withdrawn' in fields)
      return [t(after.withdrawn ? 'overwritten.session.withdrawn' : 'overwritten.session.notWithdrawn')];
    if ('lead' in fields && after.lead === null) return [t('overwritten.session.noLead')];
    return undefined;
  };
  const placeTexts = (now: Enrolment, fields: Fields): string[] => {
    const { participantId, enrolledOn, endedOn, endReason, waitingSince } = {
      ...now,
      ...fields,
    } as Enrolment;
    const name = nameOf(participantId, null);
    if (endedOn !== null && endReason !== null)
      return [
        t('overwritten.place.ended', {
          name,
          day: germanDate(endedOn),
          reason: courses(`enrolled.reasons.${endReason}`),
        }),
      ];
    return waitingSince === null
      ? [t('overwritten.place.held', { name, day: germanDate(enrolledOn) })]
      : [t('overwritten.place.waiting', { name })];
  };
  const markText = ({ mark, late, early }: AttendanceEntry): string =>
    [
      ...(mark === 'late' && late !== null ? [attendance('timed.late', { minutes: late })] : []),
      ...(early !== null ? [attendance('timed.left-early', { minutes: early })] : []),
    ].join(', ') || attendance(`marks.${mark}`);
  const sheetTexts = (now: AttendanceSheet, { field, value }: Edit, fields: Fields): string[] => {
    const [map, id = ''] = field.split('/');
    if (map === 'headCounts') return [t('overwritten.sheet.counted', { count: Number(value ?? 0) })];
    if (map !== 'entries') return [t(fields.closed ? 'overwritten.sheet.closed' : 'overwritten.sheet.open')];
    const entry = value as AttendanceEntry | undefined;
    const of = entry ?? now.entries[id];
    const name = nameOf(of?.participantId ?? null, of?.name ?? null);
    return [
      entry
        ? t('overwritten.sheet.mark', { name, mark: markText(entry) })
        : t('overwritten.sheet.removed', { name }),
    ];
  };
  return (kind, record, edit, fields) => {
    if (kind === 'session') return sessionTexts(record as Session, fields);
    if (kind === 'enrolment') return placeTexts(record as Enrolment, fields);
    return kind === 'attendanceSheet' ? sheetTexts(record as AttendanceSheet, edit, fields) : undefined;
  };
}
