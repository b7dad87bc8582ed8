import type { Participant } from '#shared/domain/records/participant.ts';
import { foldName } from './fold.ts';

/** `Given Family`, as the document has it. */
export function fullName(person: Pick<Participant, 'given' | 'family'>): string {
  return person.family === null ? person.given : `${person.given} ${person.family}`;
}

/** `Family, Given`: how lists are sorted. */
export function listName(person: Pick<Participant, 'given' | 'family'>): string {
  return person.family === null ? person.given : `${person.family}, ${person.given}`;
}

const collator = new Intl.Collator('de', { sensitivity: 'base' });

/** Orders people as lists do: by family name, then given name. */
export function byListName(
  one: Pick<Participant, 'given' | 'family'>,
  other: Pick<Participant, 'given' | 'family'>,
): number {
  return collator.compare(listName(one), listName(other));
}

/** The name in its own script, where that says more than the document's spelling; else `null`. */
export function ownScript(person: Pick<Participant, 'given' | 'family' | 'original'>): string | null {
  const { original } = person;
  return original === null || foldName(original) === foldName(fullName(person)) ? null : original;
}
