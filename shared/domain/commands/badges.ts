import { z } from 'zod';
import { drawBadgeNumber } from '#shared/domain/badges/badge-number.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import { type Badge, isActiveBadge } from '../records/badge.ts';
import { hasDeparted } from '../records/participant.ts';
import type { Stored } from '../records/registry.ts';
import { type CommandContext, command, note } from './define.ts';

/** People who get badges by one write. */
export const mostBadges = 1000;

const put = (id: string, value: Badge) => ({ kind: 'badge' as const, id, value });

function drawn(participantId: string, context: CommandContext) {
  return put(context.newId(), {
    number: drawBadgeNumber(context.randomBytes),
    participantId,
    issuedAt: context.now.toISOString(),
    issuedBy: context.by.accountId,
    ended: null,
  });
}

const ended = ({ id, value }: Stored<'badge'>, context: CommandContext) =>
  put(id, { ...value, ended: { at: context.now.toISOString(), by: context.by.accountId } });

const subjects = (people: readonly string[]) => people.map((id) => ({ kind: 'participant' as const, id }));

const activeOf = async (reader: RecordReader, participantId: string): Promise<Stored<'badge'>[]> =>
  (await reader.where('badge', 'participantId', participantId)).filter(({ value }) => isActiveBadge(value));

export const badgeCommands = {
  /** Gives a badge to everybody named who has none. */
  'badge.issue': command({
    input: z.strictObject({ participantIds: z.array(z.string()).min(1).max(mostBadges) }),
    decide: async (reader, { participantIds }, context) => {
      const wanted = [...new Set(participantIds)];
      const people = await reader.getMany('participant', wanted);
      if (people.length !== wanted.length || people.some(({ value }) => value.mergedInto !== null))
        return err({ code: 'participant.missing' });
      if (people.some(({ value }) => hasDeparted(value, context.today)))
        return err({ code: 'badge.departed' });
      const without: string[] = [];
      for (const id of wanted) if ((await activeOf(reader, id)).length === 0) without.push(id);
      const puts = without.map((id) => drawn(id, context));
      return ok({ puts, subjects: subjects(without), output: { ids: puts.map(({ id }) => id) } });
    },
  }),
  /** A lost badge: what the person has opens nothing from now on, and there is a new one. */
  'badge.replace': command({
    input: z.strictObject({ participantId: z.string() }),
    decide: async (reader, { participantId }, context) => {
      const person = await reader.get('participant', participantId);
      if (!person || person.mergedInto !== null) return err({ code: 'participant.missing' });
      if (hasDeparted(person, context.today)) return err({ code: 'badge.departed' });
      const lost = await activeOf(reader, participantId);
      if (lost.length === 0) return err({ code: 'badge.none' });
      const fresh = drawn(participantId, context);
      return ok({
        puts: [...lost.map((badge) => ended(badge, context)), fresh],
        subjects: subjects([participantId]),
        output: { id: fresh.id, lost: lost.map(({ id }) => id) },
      });
    },
  }),
  /** Takes a replacement back, for the undo: the new badge is dead and the ones that were lost open again. */
  'badge.reinstate': command({
    input: z.strictObject({ id: z.string(), lost: z.array(z.string()).min(1).max(10) }),
    decide: async (reader, { id, lost }, context) => {
      const [fresh] = await reader.getMany('badge', [id]);
      const old = await reader.getMany('badge', lost);
      // Lost as well meanwhile: undoing would open an old badge beside the one that is carried now.
      if (!fresh || !isActiveBadge(fresh.value)) return err({ code: 'badge.missing' });
      if (old.length !== lost.length || old.some(({ value }) => isActiveBadge(value)))
        return err({ code: 'badge.missing' });
      const { participantId } = fresh.value;
      if (old.some(({ value }) => value.participantId !== participantId))
        return err({ code: 'badge.missing' });
      return ok({
        puts: [ended(fresh, context), ...old.map((badge) => put(badge.id, { ...badge.value, ended: null }))],
        subjects: subjects([participantId]),
        output: { ids: lost },
      });
    },
  }),
  /** Badges were printed. */
  'badge.print': note('badge'),
} as const;
