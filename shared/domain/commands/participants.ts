import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { err, ok } from '#shared/domain/result.ts';
import { hasDeparted, type Participant, participantSchema } from '../records/participant.ts';
import { command, everyone, note, planners } from './define.ts';
import { endPlaces, reopenPlaces } from './enrolments.ts';

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
    // A departure is a deed of its own: it ends places.
    input: z.strictObject({ id: z.string(), changes: participantInput.omit({ departedOn: true }).partial() }),
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
  /**
   * A person leaves the facility: ends their places in all groups, takes them off the waiting lists, lets others move
   * up, and sets the day from which the periods of retention are counted.
   */
  'participant.depart': command({
    roles: everyone,
    input: z.strictObject({ id: z.string(), departedOn: dateSchema }),
    decide: async (reader, { id, departedOn }, { today }) => {
      const person = await reader.get('participant', id);
      if (!person) return err({ code: 'participant.missing' });
      if (hasDeparted(person, today)) return err({ code: 'participant.departed-already' });
      if (departedOn > today) return err({ code: 'participant.departs-in-future', field: 'departedOn' });
      if (person.arrivedOn !== null && departedOn < person.arrivedOn)
        return err({ code: 'participant.departs-before-arrival', field: 'departedOn' });
      const places = await reader.where('enrolment', 'participantId', id);
      const open = places.filter(({ value }) => value.endedOn === null);
      const { ended, risen } = await endPlaces(reader, open, {
        ...{ endedOn: departedOn, reason: 'transferred', today },
      });
      return ok({
        puts: [{ kind: 'participant', id, value: { ...person, departedOn } }, ...ended, ...risen],
        subjects: [id, ...risen.map(({ value }) => value.participantId)].map((subject) => ({
          kind: 'participant' as const,
          id: subject,
        })),
        output: {
          ended: ended.map(({ id: place }) => place),
          movedUp: risen.map(({ value: { participantId, groupId } }) => ({ participantId, groupId })),
        },
      });
    },
  }),
  /** A departed person is here again; `reopen` names the places that the departure ended, to undo it. */
  'participant.return': command({
    roles: everyone,
    input: z.strictObject({ id: z.string(), reopen: z.array(z.string()).max(200) }),
    decide: async (reader, { id, reopen }, { today }) => {
      const person = await reader.get('participant', id);
      if (!person) return err({ code: 'participant.missing' });
      const places = await reader.getMany('enrolment', reopen);
      if (places.length !== reopen.length || places.some(({ value }) => value.participantId !== id))
        return err({ code: 'enrolment.missing' });
      const puts = await reopenPlaces(reader, places, today);
      if (!puts.ok) return puts;
      return ok({
        puts: [{ kind: 'participant', id, value: { ...person, departedOn: null } }, ...puts.value],
        subjects: [{ kind: 'participant', id }],
        output: { id },
      });
    },
  }),
  'participant.view': note('participant', everyone),
} as const;
