import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import type { AttendanceEntry } from '#shared/domain/records/attendance-sheet.ts';

/** A change of a closed sheet: what stood before, who changed it when, and why. */
export interface Correction {
  readonly before: PersonMark;
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly reason: string;
}

/** The corrections of an entry, the latest last. Each one was made by whoever recorded what came after it. */
export function correctionsOf(entry: AttendanceEntry): readonly Correction[] {
  return entry.corrections.map(({ mark, late, early, reason }, index) => {
    const { recordedBy, recordedAt } = entry.corrections[index + 1] ?? entry;
    return { before: { mark, late, early }, by: recordedBy, at: recordedAt, reason };
  });
}
