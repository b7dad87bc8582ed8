import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { createDuplicateIndex, findDuplicates, pairKey } from '#shared/domain/duplicates/duplicate-index.ts';
import { likelySame } from '#shared/domain/duplicates/likely-same.ts';
import { madeRoster } from '#tests/rosters/made-roster.ts';

const someone = (given: string, family: string | null, more: Partial<PersonEntry> = {}): PersonEntry => ({
  ...{ id: 'x', given, family, spellings: [], original: null, number: null, formerNumbers: [] },
  ...{ birth: { kind: 'date', date: '1988-08-23' }, languages: ['ar'], room: null, departedOn: null },
  ...more,
});
const reasons = (one: PersonEntry, other: PersonEntry): readonly string[] | undefined =>
  likelySame(one, other)?.reasons;

describe('why two entries are one person', () => {
  test('another spelling, another script, another order of the names', () => {
    expect(reasons(someone('Navid', 'Noori'), someone('Naweed', 'Nouri'))).toContain('other-spelling');
    expect(reasons(someone('Aisha', 'al-Ahmad'), someone('عائشة', 'الأحمد'))).toContain('other-script');
    expect(reasons(someone('Shevchenko', 'Yuliia'), someone('Julija', 'Schewtschenko'))).toContain(
      'swapped-names',
    );
    const originals = { original: 'نور جابر' };
    expect(reasons(someone('Noor', 'Jaber', originals), someone('Nur', 'Jabir', originals))).toContain(
      'same-original',
    );
    expect(reasons(someone('Abd al-Rahman', 'Saleh'), someone('Abdulrahman', 'Saleh'))).toBeDefined();
    expect(reasons(someone('Haile Mariam', 'Tesfay'), someone('Hailemariam', 'Tesfay'))).toBeDefined();
    expect(reasons(someone('Hamid Ali', 'Rezaei'), someone('Hamid', 'Rezaie'))).toContain('shorter-name');
    expect(reasons(someone('Khaled', 'Haddad'), someone('Khaled', 'Hadadd'))).toBeDefined();
    expect(reasons(someone('Serhat', 'Yilmaz'), someone('Serhat', 'Yimlaz'))).toContain('name-slip');
  });

  test('a birth date, its year, day and month swapped, one wrong digit', () => {
    const born = (birth: PersonEntry['birth']): PersonEntry => someone('Ferhad', 'Ahmady', { birth });
    const full = born({ kind: 'date', date: '1987-10-12' });
    expect(reasons(full, full)).toContain('same-birth-date');
    expect(
      reasons(full, born({ kind: 'year', year: 1987 }))?.some((one) => one === 'year-fits-date') ?? true,
    ).toBe(true);
    expect(reasons(full, born({ kind: 'date', date: '1987-12-10' }))).toContain('day-and-month-swapped');
    expect(reasons(full, born({ kind: 'date', date: '1987-10-13' }))).toContain('birth-slip');
    expect(reasons(full, born({ kind: 'year', year: 1986 }))).toBeUndefined();
    expect(reasons(full, born({ kind: 'date', date: '1964-03-02' }))).toBeUndefined();
  });

  test('01.01. counts for the year only', () => {
    const first = someone('Ferhad', 'Ahmady', { birth: { kind: 'date', date: '1987-01-01' } });
    expect(reasons(first, first)).toContain('same-birth-year');
    expect(reasons(first, first)).not.toContain('same-birth-date');
  });

  test('the same number or an earlier one says most', () => {
    const birth = { kind: 'unknown' } as const;
    const one = someone('Amina', null, { number: '100009', birth });
    const other = someone('Amina', 'Haddad', { formerNumbers: ['100009'], birth });
    expect(reasons(one, other)?.[0]).toBe('same-number');
  });

  test('twins, and father and son of one name, are two', () => {
    expect(
      reasons(someone('Amin', 'Haddad', { room: 'A1' }), someone('Amina', 'Haddad', { room: 'A1' })),
    ).toBeUndefined();
    expect(reasons(someone('Selam Hagos Berhe', null), someone('Yonas Hagos Berhe', null))).toBeUndefined();
    const son = someone('Ali', 'Saleh', { birth: { kind: 'date', date: '2008-02-11' } });
    expect(reasons(someone('Ali', 'Saleh'), son)).toBeUndefined();
  });

  test('names that differ in their own script are two, however they were spelt', () => {
    const [one, other] = [{ original: 'محمد صالح' }, { original: 'محمود صالح' }];
    const year = { birth: { kind: 'year', year: 1990 } } as const;
    expect(
      reasons(
        someone('Mohamad', 'Saleh', { ...one, ...year }),
        someone('Mohamad', 'Saleh', { ...other, ...year }),
      ),
    ).toBeUndefined();
  });
});

describe('many people', () => {
  const { people } = madeRoster(77, 600);
  const found = findDuplicates(people);

  test('a frequent name with a year is not enough, a rare one is', () => {
    const year = { birth: { kind: 'year', year: 1990 } } as const;
    const crowd = Array.from({ length: 200 }, (_, at) =>
      someone(at % 3 === 0 ? 'Ayşe' : 'Elif', at % 3 === 0 ? 'Öztürk' : `Demir${at}`, {
        ...{ id: `c${at}`, languages: ['tr'] },
        birth: { kind: 'date', date: `${1950 + (at % 50)}-05-${10 + (at % 18)}` },
      }),
    );
    const asked = (given: string, family: string): number =>
      createDuplicateIndex([
        ...crowd,
        someone(given, family, { ...year, id: 'there', languages: ['tr'] }),
      ]).of(someone(given, family, { ...year, id: 'new', languages: ['tr'] })).length;
    expect(asked('Ayşe', 'Öztürk')).toBe(0);
    expect(asked('Çağla', 'Karaoğlu')).toBe(1);
  });

  test('a pair that staff have told apart is left out', () => {
    const [first] = found;
    if (!first) throw new Error('nothing found');
    const key = pairKey(first.one.id, first.other.id);
    const rest = findDuplicates(people, { distinct: new Set([key]) });
    expect(rest).toHaveLength(found.length - 1);
    expect(rest.map(({ one, other }) => pairKey(one.id, other.id))).not.toContain(key);
  });

  test('the order of people does not matter', () => {
    const keys = (pairs: typeof found): string[] =>
      pairs.map(({ one, other }) => pairKey(one.id, other.id)).sort();
    expect(keys(findDuplicates(people.toReversed()))).toEqual(keys(found));
  });

  test('either way round the answer is the same', () => {
    fc.assert(
      fc.property(fc.nat(people.length - 1), fc.nat(people.length - 1), (at, to) => {
        const [one, other] = [people[at], people[to]];
        if (!one || !other) return;
        expect(likelySame(one, other)).toEqual(likelySame(other, one));
      }),
      { numRuns: 300 },
    );
    for (const { one, other } of found) expect(likelySame(one, other)).toEqual(likelySame(other, one));
  });
});
