/** What one record of a person becomes when another turns out to be the same person's, and how that is taken back. */
import { fullName } from '#shared/domain/names/full-name.ts';
import { type Birth, mostSpellings, type Participant } from '#shared/domain/records/participant.ts';

const once = (texts: readonly (string | null)[], without: string): string[] =>
  [...new Set(texts.filter((text) => text !== null))].filter((text) => text !== without);

const precision: Readonly<Record<Birth['kind'], number>> = { unknown: 0, year: 1, date: 2 };

/** The earlier of two days; one that is not known says nothing. */
const earlier = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? (one ?? other) : one < other ? one : other;

/**
 * The record that goes on: its own name, and every other name of both as further spellings; every number stays
 * findable; what it does not know comes from the other; the more exact birth date. Where both say something else, its
 * own stays – the other record is kept as it was.
 */
export function mergedPerson(kept: Participant, other: Participant): Participant {
  const spellings = once(
    [...kept.spellings, fullName(other), ...other.spellings, kept.original === null ? null : other.original],
    fullName(kept),
  ).filter((text) => text !== kept.original);
  return {
    ...kept,
    spellings: spellings.slice(0, mostSpellings),
    original: kept.original ?? other.original,
    number: kept.number ?? other.number,
    formerNumbers: once([...kept.formerNumbers, other.number, ...other.formerNumbers], kept.number ?? '')
      .filter((number) => number !== (kept.number ?? other.number))
      .slice(0, 20),
    birth: precision[other.birth.kind] > precision[kept.birth.kind] ? other.birth : kept.birth,
    languages: once([...kept.languages, ...other.languages], '').slice(0, 12),
    room: kept.room ?? other.room,
    arrivedOn: earlier(kept.arrivedOn, other.arrivedOn),
    departedOn: kept.departedOn === null || other.departedOn === null ? null : kept.departedOn,
    note: kept.note ?? other.note,
  };
}

/** The kept record without what the other brought; what was changed since the merge stays. */
export function unmergedPerson(now: Participant, before: Participant, other: Participant): Participant {
  const merged: Readonly<Record<string, unknown>> = mergedPerson(before, other);
  const current: Readonly<Record<string, unknown>> = now;
  const untouched = Object.entries(before).filter(
    ([field]) => JSON.stringify(current[field]) === JSON.stringify(merged[field]),
  );
  return { ...now, ...Object.fromEntries(untouched) };
}
