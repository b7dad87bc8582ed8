import { z } from 'zod';
import { drawListNumber } from '#shared/domain/attendance/list-number.ts';
import { sessionRoster } from '#shared/domain/attendance/roster.ts';
import { byListName } from '#shared/domain/names.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import { type CommandContext, command, teachers } from './define.ts';

/** A list number that no printed list has yet. */
async function freshNumber(reader: RecordReader, context: CommandContext): Promise<string> {
  for (;;) {
    const number = drawListNumber(context.randomBytes);
    if (!(await reader.get('signatureList', number))) return number;
  }
}

export const signatureListCommands = {
  /**
   * Keeps who stands on which line of the signature lists of some sessions, under the numbers that are printed on
   * them: everybody with a place on the session's day, by name.
   */
  'signatureList.print': command({
    roles: teachers,
    input: z.strictObject({ sessionIds: z.array(z.string()).min(1).max(200) }),
    decide: async (reader, { sessionIds }, context) => {
      const sessions = await reader.getMany('session', sessionIds);
      const planned = sessions.filter(({ value }) => !value.withdrawn && !value.cancelled);
      if (planned.length !== new Set(sessionIds).size) return err({ code: 'signatureList.session-missing' });
      const puts = [];
      for (const { id: sessionId, value: session } of planned) {
        const { groupId, date } = session;
        const enrolments = (await reader.where('enrolment', 'groupId', groupId)).map(({ value }) => value);
        const ids = sessionRoster(date, enrolments, []).map(({ participantId }) => participantId);
        const people = (await reader.getMany('participant', ids)).sort((a, b) =>
          byListName(a.value, b.value),
        );
        puts.push({
          kind: 'signatureList' as const,
          id: await freshNumber(reader, context),
          value: {
            ...{ sessionId, groupId, date, participantIds: people.map(({ id }) => id) },
            ...{ printedBy: context.by.accountId, printedAt: context.now.toISOString() },
          },
        });
      }
      return ok({
        puts,
        subjects: puts.flatMap(({ id, value }) => [
          { kind: 'signatureList' as const, id },
          { kind: 'session' as const, id: value.sessionId },
        ]),
        output: { lists: puts.map(({ id, value }) => ({ number: id, ...value })) },
      });
    },
  }),
} as const;
