import { z } from 'zod';
import { entryOf, latestLine } from '#shared/domain/attendance/marks.ts';
import { err, ok } from '#shared/domain/result.ts';
import {
  type AttendanceEntry,
  type AttendanceMark,
  type AttendanceSheet,
  attendanceMarks,
} from '../records/attendance-sheet.ts';
import { type CommandContext, command, everyone } from './define.ts';

const markInput = z.strictObject({
  participantId: z.string(),
  mark: z.enum(attendanceMarks),
  minutes: z.int().min(1).max(1440).nullable(),
});

export const attendanceCommands = {
  /**
   * Records people in a session's sheet, one or many in one write. A person's present entry is replaced; `previous`
   * in the output is what undo writes back.
   */
  'attendance.record': command({
    roles: everyone,
    input: z.strictObject({ sessionId: z.string(), marks: z.array(markInput).min(1).max(500) }),
    decide: async (reader, { sessionId, marks }, context) => {
      const session = await reader.get('session', sessionId);
      if (!session) return err({ code: 'attendance.session-missing' });
      if (session.cancelled) return err({ code: 'attendance.session-cancelled' });
      if (session.date > context.today) return err({ code: 'attendance.in-future' });
      const length = session.endsAt - session.startsAt;
      for (const { mark, minutes } of marks) {
        if (isTimed(mark) && (minutes === null || minutes > length))
          return err({ code: 'attendance.minutes', field: 'minutes', values: { most: length } });
      }
      const people = [...new Set(marks.map(({ participantId }) => participantId))];
      if ((await reader.getMany('participant', people)).length !== people.length)
        return err({ code: 'attendance.participant-missing' });
      const sheet = (await reader.get('attendanceSheet', sessionId)) ?? {
        sessionId,
        groupId: session.groupId,
        date: session.date,
        entries: {},
      };
      return ok({
        puts: [{ kind: 'attendanceSheet', id: sessionId, value: withMarks(sheet, marks, context) }],
        subjects: [
          { kind: 'session', id: sessionId },
          ...people.map((id) => ({ kind: 'participant' as const, id })),
        ],
        output: { previous: people.map((id) => markOf(sheet, id)) },
      });
    },
  }),
} as const;

type Mark = z.infer<typeof markInput>;

const isTimed = (mark: AttendanceMark): boolean => mark === 'late' || mark === 'left-early';

/** What a sheet holds of a person, as an input that records it again. */
function markOf(sheet: AttendanceSheet, participantId: string): Mark {
  const entry = entryOf(sheet, participantId);
  return { participantId, mark: entry?.mark ?? 'not-recorded', minutes: entry?.minutes ?? null };
}

function withMarks(sheet: AttendanceSheet, marks: readonly Mark[], context: CommandContext): AttendanceSheet {
  const entries: Record<string, AttendanceEntry> = { ...sheet.entries };
  const now = context.now.toISOString();
  for (const { participantId, mark, minutes } of marks) {
    const before = latestLine(entries, participantId);
    const id = before?.id ?? context.newId();
    // Never earlier than the line it replaces: with a clock set back, an older line of another desk would win again.
    const recordedAt = before !== undefined && before.recordedAt > now ? before.recordedAt : now;
    entries[id] = {
      ...entries[id],
      participantId,
      mark,
      minutes: isTimed(mark) ? minutes : null,
      recordedBy: context.by.accountId,
      recordedAt,
    };
  }
  return { ...sheet, entries };
}
