import { useTranslation } from 'react-i18next';
import type { CourseGroupEntry, OfferEntry } from '#shared/domain/directory.ts';
import { type CourseGroup, courseGroupSchema } from '#shared/domain/records/course-group.ts';
import { type TimetableValues, timetableOf, timetableValues } from './timetable/timetable-values.ts';
import { useTimetableCheck } from './timetable/use-timetable-check.ts';
import { type FieldErrors, refusedFields, textOrNull, wholeNumber } from './use-draft.ts';

/** The group's form: as typed, so that nothing is lost while a field is wrong. */
export interface GroupValues extends TimetableValues {
  readonly offerId: string;
  readonly name: string;
  readonly lead: string;
  readonly leadAccountIds: readonly string[];
  readonly room: string;
  /** A code of shared/domain/languages.ts, or what was typed. */
  readonly language: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly capacity: string;
}

/** A number of places as typed; empty without a limit. */
export const typedCapacity = (of: { readonly capacity: number | null } | undefined): string =>
  String(of?.capacity ?? '');

export function groupValues(
  group: CourseGroupEntry | undefined,
  { offer, today }: { readonly offer: OfferEntry | undefined; readonly today: string },
): GroupValues {
  return {
    offerId: group?.offerId ?? offer?.id ?? '',
    name: group?.name ?? '',
    lead: group?.lead ?? '',
    leadAccountIds: group?.leadAccountIds ?? [],
    room: group?.room ?? '',
    language: group?.language ?? '',
    startsOn: group?.startsOn ?? today,
    endsOn: group?.endsOn ?? null,
    capacity: typedCapacity(group ?? offer),
    ...timetableValues(group?.timetable),
  };
}

/** The input that the values stand for; the validator decides whether it is one. */
export const groupOf = (values: GroupValues): CourseGroup => ({
  offerId: values.offerId,
  name: values.name,
  lead: textOrNull(values.lead),
  leadAccountIds: [...values.leadAccountIds],
  room: textOrNull(values.room),
  language: textOrNull(values.language),
  startsOn: values.startsOn ?? '',
  endsOn: values.endsOn ?? '',
  capacity: values.capacity.trim() === '' ? null : wholeNumber(values.capacity),
  timetable: timetableOf(values),
});

/** Gives the sentences for the fields that are wrong. */
export function useGroupCheck(): (values: GroupValues) => FieldErrors<GroupValues> {
  const { t } = useTranslation('courses');
  const timetableErrors = useTimetableCheck();
  const sentences = {
    name: t('group.errors.name'),
    lead: t('group.errors.lead'),
    room: t('group.errors.room'),
    language: t('group.errors.language'),
    startsOn: t('group.errors.startsOn'),
    endsOn: t('group.errors.endsOn'),
    capacity: t('group.errors.capacity'),
  };
  return (values) => ({
    ...timetableErrors(values),
    ...refusedFields(courseGroupSchema, groupOf(values), sentences),
    ...(values.offerId === '' && { offerId: t('group.errors.offerId') }),
  });
}
