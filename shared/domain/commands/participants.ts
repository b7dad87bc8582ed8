import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import {
  hasDeparted,
  newParticipant,
  newParticipantSchema,
  type Participant,
  participantSchema,
  withYearOnlyBirth,
} from '../records/participant.ts';
import { apartPut } from './apart.ts';
import { type CommandContext, command, note } from './define.ts';
import { endPlaces, reopenPlaces } from './enrolments.ts';
import { changeTrace } from './person-changes.ts';

/** Rows of one import batch; each batch is one journal frame, so it is there whole or not at all. */
export const importBatchSize = 1000;

const { formerNumbers } = participantSchema.shape;

/** What can be changed of a person. A departure is a deed of its own: it ends places. */
const changesSchema = newParticipantSchema.omit({ departedOn: true }).extend({ formerNumbers }).partial();

/** A person who is there, or the place of a row in the batch. */
const personOrRow = z.union([z.string(), z.int().min(0)]);

const importInput = z
  .strictObject({
    /** People who are new; several rows about one of them may bring several numbers. */
    rows: z
      .array(newParticipantSchema.extend({ formerNumbers: formerNumbers.default([]) }))
      .max(importBatchSize),
    /** What the file says of people who are there already. */
    takenOver: z
      .array(z.strictObject({ id: z.string(), changes: changesSchema }))
      .max(importBatchSize)
      .default([]),
    /** Pairs who are not the same person, though it looks like it. */
    apart: z
      .array(z.tuple([personOrRow, personOrRow]))
      .max(5 * importBatchSize)
      .default([]),
  })
  .refine(({ rows, takenOver }) => rows.length + takenOver.length > 0);

async function importBatch(
  reader: RecordReader,
  { rows, takenOver, apart }: z.infer<typeof importInput>,
  context: CommandContext,
) {
  const added = rows.map((row) => ({
    kind: 'participant' as const,
    id: context.newId(),
    value: { ...newParticipant(row), formerNumbers: row.formerNumbers },
  }));
  const there = await reader.getMany(
    'participant',
    takenOver.map(({ id }) => id),
  );
  const known = new Map(there.map(({ id, value }) => [id, value]));
  const changed = takenOver.flatMap(({ id, changes }) => {
    const before = known.get(id);
    if (!before || before.mergedInto !== null) return [];
    return [{ kind: 'participant' as const, id, before, value: changedParticipant(before, changes) }];
  });
  if (changed.length !== takenOver.length) return err({ code: 'participant.missing' });
  const idOf = (ref: string | number): string | undefined => (typeof ref === 'string' ? ref : added[ref]?.id);
  const pairs = apart.map(([one, other]) => [idOf(one), idOf(other)] as const);
  const apartPuts = pairs.flatMap(([one, other]) =>
    one === undefined || other === undefined ? [] : [apartPut(one, other, context)],
  );
  if (apartPuts.length !== apart.length) return err({ code: 'participant.missing' });
  return ok({
    puts: [
      ...added,
      ...changed.map(({ kind, id, value }) => ({ kind, id, value })),
      ...changed.flatMap(({ id, before, value }) => changeTrace(id, before, value, context)),
      ...apartPuts,
    ],
    subjects: [...added, ...changed].map(({ kind, id }) => ({ kind, id })),
    output: { ids: added.map(({ id }) => id) },
  });
}

const changedParticipant = (before: Participant, changes: z.infer<typeof changesSchema>): Participant =>
  withYearOnlyBirth(participantSchema.parse({ ...before, ...changes }));

export const participantCommands = {
  'participant.create': command({
    input: newParticipantSchema,
    decide: async (_reader, input, context) => {
      const id = context.newId();
      return ok({
        puts: [{ kind: 'participant', id, value: newParticipant(input) }],
        subjects: [{ kind: 'participant', id }],
        output: { id },
      });
    },
  }),
  'participant.update': command({
    input: z.strictObject({ id: z.string(), changes: changesSchema }),
    decide: async (reader, { id, changes }, context) => {
      const before = await reader.get('participant', id);
      if (!before || before.mergedInto !== null) return err({ code: 'participant.missing' });
      const value = changedParticipant(before, changes);
      return ok({
        puts: [{ kind: 'participant', id, value }, ...changeTrace(id, before, value, context)],
        subjects: [{ kind: 'participant', id }],
        output: { id },
      });
    },
  }),
  /**
   * One batch of a list in one write: people who are new, what it says of people who are there, and who was said not to
   * be the same person. `ids` are those of the new ones, in the order of the rows.
   */
  'participant.import': command({ input: importInput, decide: importBatch }),
  /**
   * A person leaves the facility: ends their places in all groups, takes them off the waiting lists, lets others move
   * up, and sets the day from which the periods of retention are counted.
   */
  'participant.depart': command({
    input: z.strictObject({ id: z.string(), departedOn: dateSchema }),
    decide: async (reader, { id, departedOn }, context) => {
      const { today } = context;
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
        puts: [
          { kind: 'participant', id, value: { ...person, departedOn } },
          ...changeTrace(id, person, { ...person, departedOn }, context),
          ...ended,
          ...risen,
        ],
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
    input: z.strictObject({ id: z.string(), reopen: z.array(z.string()).max(200) }),
    decide: async (reader, { id, reopen }, context) => {
      const { today } = context;
      const person = await reader.get('participant', id);
      if (!person) return err({ code: 'participant.missing' });
      const places = await reader.getMany('enrolment', reopen);
      if (places.length !== reopen.length || places.some(({ value }) => value.participantId !== id))
        return err({ code: 'enrolment.missing' });
      const puts = await reopenPlaces(reader, places, today);
      if (!puts.ok) return puts;
      return ok({
        puts: [
          { kind: 'participant', id, value: { ...person, departedOn: null } },
          ...changeTrace(id, person, { ...person, departedOn: null }, context),
          ...puts.value,
        ],
        subjects: [{ kind: 'participant', id }],
        output: { id },
      });
    },
  }),
  'participant.view': note('participant'),
} as const;
