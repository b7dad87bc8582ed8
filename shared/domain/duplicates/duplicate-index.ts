/**
 * Finds entries that are likely one person without comparing everybody with everybody: only people who share a key (two
 * words of the name; one word and the birth) are compared. Guarantees the same answers whatever the order of people.
 */
import type { PersonEntry } from '#shared/domain/directory.ts';
import { createLexicon, type Lexicon } from '#shared/domain/names/lexicon.ts';
import { type Keys, keysOf, skeletonsOf } from './keys.ts';
import { type ComparedPerson, type LikelySame, type Population, weighed } from './likely-same.ts';
import { type NameEvidence, nameEvidence } from './name-evidence.ts';
import { type NameForm, nameForms } from './name-forms.ts';

interface Duplicate extends LikelySame {
  readonly person: PersonEntry;
}

export interface DuplicatePair extends LikelySame {
  readonly one: PersonEntry;
  readonly other: PersonEntry;
}

export interface DuplicateIndex {
  /** People who are likely the candidate, likeliest first; somebody with the candidate's own id is left out. */
  of(candidate: ComparedPerson & { readonly id?: string }): readonly Duplicate[];
}

/** A pair as it is remembered when staff say that it is not one person; the same either way round. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

interface Known {
  readonly person: PersonEntry;
  readonly forms: readonly NameForm[];
  /** Others who bear the name, counted when first asked. */
  namesakes: number | undefined;
}

/** Where more people share two words of a name, only those whose births fit as well are compared. */
const fewNamesakes = 40;
/** From this quality on, somebody's name counts as the same one. */
const wellFitting = 0.4;
/** What is expected from the frequency of the words counts like half of what is counted: small counts are chance. */
const expectedWeight = 0.5;

/** No name is so rare that nobody else could bear it. */
const fewestNamesakes = 0.02;

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export function createDuplicateIndex(
  people: readonly PersonEntry[],
  options: { readonly distinct?: ReadonlySet<string>; readonly lexicon?: Lexicon } = {},
): DuplicateIndex {
  const lexicon = options.lexicon ?? createLexicon();
  const byName = new Map<string, Known[]>();
  const byBirth = new Map<string, Known[]>();
  const words = new Map<string, number>();
  const languages = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): void => {
    map.set(key, (map.get(key) ?? 0) + 1);
  };
  const all = new Map<string, Known>();
  // In order of id: of a frequent name a sample is counted, and it must not depend on the order of people.
  for (const person of people.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const known: Known = { person, forms: nameForms(person, lexicon), namesakes: undefined };
    all.set(person.id, known);
    const keys = keysOf(known.forms, person.birth);
    for (const key of keys.names) push(byName, key, known);
    for (const key of keys.births) push(byBirth, key, known);
    const own = known.forms.flatMap((form) => form.units.flatMap(skeletonsOf));
    for (const word of new Set(own)) count(words, word);
    count(languages, person.languages[0] ?? '');
    if (person.languages.length > 1) count(languages, person.languages.toSorted().join());
  }
  const total = Math.max(1, people.length);
  const share = (map: ReadonlyMap<string, number>, key: string): number =>
    Math.max(1, map.get(key) ?? 0) / total;

  /** How many others have this name, counted among those who share two words of it. */
  const countNamesakes = (forms: readonly NameForm[], keys: Keys, id: string | undefined): number => {
    let most = 0;
    for (const key of keys.names) {
      const bearers = byName.get(key) ?? [];
      const sample = bearers.slice(0, fewNamesakes).filter(({ person }) => person.id !== id);
      const others = id !== undefined && all.has(id) ? bearers.length - 1 : bearers.length;
      const fitting = sample.filter(
        (other) => (nameEvidence(forms, other.forms)?.quality ?? 0) >= wellFitting,
      ).length;
      most = Math.max(most, (fitting / Math.max(1, sample.length)) * others);
    }
    return most;
  };

  const population = (namesakes: (one: ComparedPerson, other: ComparedPerson) => number): Population => ({
    languagesShare: (spoken) => {
      const speakers = languages.get(spoken[0] ?? '') ?? 1;
      // One more on either side (Laplace): in a small facility the pair itself must not make the share.
      return ((languages.get(spoken.toSorted().join()) ?? 0) + 1) / (speakers + 2);
    },
    namesakes: ({ shared }, one, other) => {
      const group = Math.max(
        share(languages, one.languages[0] ?? ''),
        share(languages, other.languages[0] ?? ''),
      );
      // Within the people of one language: the share of each word among them, times their number.
      const chance = shared.reduce((product, word) => {
        const frequent = Math.max(0, ...skeletonsOf(word).map((key) => share(words, key)));
        return product * Math.min(1, frequent / group);
      }, group);
      const counted = Math.max(0, namesakes(one, other) - 1);
      return Math.max(fewestNamesakes, (counted + expectedWeight * chance * total) / (1 + expectedWeight));
    },
  });

  return {
    of: (candidate) => {
      const forms = nameForms(candidate, lexicon);
      const keys = keysOf(forms, candidate.birth);
      const id = candidate.id;
      const near = new Set<Known>();
      for (const key of keys.names) {
        const bearers = byName.get(key) ?? [];
        if (bearers.length <= fewNamesakes || candidate.birth.kind === 'unknown')
          for (const known of bearers) near.add(known);
      }
      for (const key of keys.births) for (const known of byBirth.get(key) ?? []) near.add(known);
      const own = countNamesakes(forms, keys, id);
      const found: Duplicate[] = [];
      for (const known of near) {
        const { person } = known;
        if (person.id === id || (id !== undefined && options.distinct?.has(pairKey(id, person.id)))) continue;
        const names: NameEvidence | undefined = nameEvidence(forms, known.forms);
        if (!names) continue;
        known.namesakes ??= countNamesakes(known.forms, keysOf(known.forms, person.birth), person.id);
        const namesakes = Math.max(own, known.namesakes);
        const same = weighed(
          names,
          candidate,
          person,
          population(() => namesakes),
        );
        if (same) found.push({ ...same, person });
      }
      return found.sort((a, b) => b.likelihood - a.likelihood || (a.person.id < b.person.id ? -1 : 1));
    },
  };
}

/** Every pair of people who are likely one, each once, likeliest first; pairs in `distinct` (`pairKey`) are left out. */
export function findDuplicates(
  people: readonly PersonEntry[],
  options: { readonly distinct?: ReadonlySet<string> } = {},
): readonly DuplicatePair[] {
  const index = createDuplicateIndex(people, options);
  const pairs = new Map<string, DuplicatePair>();
  for (const person of people)
    for (const { person: match, ...same } of index.of(person)) {
      const [one, other] = person.id < match.id ? [person, match] : [match, person];
      pairs.set(pairKey(one.id, other.id), { one, other, ...same });
    }
  return [...pairs]
    .sort(([key, a], [other, b]) => b.likelihood - a.likelihood || (key < other ? -1 : 1))
    .map(([, pair]) => pair);
}
