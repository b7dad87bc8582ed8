import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import type { AttendanceMark } from '#shared/domain/records/attendance-sheet.ts';
import { isTimed, type KeyedMark } from './mark-keys.ts';

/** The marks that take minutes; somebody who came late may have left early too. */
export type TimedMark = 'late' | 'left-early';

/** Minutes of the one kind that a mark has, `null` where none. */
export function minutesOf({ mark, late, early }: PersonMark, kind: TimedMark): number | null {
  if (!isTimed(mark)) return null;
  return kind === 'late' ? late : early;
}

/** Minutes of the other kind. */
export function otherMinutes(mark: PersonMark, kind: TimedMark): number | null {
  return minutesOf(mark, kind === 'late' ? 'left-early' : 'late');
}

/** Whether the mark says this of the person. */
export function says(mark: PersonMark, one: KeyedMark): boolean {
  return isTimed(one) ? minutesOf(mark, one) !== null : mark.mark === one;
}

/** A mark without minutes. */
export function plainMark(mark: AttendanceMark): PersonMark {
  return { mark, late: null, early: null };
}

/** The mark after minutes of one kind were given, `null` for none; those of the other kind stay. */
export function withMinutes(before: PersonMark, kind: TimedMark, minutes: number | null): PersonMark {
  const late = kind === 'late' ? minutes : minutesOf(before, 'late');
  const early = kind === 'left-early' ? minutes : minutesOf(before, 'left-early');
  if (late !== null) return { mark: 'late', late, early };
  return early === null ? plainMark('not-recorded') : { mark: 'left-early', late, early };
}

/** What pressing a mark's button again leaves: the minutes of the other kind, or nothing. */
export function taken(before: PersonMark, mark: KeyedMark): PersonMark {
  return isTimed(mark) ? withMinutes(before, mark, null) : plainMark('not-recorded');
}
