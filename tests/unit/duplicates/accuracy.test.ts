import { describe, expect, test } from 'vitest';
import { findDuplicates, pairKey } from '#shared/domain/duplicates/duplicate-index.ts';
import { type MadeRoster, madeRoster } from '#tests/rosters/made-roster.ts';
import { residents } from '#tests/rosters/residents.ts';

interface Counts {
  readonly right: number;
  readonly found: number;
  readonly there: number;
}

function counts({ people, same }: MadeRoster): Counts {
  const there = new Set(same.map(([one, other]) => pairKey(one, other)));
  const found = findDuplicates(people).map(({ one, other }) => pairKey(one.id, other.id));
  return { right: found.filter((pair) => there.has(pair)).length, found: found.length, there: there.size };
}

function check(name: string, { right, found, there }: Counts): void {
  const [precision, recall] = [right / found, right / there];
  console.log(
    `duplicates, ${name}: ${there} pairs, ${found} found, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  );
  expect(precision).toBeGreaterThanOrEqual(0.9);
  expect(recall).toBeGreaterThanOrEqual(0.9);
}

describe('people who are there twice are found, and others are not taken for one', () => {
  test('in the roster of the residents', async () =>
    check('the roster of the residents', counts(await residents())));

  test('in made-up rosters of 2,000', () => {
    const all = [1001, 2002, 3003, 4004, 5005].map((seed) => {
      const one = counts(madeRoster(seed, 2000));
      console.log(`duplicates, seed ${seed}: ${one.right} of ${one.there}, ${one.found - one.right} wrong`);
      return one;
    });
    const sum = (of: keyof Counts): number => all.reduce((total, one) => total + one[of], 0);
    check('all seeds', { right: sum('right'), found: sum('found'), there: sum('there') });
    for (const { right, found, there } of all) {
      expect(right / found).toBeGreaterThanOrEqual(0.9);
      expect(right / there).toBeGreaterThanOrEqual(0.9);
    }
  }, 60_000);
});
