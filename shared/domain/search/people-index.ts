/**
 * Search over people, in memory. Guarantees: everybody who has every typed word, in the letters typed, is found, in
 * whatever order, case and marks; other spellings, scripts and slips come behind; the same people and text always give
 * the same order, whatever was put and removed before.
 */
import type { PersonEntry } from '#shared/domain/directory.ts';
import { personSortKey } from '#shared/domain/names/sort-key.ts';
import { type Fits, fit, fitsOf } from './match-word.ts';
import { type Query, queryOf, type Segment } from './query.ts';
import { none, rankOf, type Table, tableOf } from './rank.ts';
import { createOrder, type Ordered } from './row-order.ts';
import { createTerms } from './terms.ts';

export interface PeopleIndex {
  /** Adds people, or replaces the entries with the same ids. */
  put(people: readonly PersonEntry[]): void;
  remove(id: string): void;
  /** Best matches first, equals in order of name. Without any word in `text`: everybody in order of name. */
  search(text: string, limit: number): readonly PersonEntry[];
}

export interface PeopleIndexOptions {
  /** The day from which on somebody who left stands below equals who are there; without it, any departure counts. */
  readonly today?: () => string;
  /** Numbers of the badges that are somebody's now; who gets or loses one is put again. */
  readonly badgesOf?: (participantId: string) => readonly string[];
}

interface Row extends Ordered {
  readonly person: PersonEntry;
  readonly places: readonly number[];
  readonly nameWords: number;
}

/** Typed words whose fits are kept: while the second word is typed, the first is not looked up again. */
const mostKnown = 24;
/** With fewer people found, every word may have slips, not only those that nobody has. */
const enough = 5;

/** An index over `people`. Rows lie in order of name, so that a search fills one bucket per rank and sorts nothing. */
export function createPeopleIndex(
  people: readonly PersonEntry[],
  { today, badgesOf }: PeopleIndexOptions = {},
): PeopleIndex {
  const terms = createTerms();
  const byId = new Map<string, Row>();
  const order = createOrder<Row>();
  let table: Table | undefined;
  let everybody: readonly PersonEntry[] | undefined;
  let known = new Map<string, Fits>();
  let knownAt = -1;

  const fitsFor = (segment: Segment, withSlips: boolean): Fits => {
    if (knownAt !== terms.version) {
      known = new Map();
      knownAt = terms.version;
    }
    const key = `${withSlips ? 1 : 0}${segment.written}`;
    const before = known.get(key);
    if (before) return before;
    if (known.size >= mostKnown) known = new Map();
    const fits = fitsOf(segment, terms, withSlips ? fitsFor(segment, false) : undefined);
    known.set(key, fits);
    return fits;
  };

  const remove = (id: string): void => {
    const row = byId.get(id);
    if (!row) return;
    terms.release(row.places);
    byId.delete(id);
    order.remove(row);
    table = undefined;
    everybody = undefined;
  };

  const put = (added: readonly PersonEntry[]): void => {
    const made = new Map<string, Row>();
    for (const person of added) {
      remove(person.id);
      const twice = made.get(person.id);
      if (twice) terms.release(twice.places);
      const { places, nameWords } = terms.of(person, badgesOf?.(person.id) ?? []);
      made.set(person.id, { person, sortKey: personSortKey(person), places, nameWords });
    }
    for (const row of made.values()) byId.set(row.person.id, row);
    order.add([...made.values()]);
    table = undefined;
    everybody = undefined;
  };

  const find = (query: Query, withSlips: 'where-needed' | 'everywhere', limit: number): PersonEntry[] => {
    const rows = order.rows();
    table ??= tableOf(rows);
    const words = query.words.map((segment) => {
      const fits = fitsFor(segment, false);
      return withSlips === 'where-needed' && fits.best < fit.middle ? fits : fitsFor(segment, true);
    });
    const pairs = query.pairs.map((segment) => fitsFor(segment, false));
    const now = today?.();
    const buckets: PersonEntry[][] = [];
    for (let at = 0; at < rows.length; at += 1) {
      const rank = rankOf(table, at, words, pairs, query.optional);
      if (rank === none) continue;
      const row = rows[at];
      if (row === undefined) continue;
      const { departedOn } = row.person;
      const left = departedOn !== null && (now === undefined || departedOn <= now) ? 1 : 0;
      const more = row.nameWords > words.length ? 1 : 0;
      const bucket = rank * 4 + more * 2 + left;
      const people = buckets[bucket];
      if (people === undefined) buckets[bucket] = [row.person];
      else if (people.length < limit) people.push(row.person);
      // Nothing can stand before the best bucket.
      if (bucket === 0 && (buckets[0]?.length ?? 0) >= limit) break;
    }
    return buckets.flat().slice(0, limit);
  };

  put(people);
  return {
    put,
    remove,
    search: (text, limit) => {
      if (limit <= 0) return [];
      const query = queryOf(text);
      if (query.words.length === 0) {
        everybody ??= order.rows().map(({ person }) => person);
        return limit < everybody.length ? everybody.slice(0, limit) : everybody;
      }
      const found = find(query, 'where-needed', limit);
      return found.length >= Math.min(limit, enough) ? found : find(query, 'everywhere', limit);
    },
  };
}
