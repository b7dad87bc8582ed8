import { z } from 'zod';
import { err, ok } from '#shared/domain/result.ts';
import { type Participant, participantSchema } from '../records/participant.ts';
import { command, everyone, note, planners } from './define.ts';

/** Rows of one import batch; each batch is one journal frame, so it is there whole or not at all. */
export const importBatchSize = 1000;

/** Fields that a participant doesn't have never reach a record (data protection: nothing more than the job needs). */
const participantInput = participantSchema.strip();

/** 01.01. of a year usually stands for the year (domain.md); it is kept as what it means. */
function withYearOnlyBirth(person: Participant): Participant {
  return person.birth.kind === 'date' && person.birth.date.endsWith('-01-01')
    ? { ...person, birth: { kind: 'year', year: Number(person.birth.date.slice(0, 4)) } }
    : person;
}

export const participantCommands = {
  'participant.create': command({
    roles: everyone,
    input: participantInput,
    decide: async (_reader, input, context) => {
      const id = context.newId();
      return ok({
        puts: [{ kind: 'participant', id, value: withYearOnlyBirth(input) }],
        subjects: [{ kind: 'participant', id }],
        output: { id },
      });
    },
  }),
  'participant.update': command({
    roles: everyone,
    input: z.strictObject({ id: z.string(), changes: participantInput.partial() }),
    decide: async (reader, { id, changes }) => {
      const before = await reader.get('participant', id);
      if (!before) return err({ code: 'participant.missing' });
      const value = withYearOnlyBirth(participantSchema.parse({ ...before, ...changes }));
      return ok({
        puts: [{ kind: 'participant', id, value }],
        subjects: [{ kind: 'participant', id }],
        output: { id },
      });
    },
  }),
  'participant.import': command({
    roles: planners,
    input: z.strictObject({ rows: z.array(participantInput).min(1).max(importBatchSize) }),
    decide: async (_reader, { rows }, context) => {
      const puts = rows.map((row) => ({
        kind: 'participant' as const,
        id: context.newId(),
        value: withYearOnlyBirth(row),
      }));
      return ok({
        puts,
        subjects: puts.map(({ kind, id }) => ({ kind, id })),
        output: { ids: puts.map(({ id }) => id) },
      });
    },
  }),
  'participant.view': note('participant', everyone),
} as const;
