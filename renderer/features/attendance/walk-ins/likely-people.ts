import type { PersonEntry } from '#shared/domain/directory.ts';

type Search = (text: string, limit: number) => readonly PersonEntry[];

const most = 8;
const shortestWord = 3;
/** Fits of a single word that are looked at. */
const mostOfAWord = 30;

/**
 * Who a name may stand for. At the door people say more or less of their name than the record has: whoever fits all of
 * it comes first, then who fits most of its words. Of those who fit alike, `expected` come first.
 */
export function likelyPeople(search: Search, name: string, expected: ReadonlySet<string>): PersonEntry[] {
  const expectedFirst = (people: readonly PersonEntry[]): PersonEntry[] => [
    ...people.filter(({ id }) => expected.has(id)),
    ...people.filter(({ id }) => !expected.has(id)),
  ];
  const whole = expectedFirst(search(name, mostOfAWord));
  const words = name.split(/[\s,]+/u).filter((word) => word.length >= shortestWord);
  if (whole.length >= most || words.length < 2) return whole.slice(0, most);
  const there = new Set(whole.map(({ id }) => id));
  const fits = new Map<string, { readonly person: PersonEntry; words: number }>();
  for (const word of words)
    for (const person of search(word, mostOfAWord)) {
      const known = fits.get(person.id) ?? { person, words: 0 };
      fits.set(person.id, { person, words: known.words + 1 });
    }
  const partly = [...fits.values()].filter(({ person }) => !there.has(person.id));
  const counts = [...new Set(partly.map((fit) => fit.words))].sort((a, b) => b - a);
  const byWords = counts.flatMap((count) =>
    expectedFirst(partly.filter((fit) => fit.words === count).map(({ person }) => person)),
  );
  return [...whole, ...byWords].slice(0, most);
}
