/**
 * Whether two entries are likely one person: the odds before anything is known, times what each fact is worth
 * (Fellegi and Sunter 1969, with weights by how frequent a name is, Winkler 1989). Symmetric.
 */
import type { PersonEntry } from '#shared/domain/directory.ts';
import { createLexicon, type Lexicon } from '#shared/domain/names/lexicon.ts';
import { type BirthReason, birthEvidence } from './birth-evidence.ts';
import { type NameEvidence, type NameReason, nameEvidence } from './name-evidence.ts';
import { nameForms } from './name-forms.ts';

export type Reason =
  | NameReason
  | BirthReason
  | 'same-number'
  | 'same-room'
  | 'same-languages'
  | 'shared-language';

/** What is compared of a person. A candidate who is not stored yet has no id. */
export type ComparedPerson = Pick<
  PersonEntry,
  'given' | 'family' | 'spellings' | 'original' | 'number' | 'birth' | 'languages' | 'room'
> &
  Partial<Pick<PersonEntry, 'formerNumbers'>>;

export interface LikelySame {
  /** From 0 to 1. */
  readonly likelihood: number;
  /** Why, the weightiest first. */
  readonly reasons: readonly Reason[];
}

/** What is known of everybody. */
export interface Population {
  /** How many other people are expected to fit the name of both. */
  namesakes(evidence: NameEvidence, one: ComparedPerson, other: ComparedPerson): number;
  /** The share of speakers of the first language who have exactly these languages. */
  languagesShare(languages: readonly string[]): number;
}

/** From this likelihood on, staff are asked. */
const likely = 0.5;

/** About three of a hundred entries are somebody who is there already; half of the pairs is the other way round. */
const expectedShare = 0.06;

/** How much likelier languages, room and number are on one person than on two. */
const ratios = {
  sameLanguages: 0.7,
  oneHasMore: 0.6,
  someShared: 0.2,
  noneShared: 0.1,
  sameRoom: 3,
  sameNumber: 5_000,
} as const;

/** A population of which nothing is known: names that one other bears, half of the people speak one language only. */
const unknownPopulation: Population = { namesakes: () => 1, languagesShare: () => 0.5 };

export function likelySame(
  one: ComparedPerson,
  other: ComparedPerson,
  population: Population = unknownPopulation,
  lexicon: Lexicon = createLexicon(),
): LikelySame | undefined {
  const names = nameEvidence(nameForms(one, lexicon), nameForms(other, lexicon));
  return names && weighed(names, one, other, population);
}

/** The rule itself, once the names are compared. */
export function weighed(
  names: NameEvidence,
  one: ComparedPerson,
  other: ComparedPerson,
  population: Population,
): LikelySame | undefined {
  const birth = birthEvidence(one.birth, other.birth);
  const languages = languageEvidence(one.languages, other.languages, population);
  const number = sharesNumber(one, other);
  const room = one.room !== null && one.room === other.room;
  const odds =
    (expectedShare * names.quality * birth.ratio * languages.ratio) / population.namesakes(names, one, other);
  const all = odds * (room ? ratios.sameRoom : 1) * (number ? ratios.sameNumber : 1);
  const likelihood = all / (1 + all);
  if (likelihood < likely) return undefined;
  return {
    likelihood,
    reasons: [
      ...(number ? (['same-number'] as const) : []),
      ...names.reasons,
      ...(birth.reason ? [birth.reason] : []),
      ...languages.reasons,
      ...(room ? (['same-room'] as const) : []),
    ],
  };
}

function languageEvidence(
  one: readonly string[],
  other: readonly string[],
  population: Population,
): { readonly ratio: number; readonly reasons: readonly Reason[] } {
  if (one.length === 0 || other.length === 0) return { ratio: 1, reasons: [] };
  const shared = one.filter((language) => other.includes(language));
  if (shared.length === 0) return { ratio: ratios.noneShared, reasons: [] };
  if (shared.length < Math.max(one.length, other.length))
    return {
      ratio: shared.length === Math.min(one.length, other.length) ? ratios.oneHasMore : ratios.someShared,
      reasons: ['shared-language'],
    };
  const share = Math.max(population.languagesShare(one), population.languagesShare(other));
  return { ratio: Math.max(1, ratios.sameLanguages / share), reasons: ['same-languages'] };
}

function sharesNumber(one: ComparedPerson, other: ComparedPerson): boolean {
  const numbers = (person: ComparedPerson): string[] => [
    ...(person.number === null ? [] : [person.number]),
    ...(person.formerNumbers ?? []),
  ];
  const theirs = new Set(numbers(other));
  return numbers(one).some((number) => theirs.has(number));
}
