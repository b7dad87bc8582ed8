import type { Word } from '#shared/domain/names/lexicon.ts';
import type { Birth } from '#shared/domain/records/participant.ts';
import type { NameForm } from './name-forms.ts';

/** Under what people are gathered who may be one: only those who share a key are compared. */
export interface Keys {
  /** Of two words of the name. */
  readonly names: readonly string[];
  /** Of the name, or a word of it, and the birth. */
  readonly births: readonly string[];
}

/** Skeletons of a word that keys are made of; further readings are rare. */
const mostSkeletons = 2;

/** The skeletons (names/sounds.ts) that stand for a word in keys. */
export const skeletonsOf = (word: Word): string[] => [...word.readings.keys()].slice(0, mostSkeletons);

const yearOf = (birth: Birth): string =>
  birth.kind === 'date' ? birth.date.slice(0, 4) : birth.kind === 'year' ? String(birth.year) : '?';

/** Day and month in order of size: swapped ones share the key. */
const dayOf = (birth: Birth): string =>
  birth.kind === 'date' ? [birth.date.slice(5, 7), birth.date.slice(8)].sort().join('') : '';

export function keysOf(forms: readonly NameForm[], birth: Birth): Keys {
  const names = new Set<string>();
  const births = new Set<string>();
  const year = yearOf(birth);
  for (const form of forms)
    for (const [at, first] of form.units.entries())
      for (const one of skeletonsOf(first)) {
        births.add(`${one} ${year}${dayOf(birth)}`);
        if (form.units.length === 1) names.add(one);
        for (const two of form.units.slice(at + 1).flatMap(skeletonsOf)) {
          const name = one < two ? `${one}+${two}` : `${two}+${one}`;
          names.add(name);
          births.add(`${name} ${year}`);
        }
      }
  return { names: [...names], births: [...births] };
}
