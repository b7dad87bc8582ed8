/** What a list, or a form, says of a person who is there already, as it goes into their record. */
import type { PersonEntry } from '#shared/domain/directory.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import {
  type Birth,
  mostSpellings,
  type NewParticipant,
  type Participant,
} from '#shared/domain/records/participant.ts';

/** The fields that can be taken over. */
const takenFields = [
  'spellings',
  'original',
  'number',
  'formerNumbers',
  'birth',
  'languages',
  'room',
] as const;
export type TakenField = (typeof takenFields)[number];

/** What changes in a record; only what differs. */
export type TakenOver = Partial<Pick<Participant, TakenField>>;

const mostFormerNumbers = 20;
const mostLanguages = 12;
const precision: Readonly<Record<Birth['kind'], number>> = { unknown: 0, year: 1, date: 2 };
const once = (texts: readonly string[]): string[] => [...new Set(texts)];

/** What is known of a person who is there. */
type Known = Pick<PersonEntry, TakenField | 'given' | 'family'>;

/**
 * What the newer word about a person changes. The name in use stays, and another spelling of it is added; a number and
 * a room are the newer ones, and a number that is replaced stays findable; a birth date only gets more exact. Empty
 * fields change nothing.
 */
export function takenOver(known: Known, news: NewParticipant): TakenOver {
  const original = known.original ?? news.original;
  const own = new Set([fullName(known), original, ...known.spellings]);
  const spellings = [fullName(news), ...news.spellings, ...(news.original === null ? [] : [news.original])];
  const number = news.number ?? known.number;
  const replaced = known.number !== null && known.number !== number ? [known.number] : [];
  const after: Pick<Participant, TakenField> = {
    spellings: once([...known.spellings, ...spellings.filter((text) => !own.has(text))]).slice(
      0,
      mostSpellings,
    ),
    ...{ original, number, room: news.room ?? known.room },
    formerNumbers: once([...known.formerNumbers, ...replaced])
      .filter((former) => former !== number)
      .slice(-mostFormerNumbers),
    birth: precision[news.birth.kind] > precision[known.birth.kind] ? news.birth : known.birth,
    languages: once([...known.languages, ...news.languages]).slice(0, mostLanguages),
  };
  return Object.fromEntries(
    takenFields
      .filter((field) => JSON.stringify(after[field]) !== JSON.stringify(known[field]))
      .map((field) => [field, after[field]]),
  );
}
