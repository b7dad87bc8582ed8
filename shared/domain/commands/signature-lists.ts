import { z } from 'zod';
import { drawListNumber } from '#shared/domain/attendance/list-number.ts';
import { expectedOn } from '#shared/domain/attendance/roster.ts';
import { byListName } from '#shared/domain/names/full-name.ts';
import type { Session } from '#shared/domain/records/session.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import { type CommandContext, command } from './define.ts';

/** Sessions whose lists are printed at once, at most. */
export const mostLists = 200;

/** A list number that no printed list has yet. */
async function freshNumber(reader: RecordReader, context: CommandContext): Promise<string> {
  for (;;) {
    const number = drawListNumber(context.randomBytes);
    if (!(await reader.get('signatureList', number))) return number;
  }
}

/** Who stands on the lines: everybody with a place on the session's day, by name. */
async function linesOf(reader: RecordReader, { groupId, date }: Session): Promise<string[]> {
  const enrolments = (await reader.where('enrolment', 'groupId', groupId)).map(({ value }) => value);
  const people = (await reader.getMany('participant', [...expectedOn(date, enrolments)])).sort(
    (a, b) => byListName(a.value, b.value) || a.id.localeCompare(b.id),
  );
  return people.map(({ id }) => id);
}

export const signatureListCommands = {
  /**
   * Keeps who stands on which line of the signature lists of some sessions, under the numbers that are printed on
   * them. A list that was printed before with the same people for the same day keeps its number, so that printing
   * again, or looking at the pages first, writes nothing more.
   */
  'signatureList.print': command({
    input: z.strictObject({ sessionIds: z.array(z.string()).min(1).max(mostLists) }),
    decide: async (reader, { sessionIds }, context) => {
      const sessions = await reader.getMany('session', sessionIds);
      const planned = sessions.filter(({ value }) => !value.withdrawn && !value.cancelled);
      if (planned.length !== new Set(sessionIds).size) return err({ code: 'signatureList.session-missing' });
      const puts = [];
      const lists = [];
      for (const { id: sessionId, value: session } of planned) {
        const { groupId, date } = session;
        const participantIds = await linesOf(reader, session);
        const printed = await reader.where('signatureList', 'sessionId', sessionId);
        const same = printed.find(
          ({ value }) => value.date === date && value.participantIds.join() === participantIds.join(),
        );
        const number = same?.id ?? (await freshNumber(reader, context));
        const value = same?.value ?? {
          ...{ sessionId, groupId, date, participantIds },
          ...{ printedBy: context.by.accountId, printedAt: context.now.toISOString() },
        };
        lists.push({ number, ...value });
        if (!same) puts.push({ kind: 'signatureList' as const, id: number, value });
      }
      return ok({
        puts,
        subjects: lists.flatMap(({ number, sessionId }) => [
          { kind: 'signatureList' as const, id: number },
          { kind: 'session' as const, id: sessionId },
        ]),
        output: { lists },
      });
    },
  }),
} as const;
