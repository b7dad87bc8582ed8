/** Walk-ins who were recorded by name or only counted, and whose person is found later. */
import { z } from 'zod';
import { headCount, latestLine, wasThere } from '#shared/domain/attendance/marks.ts';
import { currentPerson } from '#shared/domain/people/current-person.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import type { AttendanceEntry, AttendanceSheet } from '../records/attendance-sheet.ts';
import { type CommandContext, command } from './define.ts';
import { entryAfter, openSheet, sheetPut, sheetReason, sheetSubjects } from './sheet-writing.ts';

const linkInput = z.strictObject({
  sessionId: z.string(),
  entryId: z.string(),
  /** `null`: the link is taken back. */
  participantId: z.string().nullable(),
  reason: sheetReason,
});

/** The entry with another person; in a closed sheet it stays visible that it was changed, and why. */
function linked(
  entry: AttendanceEntry,
  participantId: string | null,
  context: CommandContext,
  closedReason: string | null,
): AttendanceEntry {
  if (closedReason === null) return { ...entry, participantId };
  return entryAfter(
    entry,
    { participantId, name: entry.name, mark: { mark: entry.mark, late: entry.late, early: entry.early } },
    { context, closedReason },
  );
}

/** The entry as one that counts before another of the same person: recorded now, and after that one in any case. */
function saidLater(entry: AttendanceEntry, other: AttendanceEntry, context: CommandContext): AttendanceEntry {
  const instant = Math.max(context.now.getTime(), Date.parse(other.recordedAt) + 1);
  return { ...entry, recordedBy: context.by.accountId, recordedAt: new Date(instant).toISOString() };
}

async function link(reader: RecordReader, input: z.infer<typeof linkInput>, context: CommandContext) {
  const { sessionId, entryId } = input;
  const opened = await openSheet(reader, input, context);
  if (!opened.ok) return opened;
  const { sheet } = opened.value;
  const entry = sheet.entries[entryId];
  // Only who came in by name can be linked, and only such a link can be taken back.
  if (!entry || entry.name === null) return err({ code: 'attendance.walk-in-missing' });
  const found = input.participantId === null ? null : await currentPerson(reader, input.participantId);
  if (found === undefined) return err({ code: 'attendance.participant-missing' });
  const closedReason = sheet.closed ? input.reason : null;
  const known = found && latestLine(sheet.entries, found.id);
  const next = linked(entry, found?.id ?? null, context, closedReason);
  // A mark that says otherwise, or none any more, was made without knowing that this was the person: who came in was there.
  const wins = known && known.id !== entryId && wasThere(entry) && !wasThere(known);
  return ok({
    puts: [
      sheetPut(sheet, {
        ...sheet.entries,
        [entryId]: wins ? saidLater(next, known, context) : next,
      }),
    ],
    subjects: sheetSubjects(sessionId, found ? [found.id] : []),
    output: { previous: entry.participantId },
  });
}

const nameInput = z.strictObject({ sessionId: z.string(), participantId: z.string(), reason: sheetReason });

/** One person fewer who is only counted: of this workstation's count, else of another's. */
function oneFewer({ headCounts }: AttendanceSheet, workstationId: string): AttendanceSheet['headCounts'] {
  const own = (headCounts[workstationId] ?? 0) > 0;
  const of = own ? workstationId : Object.keys(headCounts).find((id) => (headCounts[id] ?? 0) > 0);
  return of === undefined ? headCounts : { ...headCounts, [of]: (headCounts[of] ?? 0) - 1 };
}

async function nameCounted(reader: RecordReader, input: z.infer<typeof nameInput>, context: CommandContext) {
  const { sessionId } = input;
  const opened = await openSheet(reader, input, context);
  if (!opened.ok) return opened;
  const { sheet } = opened.value;
  if (headCount(sheet) === 0) return err({ code: 'attendance.none-counted' });
  const found = await currentPerson(reader, input.participantId);
  if (!found) return err({ code: 'attendance.participant-missing' });
  const known = latestLine(sheet.entries, found.id);
  if (known && wasThere(known)) return err({ code: 'attendance.already' });
  const id = known?.id ?? context.newId();
  const entry = entryAfter(
    sheet.entries[id],
    {
      participantId: found.id,
      name: known?.name ?? null,
      mark: { mark: 'present', late: null, early: null },
    },
    { context, closedReason: sheet.closed ? input.reason : null },
  );
  const headCounts = oneFewer(sheet, context.workstationId);
  return ok({
    puts: [sheetPut({ ...sheet, headCounts }, { ...sheet.entries, [id]: entry })],
    subjects: sheetSubjects(sessionId, [found.id]),
    output: { entryId: id },
  });
}

export const walkInCommands = {
  /** Says who a walk-in known by name was; the name stays, so that the link can be taken back. */
  'attendance.linkWalkIn': command({ input: linkInput, decide: link }),
  /** Says who one of the people was who were only counted: one is counted less, and the person is recorded. */
  'attendance.nameCounted': command({ input: nameInput, decide: nameCounted }),
} as const;
