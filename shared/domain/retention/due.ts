/** What is due for deletion: rules over plain values, which the preview and the command that deletes both ask. */
import { addMonths } from '#shared/domain/calendar/dates.ts';
import type { PersonClass, RetentionMonths } from './classes.ts';

/** What there is of a person in each class; a class with nothing in it is never due. */
export type Held = Readonly<Record<Exclude<PersonClass, 'person'>, boolean>>;

/** The first day on which something may not be kept any more. @param from the day of the trigger */
export function dueDay(from: string, months: number): string {
  return addMonths(from, months);
}

/**
 * The classes of a person that are due on a day. `person` stands alone: it takes everything with it. Without a departure
 * nothing is due.
 */
export function dueClasses(
  departedOn: string | null,
  held: Held,
  { months, today }: { readonly months: RetentionMonths; readonly today: string },
): PersonClass[] {
  if (departedOn === null) return [];
  const isDue = (name: PersonClass): boolean => dueDay(departedOn, months[name]) <= today;
  if (isDue('person')) return ['person'];
  return (['details', 'badges', 'attendance', 'certificates'] as const).filter(
    (name) => held[name] && isDue(name),
  );
}

/** Whether the names of walk-ins of a session are due. */
export function areWalkInsDue(
  sessionDate: string,
  { months, today }: { readonly months: RetentionMonths; readonly today: string },
): boolean {
  return dueDay(sessionDate, months.walkIns) <= today;
}
