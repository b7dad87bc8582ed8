import { z } from 'zod';
import { mergeTaskKinds } from '#shared/domain/after-merge/merge-task.ts';
import { recordType } from './define.ts';

/** Something that was found after a merge and that somebody said is right as it is. Holds random ids only. */
const settledTaskSchema = z.looseObject({
  task: z.enum(mergeTaskKinds),
  /** Of the task, in its order. */
  ids: z.array(z.string()).min(1).max(1000),
  /** Participants whom the task was about: it goes with them. */
  people: z.array(z.string()).max(1000),
  by: z.string(),
  /** ISO instant. */
  at: z.string(),
});
export type SettledTask = z.infer<typeof settledTaskSchema>;
export const settledTaskType = recordType(settledTaskSchema, () => ({}), [], { rest: 'fixed' });
