import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { recordType } from './define.ts';

const siteNumber = z.string().trim().min(1).max(40);
const name = z.string().trim().min(1).max(200);

/** A merge adds those of the other record to the few that a person has. */
export const mostSpellings = 60;

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
  number: siteNumber.nullable(),
  /** Numbers under which the person was kept before two records became one. */
  formerNumbers: z.array(siteNumber).max(20),
  /** As on the resident's document. People with one name only have it here. */
  given: name,
  family: name.nullable(),
  /** Further spellings in Latin script. */
  spellings: z.array(name).max(mostSpellings),
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
  /** The record that goes on in place of this one, of a person who was kept twice; `null`: this one. */
  mergedInto: z.string().nullable(),
});
export type Participant = z.infer<typeof participantSchema>;

/**
 * What somebody enters of a person. Fields that a participant doesn't have never reach a record (data protection:
 * nothing more than the job needs); what comes of merging is not entered.
 */
export const newParticipantSchema = participantSchema.omit({ formerNumbers: true, mergedInto: true }).strip();
export type NewParticipant = z.infer<typeof newParticipantSchema>;

/** The record of somebody new. 01.01. of a year usually stands for the year (domain.md) and is kept as what it means. */
export function newParticipant(entered: NewParticipant): Participant {
  return { ...withYearOnlyBirth(entered), formerNumbers: [], mergedInto: null };
}

/** With 01.01. of a year as that year. */
export function withYearOnlyBirth<P extends { readonly birth: Birth }>(person: P): P {
  return person.birth.kind === 'date' && person.birth.date.endsWith('-01-01')
    ? { ...person, birth: { kind: 'year', year: Number(person.birth.date.slice(0, 4)) } }
    : person;
}

/** Whether there is more than what tells the person apart: what is kept only while they are here. */
export function hasDetails({ room, languages, note }: Participant): boolean {
  return room !== null || languages.length > 0 || note !== null;
}

/** Whether a person has left the facility by `today`. */
export function hasDeparted({ departedOn }: Pick<Participant, 'departedOn'>, today: string): boolean {
  return departedOn !== null && departedOn <= today;
}

export const participantType = recordType(
  participantSchema,
  () => ({}),
  [(person) => ({ ...person, formerNumbers: [], mergedInto: null })],
  {
    together: [
      ['given', 'family'],
      ['arrivedOn', 'departedOn'],
    ],
  },
);
