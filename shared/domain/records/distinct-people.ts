import { z } from 'zod';
import { recordType } from './define.ts';

/** Two people of whom staff said that they are not the same person: twins, or father and son of one name. */
const distinctPeopleSchema = z.looseObject({
  /** Participants, the smaller id first. */
  people: z.tuple([z.string(), z.string()]),
  /** Taken back: they may be shown as likely the same again. */
  withdrawn: z.boolean(),
});
export type DistinctPeople = z.infer<typeof distinctPeopleSchema>;
export const distinctPeopleType = recordType(distinctPeopleSchema, () => ({}), [], {
  together: [['withdrawn']],
  rest: 'fixed',
});
