import { addDays, isoDate } from '#shared/domain/calendar/dates.ts';
import type { NewParticipant } from '#shared/domain/records/participant.ts';
import { type Origin, origins } from './names.ts';
import { type Random, seededRandom } from './random.ts';

/** `count` made-up residents, the same for the same seed. `today` (day) bounds arrival and age. */
export function madeUpRoster(seed: number, count: number, today: string): NewParticipant[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, at) => resident(random, 100_000 + at, today));
}

function resident(random: Random, number: number, today: string): NewParticipant {
  const origin = weighted(random);
  const [given, givenOriginal] = random.pick(origin.given);
  const [family, familyOriginal] = origin.family.length > 0 ? random.pick(origin.family) : [null, undefined];
  const original = givenOriginal ? [givenOriginal, familyOriginal].filter(Boolean).join(' ') : null;
  const others = ['de', 'en', 'fr', 'tr', 'ru', 'ar'].filter((code) => !origin.languages.includes(code));
  return {
    number: String(number),
    given,
    family,
    spellings: [],
    original: random.chance(0.6) ? original : null,
    birth: birth(random, Number(today.slice(0, 4))),
    languages: [random.pick(origin.languages), ...(random.chance(0.4) ? [random.pick(others)] : [])],
    room: `${random.pick(['A', 'B', 'C'])}${1 + random.below(3)}${String(1 + random.below(30)).padStart(2, '0')}`,
    arrivedOn: addDays(today, -random.below(300)),
    departedOn: null,
    note: null,
  };
}

function birth(random: Random, thisYear: number): NewParticipant['birth'] {
  const year = thisYear - 18 - random.below(45);
  if (random.chance(0.02)) return { kind: 'unknown' };
  return random.chance(0.25)
    ? { kind: 'year', year }
    : { kind: 'date', date: isoDate(year, 1 + random.below(12), 2 + random.below(26)) };
}

function weighted(random: Random): Origin {
  let left = random.below(origins.reduce((sum, { weight }) => sum + weight, 0));
  for (const origin of origins) {
    left -= origin.weight;
    if (left < 0) return origin;
  }
  throw new RangeError('weights');
}
