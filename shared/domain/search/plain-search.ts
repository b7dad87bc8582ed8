import type { PersonEntry } from '#shared/domain/directory.ts';
import { foldName } from '#shared/domain/names/fold.ts';
import { wordsOf } from '#shared/domain/names/name-words.ts';
import { personSortKey } from '#shared/domain/names/sort-key.ts';

/**
 * Everybody whose name or number has a word that begins with each typed one, in order of name: what search can say
 * without its index. Without a word: everybody as they stand.
 */
export function findByBeginnings(
  people: readonly PersonEntry[],
  text: string,
  limit: number,
): readonly PersonEntry[] {
  const sought = wordsOf(text).map(foldName);
  if (sought.length === 0) return people.slice(0, limit);
  const found = people.filter((person) => {
    const words = wordsOf(`${person.given} ${person.family ?? ''} ${person.number ?? ''}`).map(foldName);
    return sought.every((begins) => words.some((word) => word.startsWith(begins)));
  });
  return found
    .map((person) => ({ person, key: personSortKey(person) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ person }) => person)
    .slice(0, limit);
}
