import type { AttendanceEntry, AttendanceSheet } from '#shared/domain/records/attendance-sheet.ts';
import type { PersonMark } from './teaching-units.ts';

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

/** The mark of everybody in a sheet who has one, by participant. */
export function marksOf(sheet: AttendanceSheet | undefined): ReadonlyMap<string, PersonMark> {
  const people = new Set(
    Object.values(sheet?.entries ?? {}).flatMap(({ participantId }) => participantId ?? []),
  );
  const marks = new Map<string, PersonMark>();
  for (const person of people) {
    const line = entryOf(sheet, person);
    if (line) marks.set(person, { mark: line.mark, late: line.late, early: line.early });
  }
  return marks;
}

/** People in a sheet who walked in and are known by name only. */
export function namedWalkIns(sheet: AttendanceSheet | undefined): SheetLine[] {
  return Object.entries(sheet?.entries ?? {}).flatMap(([id, entry]) =>
    entry.participantId === null && entry.mark !== 'not-recorded' ? [{ ...entry, id }] : [],
  );
}

/** People who were only counted, of all workstations together. */
export function headCount(sheet: AttendanceSheet | undefined): number {
  return Object.values(sheet?.headCounts ?? {}).reduce((sum, count) => sum + count, 0);
}

/** Whether somebody with this mark was there, at least in part. */
export const wasThere = ({ mark }: Pick<PersonMark, 'mark'>): boolean =>
  mark === 'present' || mark === 'late' || mark === 'left-early';

/** How many people of a sheet have a mark, and how many of those were there at least in part. */
export function sheetCounts(sheet: AttendanceSheet): {
  readonly recorded: number;
  readonly attended: number;
} {
  const marks = [...marksOf(sheet).values(), ...namedWalkIns(sheet)];
  return { recorded: marks.length, attended: marks.filter(wasThere).length };
}

const letters = { present: 'p', late: 'l', 'left-early': 'e', excused: 'x', absent: 'a' } as const;
const markByLetter = new Map(
  Object.entries(letters).map(([mark, letter]) => [letter, mark as keyof typeof letters]),
);

/** A mark in a few characters, for the directory: its letter, then the minutes late and left early. */
export function encodeMark({ mark, late, early }: PersonMark): string {
  if (mark === 'not-recorded') return '';
  return late === null && early === null ? letters[mark] : `${letters[mark]}${late ?? ''},${early ?? ''}`;
}

/** Reads what `encodeMark` wrote. */
export function decodeMark(code: string): PersonMark {
  const [late = '', early = ''] = code.slice(1).split(',');
  const minutes = (text: string): number | null => (text === '' ? null : Number(text));
  return {
    mark: markByLetter.get(code.charAt(0) as 'p') ?? 'not-recorded',
    late: minutes(late),
    early: minutes(early),
  };
}
