import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { recordType } from './define.ts';

const name = z.string().trim().min(1).max(200);

/** A day, a year only, or unknown. 01.01. of a year is kept as the year: it says nothing about the day. */
export const birthSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('date'), date: dateSchema }),
  z.object({ kind: z.literal('year'), year: z.int().min(1900).max(2199) }),
  z.object({ kind: z.literal('unknown') }),
]);
export type Birth = z.infer<typeof birthSchema>;

/**
 * A resident who takes part. Only what the job needs is stored: never status, nationality, religion, health or
 * numbers of other authorities.
 */
export const participantSchema = z.looseObject({
  /** The site's own number; `null` if none. */
  number: z.string().trim().min(1).max(40).nullable(),
  /** As on the resident's document. People with one name only have it here. */
  given: name,
  family: name.nullable(),
  /** Further spellings in Latin script. */
  spellings: z.array(name).max(20),
  /** The name in its own script. */
  original: name.nullable(),
  birth: birthSchema,
  /** Language codes of shared/domain/languages.ts, or free text where none fits. */
  languages: z.array(z.string().trim().min(1).max(40)).max(12),
  room: z.string().trim().min(1).max(20).nullable(),
  arrivedOn: dateSchema.nullable(),
  departedOn: dateSchema.nullable(),
  /** Free text only with the purpose that it serves. */
  note: z
    .object({ text: z.string().trim().min(1).max(2000), purpose: z.string().trim().min(1).max(200) })
    .nullable(),
});
export type Participant = z.infer<typeof participantSchema>;

/** Whether a person has left the facility by `today`. */
export function hasDeparted({ departedOn }: Pick<Participant, 'departedOn'>, today: string): boolean {
  return departedOn !== null && departedOn <= today;
}

export const participantType = recordType(participantSchema, () => ({}));
