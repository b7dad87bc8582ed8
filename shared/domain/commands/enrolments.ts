import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import { enrolmentEndReasons } from '../records/enrolment.ts';
import type { Stored } from '../records/registry.ts';
import { command, teachers } from './define.ts';

/** The places of a group that are taken. */
export async function openPlaces(reader: RecordReader, groupId: string): Promise<Stored<'enrolment'>[]> {
  return (await reader.where('enrolment', 'groupId', groupId)).filter(({ value }) => value.endedOn === null);
}

export const enrolmentCommands = {
  /** Enrols people who aren't yet; those who are stay as they are. */
  'enrolment.add': command({
    roles: teachers,
    input: z.strictObject({
      groupId: z.string(),
      participantIds: z.array(z.string()).min(1).max(500),
      enrolledOn: dateSchema,
    }),
    decide: async (reader, { groupId, participantIds, enrolledOn }, context) => {
      const group = await reader.get('courseGroup', groupId);
      if (!group) return err({ code: 'enrolment.group-missing' });
      if (enrolledOn > group.endsOn) return err({ code: 'enrolment.after-end', field: 'enrolledOn' });
      const enrolled = new Set((await openPlaces(reader, groupId)).map(({ value }) => value.participantId));
      const named = [...new Set(participantIds)];
      const wanted = named.filter((id) => !enrolled.has(id));
      const found = await reader.getMany('participant', wanted);
      if (found.length !== wanted.length) return err({ code: 'enrolment.participant-missing' });
      const free = group.capacity === null ? Number.POSITIVE_INFINITY : group.capacity - enrolled.size;
      if (wanted.length > free)
        return err({ code: 'enrolment.full', values: { free: Math.max(0, free), wanted: wanted.length } });
      const puts = wanted.map((participantId) => ({
        kind: 'enrolment' as const,
        id: context.newId(),
        value: { groupId, participantId, enrolledOn, endedOn: null, endReason: null },
      }));
      return ok({
        puts,
        subjects: [
          { kind: 'courseGroup', id: groupId },
          ...wanted.map((id) => ({ kind: 'participant' as const, id })),
        ],
        output: { added: puts.map(({ id }) => id), already: named.length - wanted.length },
      });
    },
  }),
  'enrolment.end': command({
    roles: teachers,
    input: z.strictObject({ id: z.string(), endedOn: dateSchema, reason: z.enum(enrolmentEndReasons) }),
    decide: async (reader, { id, endedOn, reason }) => {
      const before = await reader.get('enrolment', id);
      if (!before) return err({ code: 'enrolment.missing' });
      if (endedOn < before.enrolledOn) return err({ code: 'enrolment.ends-before-start', field: 'endedOn' });
      return ok({
        puts: [{ kind: 'enrolment', id, value: { ...before, endedOn, endReason: reason } }],
        subjects: [
          { kind: 'courseGroup', id: before.groupId },
          { kind: 'participant', id: before.participantId },
        ],
        output: { id },
      });
    },
  }),
  /** Takes back an end, for the undo; refused where the place has been filled since. */
  'enrolment.reopen': command({
    roles: teachers,
    input: z.strictObject({ id: z.string() }),
    decide: async (reader, { id }) => {
      const before = await reader.get('enrolment', id);
      if (!before) return err({ code: 'enrolment.missing' });
      const others = (await openPlaces(reader, before.groupId)).filter((place) => place.id !== id);
      if (others.some(({ value }) => value.participantId === before.participantId))
        return err({ code: 'enrolment.already' });
      const capacity =
        (await reader.get('courseGroup', before.groupId))?.capacity ?? Number.POSITIVE_INFINITY;
      if (others.length >= capacity) return err({ code: 'enrolment.full', values: { free: 0, wanted: 1 } });
      return ok({
        puts: [{ kind: 'enrolment', id, value: { ...before, endedOn: null, endReason: null } }],
        subjects: [
          { kind: 'courseGroup', id: before.groupId },
          { kind: 'participant', id: before.participantId },
        ],
        output: { id },
      });
    },
  }),
} as const;
