/**
 * Search over people, in memory. Guarantees: everybody whose entry holds every typed word is found, whatever the
 * order of the words, their marks and their case; the same people and text always give the same order.
 */
import type { PersonEntry } from './directory.ts';
import { foldName } from './names.ts';

export interface PeopleIndex {
  /** Adds a person, or replaces the entry with the same id. */
  put(person: PersonEntry): void;
  remove(id: string): void;
  /** Best matches first, equals in order of name. Without any word in `text`: everybody in order of name. */
  search(text: string, limit: number): readonly PersonEntry[];
}

/** A person as it is searched. Words stand between spaces, so that the beginning and end of one can be told. */
interface Row {
  readonly person: PersonEntry;
  readonly sortKey: string;
  /** Words of the name as on the document, then of further spellings, original script, number and room. */
  readonly words: string;
  /** Where the name ends in `words`. */
  readonly nameEnd: number;
}

const wordBreak = /[\s,;/()"„“]+/u;
const hyphen = /[-‐‑–]/u;

/** Folded words; a hyphenated one also by its parts, so that `ahmad` is the beginning of a word in `al-Ahmad`. */
function wordsOf(texts: readonly (string | null)[]): string[] {
  return texts.flatMap((text) =>
    (text ?? '').split(wordBreak).flatMap((word) => {
      const parts = word.split(hyphen);
      return (parts.length > 1 ? [word, ...parts] : [word]).map(foldName).filter((folded) => folded !== '');
    }),
  );
}

function rowOf(person: PersonEntry): Row {
  const name = ` ${wordsOf([person.given, person.family]).join(' ')} `;
  const further = wordsOf([...person.spellings, person.original, person.number, person.room]).join(' ');
  return { person, sortKey: personSortKey(person), words: `${name}${further} `, nameEnd: name.length };
}

/**
 * The key that orders people by family name, then given name, then number: letters with marks stand with their base
 * letter (DIN 5007-1). Compare with `<`; unique by id.
 */
export function personSortKey(person: Pick<PersonEntry, 'id' | 'given' | 'family' | 'number'>): string {
  const [first, second] = person.family === null ? [person.given, ''] : [person.family, person.given];
  return [foldName(first), foldName(second), person.number ?? '', person.id].join('\u0000');
}

/** How well a word matches: exact before beginning before middle, the name itself before the rest. Best is 0. */
const worst = 5;

/** Each search begins where the one before found something: the first of a kind is also the first in the name. */
function rank({ words, nameEnd }: Row, word: string): number | undefined {
  const middle = words.indexOf(word);
  if (middle === -1) return undefined;
  const beginning = words.indexOf(` ${word}`, middle - 1);
  if (beginning === -1) return middle < nameEnd ? 4 : worst;
  const exact = words.indexOf(` ${word} `, beginning);
  if (exact === -1) return beginning + 1 < nameEnd ? 2 : 3;
  return exact + 1 < nameEnd ? 0 : 1;
}

/** Sum of the ranks of all words, `undefined` if one of them does not match. */
function rankAll(row: Row, words: readonly string[]): number | undefined {
  let sum = 0;
  for (const word of words) {
    const one = rank(row, word);
    if (one === undefined) return undefined;
    sum += one;
  }
  return sum;
}

/** Where `key` stands, or would stand, in rows sorted by it. */
function position(rows: readonly Row[], key: string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.sortKey ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words of a query. A later, wider search (transliteration, slips of the pen) widens these. */
function queryWords(text: string): string[] {
  return text
    .split(wordBreak)
    .map(foldName)
    .filter((word) => word !== '');
}

/**
 * An index over `people`. Rows lie in order of name, so that a search fills one bucket per rank and sorts nothing.
 */
export function createPeopleIndex(people: readonly PersonEntry[]): PeopleIndex {
  const byId = new Map(people.map((person) => [person.id, rowOf(person)]));
  const rows = [...byId.values()].sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
  const remove = (id: string): void => {
    const row = byId.get(id);
    if (!row) return;
    byId.delete(id);
    rows.splice(position(rows, row.sortKey), 1);
  };
  return {
    remove,
    put: (person) => {
      remove(person.id);
      const row = rowOf(person);
      byId.set(person.id, row);
      rows.splice(position(rows, row.sortKey), 0, row);
    },
    search: (text, limit) => {
      const words = queryWords(text);
      const buckets: PersonEntry[][] = Array.from({ length: words.length * worst + 1 }, () => []);
      for (const row of rows) {
        const sum = rankAll(row, words);
        if (sum === undefined) continue;
        buckets[sum]?.push(row.person);
        // Nothing can stand before the best bucket.
        if (sum === 0 && (buckets[0]?.length ?? 0) >= limit) break;
      }
      return buckets.flat().slice(0, limit);
    },
  };
}
