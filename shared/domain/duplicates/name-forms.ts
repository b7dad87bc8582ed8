import type { PersonEntry } from '#shared/domain/directory.ts';
import { foldName } from '#shared/domain/names/fold.ts';
import type { Lexicon, Word } from '#shared/domain/names/lexicon.ts';
import { compoundAt, isParticle, wordsOf } from '#shared/domain/names/name-words.ts';

/** A person's name as it was written once: on the document, as a further spelling, in its own script. */
export interface NameForm {
  readonly kind: 'document' | 'spelling' | 'original';
  /** The words that say who it is, compounds as one; articles and `bin` are left out. */
  readonly units: readonly Word[];
  /** Each unit drawn together with the next: `Haile Mariam` and `Hailemariam`. */
  readonly joined: readonly Word[];
  /** All letters, folded: for what is the same to the letter. */
  readonly folded: string;
}

/** What is compared of a name that was written in so many words; longer ones say no more. */
const mostUnits = 6;

export function nameForms(
  person: Pick<PersonEntry, 'given' | 'family' | 'spellings' | 'original'>,
  lexicon: Lexicon,
): readonly NameForm[] {
  const document = person.family === null ? [person.given] : [person.given, person.family];
  return [
    form('document', document, lexicon),
    ...person.spellings.map((spelling) => form('spelling', [spelling], lexicon)),
    ...(person.original === null ? [] : [form('original', [person.original], lexicon)]),
  ].filter(({ units }) => units.length > 0);
}

function form(kind: NameForm['kind'], texts: readonly string[], lexicon: Lexicon): NameForm {
  const units = texts.flatMap((text) => unitsOf(wordsOf(text))).slice(0, mostUnits);
  const joined = units.slice(1).map((second, at) => lexicon.word((units[at] ?? '') + second));
  return {
    kind,
    units: units.map(lexicon.word),
    joined,
    folded: foldName(texts.join(' ')).replace(/\s+/gu, ' '),
  };
}

function unitsOf(words: readonly string[]): string[] {
  const units: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = compoundAt(words, at);
    const taken = words.slice(at, at + length);
    const [first = ''] = taken;
    if (length > 1 || !isParticle(foldName(first)) || words.length === 1) units.push(taken.join(''));
    at += length;
  }
  return units;
}
