import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTable } from '#renderer/features/import/read-table.ts';
import { entryFor, problemsOf, stateOf } from '#shared/domain/roster/entries.ts';
import { guessMapping } from '#shared/domain/roster/mapping.ts';
import { tableOf } from '#shared/domain/roster/table.ts';

/** The roster that the product was first made for, row by row: what is wrong is named, what is right is read. */
const bytes = new Uint8Array(readFileSync(new URL('../../fixtures/residents.csv', import.meta.url)));
const today = '2026-11-23';

async function residents() {
  const read = await readTable(bytes, {});
  if (!read.ok) throw new Error(read.error);
  const table = tableOf(read.value.rows, true);
  const mapping = guessMapping(table.headers);
  const entries = table.rows.map((row) => entryFor(row, mapping, today));
  return { facts: read.value.facts, table, mapping, entries, problems: problemsOf(entries, new Map()) };
}

describe('the roster of the residents', async () => {
  const { facts, table, mapping, entries, problems } = await residents();
  const byNumber = (number: string) => entries.find(({ values }) => values.number === number);

  test('is recognised as what it is', () => {
    expect(facts).toEqual({ kind: 'csv', encoding: 'utf-8', delimiter: ';' });
    expect(table.headers).toEqual([
      'Nr',
      'Familienname',
      'Vorname',
      'Originalschreibweise',
      'Geburtsdatum',
      'Sprachen',
      'Zimmer',
      'Ankunft',
    ]);
    expect(mapping).toEqual([
      'number',
      'family',
      'given',
      'original',
      'birth',
      'languages',
      'room',
      'arrival',
    ]);
    expect(entries).toHaveLength(300);
    expect(table.emptyRows).toBe(0);
  });

  test('every row that needs a look says why, and no other does', () => {
    const told = entries.flatMap((entry, at) =>
      problems[at]?.length ? [[entry.values.number, problems[at]] as const] : [],
    );
    expect(told).toEqual([
      [
        '100007',
        [
          {
            field: 'given',
            code: 'formula',
            severity: 'error',
            values: { text: '=HYPERLINK("http://x.invalid","Klick")' },
          },
        ],
      ],
      [
        '100013',
        [{ field: 'birth', code: 'birth-impossible', severity: 'error', values: { text: '31.02.1990' } }],
      ],
      [
        '100019',
        [{ field: 'given', code: 'line-break', severity: 'warning', values: { text: 'Zeilen umbruch' } }],
      ],
      ['100023', [{ field: null, code: 'too-few-fields', severity: 'error', values: { surplus: '' } }]],
    ]);
    const states = entries.map((entry, at) => stateOf(entry, problems[at] ?? []));
    expect(states.filter((state) => state === 'ready')).toHaveLength(297);
    expect(states.filter((state) => state === 'open')).toHaveLength(3);
  });

  test('values are read as they are meant', () => {
    expect(byNumber('100000')?.read.person).toEqual({
      number: '100000',
      family: 'Haddad',
      given: 'Khaled',
      original: null,
      spellings: [],
      birth: { kind: 'date', date: '1988-11-29' },
      languages: ['ar', 'de'],
      room: 'A214',
      arrivedOn: '2026-01-06',
      departedOn: null,
      note: null,
    });
    expect(byNumber('100004')?.read.person).toMatchObject({
      family: 'Öztürk',
      given: 'Ayşe',
      birth: { kind: 'year', year: 1994 },
      languages: ['tr'],
    });
    expect(byNumber('100009')?.read.person).toMatchObject({ family: null, given: 'Amina' });
    expect(byNumber('100011')?.read.person).toMatchObject({ family: '"Anführung"; Semikolon' });
    expect(byNumber('100017')?.read.person).toMatchObject({
      original: 'فاطمة الأحمد',
      arrivedOn: '2026-05-12',
    });
    expect(byNumber('100019')?.read.person).toMatchObject({ family: 'Rezaie', given: 'Zeilen umbruch' });
    expect(byNumber('100022')?.read.person).toMatchObject({ birth: { kind: 'year', year: 1957 } });
    expect(byNumber('100025')?.read.person).toMatchObject({ family: 'Bondarenko', given: 'Yuliia' });
    expect(byNumber('100087')?.read.person).toMatchObject({ birth: { kind: 'unknown' } });
    expect(
      entries.flatMap(({ read }) => read.person?.languages ?? []).filter((language) => language.length > 3),
    ).toEqual([]);
  });
});
