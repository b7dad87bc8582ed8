import { compoundsOf, wordsOf } from './name-words.ts';

/**
 * The first of somebody's given names, compounds in one piece (`Abd al-Rahman`, `Gebre Mariam`). Where a person has no
 * family name, the father's and grandfather's stand with the given ones and are left out.
 */
export function firstName(given: string): string {
  const words = wordsOf(given).slice(0, 3);
  const compounds = new Set(compoundsOf(words));
  const count = [3, 2].find((length) => compounds.has(words.slice(0, length).join(''))) ?? 1;
  const end = words.slice(0, count).reduce((from, word) => given.indexOf(word, from) + word.length, 0);
  // `Anna-Maria` is one name.
  const rest = given.slice(end).search(/\s/);
  return (rest === -1 ? given : given.slice(0, end + rest)).trim();
}
