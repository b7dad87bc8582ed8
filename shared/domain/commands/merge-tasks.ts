/** What staff say about something that was found after a merge (domain/after-merge). */
import { z } from 'zod';
import { err, ok } from '#shared/domain/result.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import { type MergeTaskKind, mergeTaskKinds } from '../after-merge/merge-task.ts';
import { command } from './define.ts';

type Settled = Exclude<MergeTaskKind, 'erased-again'>;

/** Of which kind the records of a task are; some name people in a field. */
const namedBy = {
  'group-overfull': 'courseGroup',
  'place-twice': 'enrolment',
  'room-twice': 'session',
  'lead-twice': 'session',
  'group-meets-twice': 'session',
  'attendance-without-session': 'session',
  'person-twice': 'participant',
  'left-with-merged': 'participant',
  'decided-twice': 'certificateDecision',
  'certificate-number-twice': 'certificate',
} as const satisfies Record<Settled, string>;

const input = z.strictObject({
  kind: z.enum(mergeTaskKinds.filter((kind): kind is Settled => kind !== 'erased-again')),
  ids: z.array(z.string()).min(1).max(1000),
});

/** The records that a task is about, as far as they are there. */
async function subjectsOf(reader: RecordReader, { kind, ids }: z.infer<typeof input>) {
  const of = namedBy[kind];
  const found = await reader.getMany(of, ids);
  const people = found.flatMap(({ id, value }) =>
    of === 'participant' ? [id] : 'participantId' in value ? [String(value.participantId)] : [],
  );
  return { subjects: found.map(({ id }) => ({ kind: of, id })), people: [...new Set(people)] };
}

export const mergeTaskCommands = {
  /** Says that something is right as it is: no workstation asks about it again. */
  'mergeTask.settle': command({
    input,
    decide: async (reader, task, { newId, now, by }) => {
      const { subjects, people } = await subjectsOf(reader, task);
      if (subjects.length === 0) return err({ code: 'mergeTask.gone' });
      const id = newId();
      const { kind, ids } = task;
      const value = { task: kind, ids, people, by: by.accountId, at: now.toISOString() };
      return ok({ puts: [{ kind: 'settledTask', id, value }], subjects, output: { id } });
    },
  }),
} as const;
