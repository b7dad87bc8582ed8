/**
 * In which order the desk shows whom the search found: two letters and Enter are to take the person who is awaited now.
 * How well the name fits comes first, so that nobody awaited overtakes somebody whose name was typed.
 */
import { expectedOn } from '#shared/domain/attendance/roster.ts';
import { isOn } from '#shared/domain/desk/fitting-session.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { foldName } from '#shared/domain/names/fold.ts';
import type { DeskView } from './desk-view.ts';

const wordBreak = /[\s,;/()"'’\-‐‑–]+/gu;

const wordsOf = (texts: readonly (string | null)[]): string[] =>
  foldName(texts.join(' ').replace(wordBreak, ' '))
    .split(' ')
    .filter((word) => word !== '');

/** Folded once: each letter asks for hundreds of people again. */
const folded = new WeakMap<PersonEntry, readonly string[]>();
function wordsOfPerson(person: PersonEntry): readonly string[] {
  const known = folded.get(person);
  if (known) return known;
  const { given, family, spellings, original, number, formerNumbers, room } = person;
  const words = wordsOf([given, family, ...spellings, original, number, ...formerNumbers, room]);
  folded.set(person, words);
  return words;
}

/** 0: every typed word is one of the name, the number or the room; 1: the beginning of one; 2: found in another way. */
function nearness(typed: readonly string[], person: PersonEntry): number {
  const words = wordsOfPerson(person);
  if (typed.every((word) => words.includes(word))) return 0;
  return typed.every((word) => words.some((other) => other.startsWith(word))) ? 1 : 2;
}

/** Everybody who has a place in one of the sessions that are on. */
export function awaitedNow({ sessions, directory, moment }: DeskView): ReadonlySet<string> {
  const on = sessions.filter((one) => isOn(one, moment.minute));
  return new Set(
    on.flatMap(({ group }) => [...expectedOn(moment.today, directory.enrolmentsOf('groupId', group.id))]),
  );
}

/**
 * The first `limit` of those found: who left the facility comes last, else the better name, then who is awaited, then
 * the order of the search.
 */
export function rankFound(
  found: readonly PersonEntry[],
  text: string,
  {
    awaited,
    today,
    limit,
  }: { readonly awaited: ReadonlySet<string>; readonly today: string; readonly limit: number },
): readonly PersonEntry[] {
  const typed = wordsOf([text]);
  // Some digits may begin anybody's badge: they mean a number or a room.
  const isNumber = /^[\d\s]+$/.test(text);
  const ranks: PersonEntry[][] = Array.from({ length: 7 }, () => []);
  for (const person of found) {
    const hasLeft = person.departedOn !== null && person.departedOn <= today;
    const near = nearness(typed, person);
    if (isNumber && near === 2) continue;
    const rank = hasLeft ? 6 : near * 2 + (awaited.has(person.id) ? 0 : 1);
    ranks[rank]?.push(person);
  }
  return ranks.flat().slice(0, limit);
}
