import { isoDate } from '#shared/domain/calendar/dates.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import type { Birth } from '#shared/domain/records/participant.ts';
import { type Random, seededRandom } from '#tests/lab/random.ts';
import { type NameList, nameLists } from './name-lists.ts';
import { latinSpelling } from './romanisation.ts';

export interface MadeRoster {
  readonly people: readonly PersonEntry[];
  /** Ids of entries that are one person. */
  readonly same: readonly (readonly [string, string])[];
}

/** A name in its own script and the scholarly form. */
type Name = readonly [own: string, scholarly: string];
interface Somebody {
  readonly list: NameList;
  readonly given: readonly Name[];
  readonly family: Name | null;
  readonly birth: Birth;
  readonly languages: readonly string[];
}

const duplicateShare = 0.04;

/**
 * A roster of made-up people over all languages, the same for the same seed: frequent names, twins, fathers and sons of
 * one name, years instead of birth dates, and people who are there twice, written down by another clerk.
 */
export function madeRoster(seed: number, count: number): MadeRoster {
  const random = seededRandom(seed);
  const people: PersonEntry[] = [];
  const same: [string, string][] = [];
  const add = (somebody: Somebody, written: Written): string => {
    const id = `s${seed}p${people.length}`;
    people.push(entry(id, String(100_000 + people.length), somebody, written, random));
    return id;
  };
  const relative = (somebody: Somebody): string => add(somebody, plainly(somebody, random));
  while (people.length < count) {
    const somebody = drawn(random);
    const first = add(somebody, plainly(somebody, random));
    const kind = random.below(1000);
    if (kind < 1000 * duplicateShare) same.push([first, again(somebody, random, add)]);
    else if (kind < 60) relative(twin(somebody, random));
    else if (kind < 80) relative(child(somebody, random));
  }
  return { people, same };
}

/** The first names of a list are the most frequent, as in life. */
const frequent = <T>(list: readonly T[], random: Random): T => {
  const picked = list[Math.min(random.below(list.length), random.below(list.length))];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
};

function drawn(random: Random): Somebody {
  let left = random.below(nameLists.reduce((sum, { weight }) => sum + weight, 0));
  const list = nameLists.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
  if (!list) throw new RangeError('weights');
  const generations = list.family.length === 0 ? (random.chance(0.6) ? 3 : 2) : random.chance(0.12) ? 2 : 1;
  const given = Array.from({ length: generations }, () => frequent(list.given, random));
  const year = 1958 + random.below(52);
  const birth: Birth = random.chance(0.25)
    ? { kind: 'year', year }
    : random.chance(0.02)
      ? { kind: 'unknown' }
      : { kind: 'date', date: isoDate(year, 1 + random.below(12), 2 + random.below(27)) };
  const more = ['de', 'en', 'fr', 'tr', 'ru', 'ar'].filter((code) => code !== list.language);
  const languages = [list.language, ...more.filter(() => random.chance(0.15))];
  return {
    list,
    given,
    family: list.family.length === 0 ? null : frequent(list.family, random),
    birth,
    languages,
  };
}

const twin = (one: Somebody, random: Random): Somebody => {
  const others = one.list.given.filter((name) => name !== one.given[0]);
  return { ...one, given: [random.pick(others), ...one.given.slice(1)] };
};

const child = (one: Somebody, random: Random): Somebody => {
  const year = one.birth.kind === 'date' ? Number(one.birth.date.slice(0, 4)) : 1975;
  const date = isoDate(year + 19 + random.below(16), 1 + random.below(12), 2 + random.below(27));
  return { ...one, birth: { kind: 'date', date } };
};

/** What a clerk wrote down. */
interface Written {
  readonly given: string;
  readonly family: string | null;
  readonly original: string | null;
  readonly spellings: readonly string[];
}

const inLatin = ({ list }: Somebody): boolean => ['kmr', 'tr', 'so', 'fr'].includes(list.language);
const own = ({ given, family }: Somebody): string =>
  [...given, ...(family === null ? [] : [family])].map(([script]) => script).join(' ');

function plainly(somebody: Somebody, random: Random): Written {
  const { list, given, family } = somebody;
  const spell = (name: Name): string => latinSpelling(name, list.language, random);
  const names = given.map(spell);
  return {
    given: names.join(' '),
    family: family === null ? null : spell(family),
    original: !inLatin(somebody) && random.chance(0.6) ? own(somebody) : null,
    spellings: random.chance(0.08)
      ? [[...given.map(spell), ...(family === null ? [] : [spell(family)])].join(' ')]
      : [],
  };
}

/** The same person on another day: one to three things are written otherwise. */
function again(
  somebody: Somebody,
  random: Random,
  add: (somebody: Somebody, written: Written) => string,
): string {
  let next = somebody;
  let written = plainly(somebody, random);
  const change = random.below(100);
  if (change < 12) next = { ...next, birth: yearOf(next.birth) };
  else if (change < 15) next = { ...next, birth: turned(next.birth) };
  else if (change < 25) written = { ...written, given: slip(written.given, random) };
  else if (change < 33 && written.family !== null)
    written = { ...written, given: written.family, family: written.given };
  else if (change < 40 && somebody.given.length > 1) {
    const kept = somebody.given.slice(0, -1);
    written = plainly({ ...somebody, given: kept }, random);
  } else if (change < 46 && !inLatin(somebody))
    written = {
      given: somebody.given.map(([script]) => script).join(' '),
      family: somebody.family?.[0] ?? null,
      original: null,
      spellings: [],
    };
  if (random.chance(0.1)) next = { ...next, languages: next.languages.slice(0, 1) };
  return add(next, written);
}

const yearOf = (birth: Birth): Birth =>
  birth.kind === 'date' ? { kind: 'year', year: Number(birth.date.slice(0, 4)) } : birth;

/** Day and month in each other's place, where that is a date. */
const turned = (birth: Birth): Birth => {
  if (birth.kind !== 'date') return birth;
  const [year, month, day] = birth.date.split('-').map(Number) as [number, number, number];
  return day > 12 ? birth : { kind: 'date', date: isoDate(year, day, month) };
};

/** A letter left out, doubled, taken for a neighbour, or two in the wrong order; never the first one. */
function slip(text: string, random: Random): string {
  if (text.length < 5) return text;
  const at = 1 + random.below(text.length - 2);
  const [before, letter, after] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)];
  return random.pick([
    before + after,
    before + letter + letter + after,
    `${before}${random.pick(['e', 'n', 'r', 's', 'i'])}${after}`,
    `${before}${after[0] ?? ''}${letter}${after.slice(1)}`,
  ]);
}

function entry(
  id: string,
  number: string,
  somebody: Somebody,
  written: Written,
  random: Random,
): PersonEntry {
  const room = `${random.pick(['A', 'B', 'C'])}${1 + random.below(3)}${String(1 + random.below(30)).padStart(2, '0')}`;
  const { birth, languages } = somebody;
  return { id, number, formerNumbers: [], birth, languages, room, departedOn: null, ...written };
}
