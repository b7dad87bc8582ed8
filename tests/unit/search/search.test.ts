import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { personSortKey } from '#shared/domain/names/sort-key.ts';
import { createPeopleIndex } from '#shared/domain/search/people-index.ts';

let drawn = 0;
function person(given: string, family: string | null, more: Partial<PersonEntry> = {}): PersonEntry {
  drawn += 1;
  return {
    id: `p${drawn}`,
    given,
    family,
    spellings: [],
    original: null,
    number: null,
    formerNumbers: [],
    birth: { kind: 'unknown' },
    languages: [],
    room: null,
    departedOn: null,
    ...more,
  };
}

const names = (people: readonly PersonEntry[]): string[] =>
  people.map(({ given, family }) => (family ? `${given} ${family}` : given));

describe('people search', () => {
  const people = [
    person('Khaled', 'Haddad', { number: '100000', room: 'A214' }),
    person('Ayşe', 'Öztürk', { number: '100004' }),
    person('Ahmad', 'al-Ahmad', { original: 'أحمد الأحمد', number: '100008' }),
    person('Amina', null, { number: '100009', room: 'B214' }),
    person('Ali', 'Khalil'),
    person('Alina', 'Bondarenko', { original: 'Аліна Бондаренко' }),
    person('Muhammad', 'Sahin', { spellings: ['Mohammed Şahin'] }),
  ];
  const index = createPeopleIndex(people);
  const found = (text: string): string[] => names(index.search(text, 20));

  test('marks, case and order of the words do not matter', () => {
    expect(found('ozturk ayse')).toEqual(['Ayşe Öztürk']);
    expect(found('AYŞE')).toEqual(['Ayşe Öztürk']);
    expect(found('Haddad, Khaled')).toEqual(['Khaled Haddad']);
  });

  test('exact before beginning before middle', () => {
    expect(found('ali')).toEqual(['Ali Khalil', 'Alina Bondarenko']);
    expect(found('ina')).toEqual(['Amina', 'Alina Bondarenko']);
  });

  test('original script, further spellings, number and room are searched', () => {
    expect(found('أحمد')).toEqual(['Ahmad al-Ahmad']);
    expect(found('бонд')).toEqual(['Alina Bondarenko']);
    expect(found('mohammed')).toEqual(['Muhammad Sahin']);
    expect(found('100004')).toEqual(['Ayşe Öztürk']);
    expect(found('214')).toEqual(['Amina', 'Khaled Haddad']);
    expect(found('b214')).toEqual(['Amina']);
  });

  test('a part behind a hyphen is the beginning of a word, and the hyphen may be left out', () => {
    expect(found('alahmad')).toEqual(['Ahmad al-Ahmad']);
    expect(found('al ahmad')).toEqual(['Ahmad al-Ahmad']);
  });

  test('every word has to match', () => {
    expect(found('khaled öztürk')).toEqual([]);
    expect(found('kha ha')).toEqual(['Khaled Haddad']);
    expect(found('kha khal')).toEqual(['Khaled Haddad', 'Ali Khalil']);
  });

  test('no word gives everybody in order of name, as does punctuation alone', () => {
    const inOrder = [
      'Ahmad al-Ahmad',
      'Amina',
      'Alina Bondarenko',
      'Khaled Haddad',
      'Ali Khalil',
      'Ayşe Öztürk',
      'Muhammad Sahin',
    ];
    expect(found('')).toEqual(inOrder);
    expect(found(' - ,')).toEqual(inOrder);
    expect(names(index.search('', 2))).toEqual(inOrder.slice(0, 2));
  });

  test('an entry is replaced and removed', () => {
    const one = person('Selam', 'Tekle');
    const changing = createPeopleIndex([one, person('Haile', 'Tekle')]);
    changing.put([{ ...one, family: 'Abraham' }]);
    expect(names(changing.search('', 9))).toEqual(['Selam Abraham', 'Haile Tekle']);
    expect(changing.search('tekle', 9)).toHaveLength(1);
    changing.remove(one.id);
    changing.remove('nobody');
    expect(names(changing.search('', 9))).toEqual(['Haile Tekle']);
  });
});

describe('across spellings and scripts', () => {
  const index = createPeopleIndex([
    person('Mohammad', 'al-Khatib', { original: 'محمد الخطيب', departedOn: null }),
    person('Abdulrahman', 'Saleh'),
    person('Yuliia', 'Shevchenko'),
    person('Fatima', 'Hosseini', { departedOn: '2026-11-20' }),
    person('Fatima', 'Hosseini', { number: '200' }),
    person('Selam', 'Gebremariam', { original: 'ሰላም ገብረማርያም' }),
    person('Xasan', 'Maxamuud'),
    person('Dmitrii', 'Magomedov', { formerNumbers: ['100777'] }),
  ]);
  const first = (text: string): string | undefined => names(index.search(text, 5))[0];

  test.each([
    ['محمد', 'Mohammad al-Khatib'],
    ['Muhamed Elkhatib', 'Mohammad al-Khatib'],
    ['khatib', 'Mohammad al-Khatib'],
    ['El Khateeb Mohamed', 'Mohammad al-Khatib'],
    ['Abdul Rahman', 'Abdulrahman Saleh'],
    ['Abd al-Rahman Salih', 'Abdulrahman Saleh'],
    ['عبدالرحمن', 'Abdulrahman Saleh'],
    ['Шевченко', 'Yuliia Shevchenko'],
    ['Schewtschenko Julia', 'Yuliia Shevchenko'],
    ['Шевч', 'Yuliia Shevchenko'],
    ['Gebre Maryam', 'Selam Gebremariam'],
    ['ገብረማርያም', 'Selam Gebremariam'],
    ['Hassan', 'Xasan Maxamuud'],
    ['Mahmoud Hassan', 'Xasan Maxamuud'],
    ['Magomedowa', 'Dmitrii Magomedov'],
    ['100777', 'Dmitrii Magomedov'],
    ['shevhcenko', 'Yuliia Shevchenko'],
    ['gebremaiam', 'Selam Gebremariam'],
    ['١٠٠٧٧٧', 'Dmitrii Magomedov'],
  ])('%s finds %s', (text, name) => {
    expect(first(text)).toBe(name);
  });

  test('of equals, who has left stands below who is there; from the day on, where a day is given', () => {
    const left = (today: string): (string | null)[] =>
      createPeopleIndex(
        [person('Amina', 'Bah', { departedOn: '2026-11-20' }), person('Amina', 'Bah', { number: '9' })],
        { today: () => today },
      )
        .search('amina', 2)
        .map(({ departedOn }) => departedOn);
    expect(left('2026-11-20')).toEqual([null, '2026-11-20']);
    expect(left('2026-11-19')).toEqual(['2026-11-20', null]);
    expect(index.search('fatima', 5).map(({ departedOn }) => departedOn)).toEqual([null, '2026-11-20']);
  });

  test('a badge is found by its number, typed in groups or not, and no longer once it is another’s', () => {
    const badges = new Map([['b1', ['4711081512345678']]]);
    const carried = createPeopleIndex([person('Rania', 'Qasim', { id: 'b1' })], {
      badgesOf: (id) => badges.get(id) ?? [],
    });
    expect(carried.search('4711 0815 1234 5678', 1)).toHaveLength(1);
    expect(carried.search('4711081512', 1)).toHaveLength(1);
    badges.clear();
    carried.put(carried.search('', 1));
    expect(carried.search('4711081512345678', 1)).toHaveLength(0);
  });

  test('one word does not stand for two, unless there is no other', () => {
    const sami = createPeopleIndex([person('Samir', 'al-Khatib'), person('Samir', 'Ashshami')]);
    expect(names(sami.search('samir sami', 5))[0]).toBe('Samir Ashshami');
  });
});

const entry = fc.record({
  id: fc.nat(30).map((id) => `id${id}`),
  given: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  family: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })),
  spellings: fc.constant([]),
  original: fc.constant(null),
  formerNumbers: fc.constant([]),
  number: fc.option(fc.integer({ min: 1, max: 99 }).map(String)),
  birth: fc.constant({ kind: 'unknown' as const }),
  languages: fc.constant([]),
  room: fc.constant(null),
  departedOn: fc.constant(null),
});

test('changed step by step, the index is the one built afresh', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          entry,
          fc.nat(30).map((id) => `id${id}`),
        ),
        { maxLength: 60 },
      ),
      fc.string({ maxLength: 2 }),
      (steps, text) => {
        const index = createPeopleIndex([]);
        const kept = new Map<string, PersonEntry>();
        for (const step of steps) {
          if (typeof step === 'string') {
            index.remove(step);
            kept.delete(step);
          } else {
            index.put([step]);
            kept.set(step.id, step);
          }
        }
        const fresh = createPeopleIndex([...kept.values()]);
        expect(index.search(text, 100)).toEqual(fresh.search(text, 100));
        const all = fresh.search('', 100);
        expect(all).toHaveLength(kept.size);
        expect(all.map(personSortKey)).toEqual(all.map(personSortKey).sort((a, b) => (a < b ? -1 : 1)));
      },
    ),
  );
});

test('a letter without a sound of its own is a name, too', () => {
  for (const given of ['ʕ', 'ˤ ', 'ʕ Ali']) {
    const one = person(given, null);
    expect(createPeopleIndex([one]).search(given, 1)).toEqual([one]);
  }
});

test('everybody is found by their own name', () => {
  fc.assert(
    fc.property(entry, (one) => {
      expect(createPeopleIndex([one]).search(`${one.family ?? ''} ${one.given}`, 1)).toEqual([one]);
    }),
  );
});
