import type { Participant } from './records/participant.ts';

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

/** Letters that NFD does not take apart. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ħ: 'h',
};

/** Folds a name for comparing: lower case, no marks, no apostrophes or hyphens. */
export function foldName(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßøæœðþłđıħ]/g, (letter) => letters[letter] ?? letter)
    .replace(/['’`ʼʻ‘´\-_.]/g, '')
    .normalize('NFC');
}

/** The name in its own script, where that says more than the document's spelling; else `null`. */
export function ownScript(person: Pick<Participant, 'given' | 'family' | 'original'>): string | null {
  const { original } = person;
  return original === null || foldName(original) === foldName(fullName(person)) ? null : original;
}
