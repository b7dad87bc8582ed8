import type { AttendanceEntry, AttendanceSheet } from '#shared/domain/records/attendance-sheet.ts';

/** An entry with its id in the sheet. */
export interface SheetLine extends AttendanceEntry {
  readonly id: string;
}

/** A person's line recorded last, ties broken by id, cleared ones included. A new mark replaces this one. */
export function latestLine(
  entries: AttendanceSheet['entries'],
  participantId: string,
): SheetLine | undefined {
  let latest: SheetLine | undefined;
  for (const [id, entry] of Object.entries(entries)) {
    if (entry.participantId !== participantId) continue;
    if (
      !latest ||
      entry.recordedAt > latest.recordedAt ||
      (entry.recordedAt === latest.recordedAt && id > latest.id)
    ) {
      latest = { ...entry, id };
    }
  }
  return latest;
}

/** The line that counts for a person. `undefined`: not recorded. */
export function entryOf(sheet: AttendanceSheet | undefined, participantId: string): SheetLine | undefined {
  const latest = latestLine(sheet?.entries ?? {}, participantId);
  return latest?.mark === 'not-recorded' ? undefined : latest;
}

/** How many people of a sheet have a mark, and how many of those were there at least in part. */
export function sheetCounts(sheet: AttendanceSheet): {
  readonly recorded: number;
  readonly attended: number;
} {
  const people = new Set(Object.values(sheet.entries).map((entry) => entry.participantId));
  let recorded = 0;
  let attended = 0;
  for (const person of people) {
    const mark = entryOf(sheet, person)?.mark;
    if (mark) recorded += 1;
    if (mark === 'present' || mark === 'late' || mark === 'left-early') attended += 1;
  }
  return { recorded, attended };
}
