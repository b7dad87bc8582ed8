import { describe, expect, test } from 'vitest';
import { createPeopleIndex } from '#shared/domain/search/people-index.ts';
import { type MadeRoster, madeRoster } from '#tests/rosters/made-roster.ts';
import { residents } from '#tests/rosters/residents.ts';

const rosters: readonly (readonly [string, () => Promise<MadeRoster> | MadeRoster])[] = [
  ['the roster of the residents', residents],
  ...[101, 202, 303].map((seed) => [`2,000 people of seed ${seed}`, () => madeRoster(seed, 2000)] as const),
];

/** Whoever has one of five rows of the same name is among the first five; of six and more one is not: that counts as missed. */
describe.each(rosters)('%s', (name, make) => {
  test('by any listed spelling the person is among the first five', async () => {
    const { people, same } = await make();
    const index = createPeopleIndex(people);
    const byId = new Map(people.map((person) => [person.id, person]));
    let asked = 0;
    const missed = new Map<string, number>();
    const ask = (kind: string, text: string, id: string): void => {
      asked += 1;
      if (!index.search(text, 5).some((person) => person.id === id))
        missed.set(kind, (missed.get(kind) ?? 0) + 1);
    };
    // Of many every fourth is asked for; all of them are searched through.
    const sought = people.filter((_, at) => people.length < 1000 || at % 4 === 0);
    for (const { id, given, family, spellings, original, number } of sought) {
      ask('name', `${given} ${family ?? ''}`, id);
      ask('family first', `${family ?? ''} ${given}`, id);
      for (const spelling of spellings) ask('spelling', spelling, id);
      if (original !== null) ask('original script', original, id);
      ask('number', number ?? '', id);
    }
    for (const [one, other] of [...same, ...same.map(([a, b]) => [b, a] as const)]) {
      const { given = '', family = null } = byId.get(one) ?? {};
      ask('spelling of the other entry', `${given} ${family ?? ''}`, other);
    }
    const misses = [...missed.values()].reduce((sum, count) => sum + count, 0);
    const share = 1 - misses / asked;
    console.log(
      `search, ${name}: ${(100 * share).toFixed(2)} % of ${asked} in the first five; missed: ${[...missed]
        .map(([kind, count]) => `${kind} ${count}`)
        .join(', ')}`,
    );
    expect(share).toBeGreaterThanOrEqual(0.98);
  }, 60_000);
});
