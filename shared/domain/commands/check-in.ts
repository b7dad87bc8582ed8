/**
 * Checking in at the desk and by the kiosk. Guarantees that nobody is checked in twice, whoever does it: what a person
 * has done already is decided where the write is queued.
 */
import { z } from 'zod';
import { markOfArrival } from '#shared/domain/attendance/arrival.ts';
import { entryOf, headCount, latestLine, sheetCounts, wasThere } from '#shared/domain/attendance/marks.ts';
import { expectedOn } from '#shared/domain/attendance/roster.ts';
import { localDay, minuteOfDay } from '#shared/domain/calendar/dates.ts';
import { currentPerson } from '#shared/domain/people/current-person.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import type { AttendanceSheet } from '../records/attendance-sheet.ts';
import { hasDeparted } from '../records/participant.ts';
import { type CommandContext, command } from './define.ts';
import {
  entryAfter,
  type OpenSheet,
  openSheet,
  sheetPut,
  sheetReason,
  sheetSubjects,
} from './sheet-writing.ts';

const checkInInput = z.strictObject({
  sessionId: z.string(),
  participantId: z.string(),
  /** When the person was there (ISO instant); `null`: now. */
  at: z.iso.datetime().nullable(),
  /** Id of the sheet's new entry, where it was drawn before: a check-in that comes again changes nothing. */
  entryId: z.string().min(16).max(64).nullable(),
  via: z.enum(['desk', 'kiosk']),
  /** Whether somebody without a place comes in although every place is taken. */
  overCapacity: z.boolean(),
  reason: sheetReason,
});

/** Whether a session has room for somebody who holds no place in its group. */
async function isFull(
  reader: RecordReader,
  { session, sheet }: OpenSheet,
  personId: string,
): Promise<boolean> {
  const group = await reader.get('courseGroup', session.groupId);
  if (!group || group.capacity === null) return false;
  if (sheetCounts(sheet).attended + headCount(sheet) < group.capacity) return false;
  const places = await reader.where('enrolment', 'participantId', personId);
  const own = places.map(({ value }) => value).filter(({ groupId }) => groupId === session.groupId);
  return !expectedOn(session.date, own).has(personId);
}

/** Whether a check-in with an id drawn before is in the sheet, even if it was undone since. */
function cameBefore({ entries }: AttendanceSheet, entryId: string | null): boolean {
  if (entryId === null) return false;
  return entries[entryId] !== undefined || Object.values(entries).some(({ cameAs }) => cameAs === entryId);
}

async function checkIn(reader: RecordReader, input: z.infer<typeof checkInInput>, context: CommandContext) {
  const { sessionId, entryId } = input;
  const opened = await openSheet(reader, input, context);
  if (!opened.ok) return opened;
  const { session, sheet } = opened.value;
  const found = await currentPerson(reader, input.participantId);
  if (!found) return err({ code: 'attendance.participant-missing' });
  const known = entryOf(sheet, found.id);
  const previous = {
    ...{ participantId: found.id, mark: known?.mark ?? ('not-recorded' as const) },
    ...{ late: known?.late ?? null, early: known?.early ?? null },
  };
  const isThere = known !== undefined && wasThere(known);
  if (isThere || cameBefore(sheet, entryId))
    return ok({
      puts: [],
      subjects: sheetSubjects(sessionId, [found.id]),
      output: { already: true, mark: previous.mark, late: previous.late, previous },
    });
  if (hasDeparted(found.person, session.date)) return err({ code: 'attendance.departed' });
  const at = input.at === null ? context.now : new Date(input.at);
  if (localDay(at) !== session.date) return err({ code: 'attendance.other-day' });
  const mark = markOfArrival(session, minuteOfDay(at));
  if (!mark) return err({ code: 'attendance.over' });
  if (!input.overCapacity && (await isFull(reader, opened.value, found.id)))
    return err({ code: 'attendance.full' });
  const before = latestLine(sheet.entries, found.id);
  const id = before?.id ?? entryId ?? context.newId();
  const line = { participantId: found.id, name: before?.name ?? null, mark };
  const entry = entryAfter(sheet.entries[id], line, {
    context,
    closedReason: sheet.closed ? input.reason : null,
  });
  return ok({
    puts: [
      sheetPut(sheet, {
        ...sheet.entries,
        [id]: {
          ...entry,
          ...(input.via === 'kiosk' ? { via: 'kiosk' as const } : {}),
          ...(entryId === null || entryId === id ? {} : { cameAs: entryId }),
        },
      }),
    ],
    subjects: sheetSubjects(sessionId, [found.id]),
    output: { already: false, mark: mark.mark, late: mark.late, previous },
  });
}

export const checkInCommands = {
  /**
   * Checks a person in to a session: present, or late with the minutes from the planned start. Somebody who is there
   * already stays as they are (`already`). `previous` is what `attendance.record` takes to undo it.
   */
  'attendance.checkIn': command({ input: checkInInput, decide: checkIn }),
} as const;
