import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { delimiters } from '#renderer/features/import/read-csv.ts';
import { mostRows, readTable } from '#renderer/features/import/read-table.ts';
import type { Encoding } from '#renderer/features/import/text-encoding.ts';
import { entryFor, problemsOf, stateOf } from '#shared/domain/roster/entries.ts';
import { guessMapping } from '#shared/domain/roster/mapping.ts';
import { tableOf } from '#shared/domain/roster/table.ts';
import { archive, workbook } from './workbook.ts';

/** Text to bytes; Windows-1252 is written for the letters that it shares with Latin-1. */
function encode(text: string, encoding: Encoding, mark: boolean): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(marked);
  if (encoding === 'windows-1252') return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const little = new Uint8Array(Buffer.from(marked, 'utf16le'));
  return encoding === 'utf-16le' ? little : new Uint8Array(Buffer.from(little).swap16());
}

async function read(bytes: Uint8Array, options = {}) {
  const answer = await readTable(bytes, options);
  if (!answer.ok) throw new Error(answer.error);
  return {
    facts: answer.value.facts,
    cells: answer.value.rows.map(({ cells }) => cells),
    rows: answer.value.rows,
  };
}

describe('text files', () => {
  const text = 'Nr;Vorname;Zimmer\r\n1;Zoë Müller;A1\r\n2;Ößäü;B2\r\n';

  test.each([
    ['utf-8', true],
    ['utf-8', false],
    ['utf-16le', true],
    ['utf-16le', false],
    ['utf-16be', true],
    ['utf-16be', false],
    ['windows-1252', false],
  ] as const)('%s, mark: %s', async (encoding, mark) => {
    const { facts, cells } = await read(encode(text, encoding, mark));
    expect(facts).toEqual({ kind: 'csv', encoding, delimiter: ';' });
    expect(cells).toEqual([
      ['Nr', 'Vorname', 'Zimmer'],
      ['1', 'Zoë Müller', 'A1'],
      ['2', 'Ößäü', 'B2'],
    ]);
  });

  test('the encoding and the delimiter can be chosen otherwise', async () => {
    expect(
      (await read(encode('Ä,b;c', 'utf-8', false), { encoding: 'windows-1252', delimiter: ',' })).cells,
    ).toEqual([['Ã„', 'b;c']]);
  });

  test('mixed line ends, a line break and a doubled quote within quotes, and a separator line', async () => {
    const { cells, facts } = await read(
      encode('sep=,\r\na,b\r\n"x\r\ny","say ""hi"""\n1,2\r3,4', 'utf-8', true),
    );
    expect(facts).toMatchObject({ delimiter: ',' });
    expect(cells).toEqual([[''], ['a', 'b'], ['x\ny', 'say "hi"'], ['1', '2'], ['3', '4']]);
  });

  test('commas within semicolon rows, and ragged rows, do not mislead', async () => {
    const lines = [
      'Nr;Name;Sprachen',
      '1;Haddad, Khaled;Arabisch, Deutsch, Englisch',
      '2;Bah, A;Dari, Farsi, Urdu',
      '3;Noori',
    ];
    expect((await read(encode(lines.join('\n'), 'utf-8', false))).facts).toMatchObject({ delimiter: ';' });
  });

  test('a quote that never closes is told at its row', async () => {
    const { rows } = await read(encode('Nr;Vorname\n1;Amina\n2;"Selam\n3;Haile', 'utf-8', false));
    expect(tableOf(rows, true).rows.map(({ line, shape }) => [line, shape])).toEqual([
      [2, 'whole'],
      [3, 'unclosed-quote'],
    ]);
  });

  test('a file without a header row', () => {
    const table = tableOf(
      [
        ['1', 'Amina'],
        ['2', 'Selam'],
      ].map((cells) => ({ cells, unclosedQuote: false })),
      false,
    );
    expect(table).toMatchObject({ headers: ['', ''], rows: [{ line: 1, shape: 'whole' }, { line: 2 }] });
  });
});

describe('workbooks', () => {
  const bytes = workbook({
    Deckblatt: [],
    Liste: [
      ['Nr', 'Vorname', 'Geburtsdatum', 'Zimmer'],
      [100000, 'Zoë', { date: 32476 }, { formula: 'CONCAT("A",214)', result: 'A214' }],
      [100001, 'حداد', '29.11.1988', ''],
    ],
    Andere: [['Vorname'], ['Selam']],
  });

  test('dates come as days, formulas as their results, from the first sheet with content', async () => {
    const { facts, cells } = await read(bytes);
    expect(facts).toEqual({ kind: 'xlsx', sheets: ['Deckblatt', 'Liste', 'Andere'], sheet: 'Liste' });
    expect(cells).toEqual([
      ['Nr', 'Vorname', 'Geburtsdatum', 'Zimmer'],
      ['100000', 'Zoë', '1988-11-29', 'A214'],
      ['100001', 'حداد', '29.11.1988', ''],
    ]);
  });

  test('another sheet can be chosen', async () => {
    expect((await read(bytes, { sheet: 'Andere' })).cells).toEqual([['Vorname'], ['Selam']]);
  });

  test('an archive that is no workbook, is cut off, or claims to unfold beyond measure is refused', async () => {
    const refused = { ok: false, error: 'unreadable' };
    expect(await readTable(archive({ 'a.txt': 'x' }), {})).toEqual(refused);
    expect(await readTable(bytes.slice(0, bytes.length / 2), {})).toEqual(refused);
    expect(await readTable(archive({ 'a.xml': 'x', 'b.xml': 'y' }, 400_000_000), {})).toEqual(refused);
  });
});

test('what is no roster is refused with a reason', async () => {
  expect(await readTable(new Uint8Array(), {})).toEqual({ ok: false, error: 'empty' });
  expect(await readTable(encode(' \n;;\n', 'utf-8', true), {})).toEqual({ ok: false, error: 'empty' });
  expect(await readTable(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1), {})).toEqual({
    ok: false,
    error: 'old-workbook',
  });
  expect(await readTable(encode('%PDF-1.7', 'utf-8', false), {})).toEqual({ ok: false, error: 'other-kind' });
  expect(await readTable(new Uint8Array(50 * 1024 * 1024 + 1), {})).toEqual({
    ok: false,
    error: 'too-large',
  });
  expect(await readTable(encode('a\n'.repeat(mostRows + 1), 'utf-8', false), {})).toEqual({
    ok: false,
    error: 'too-many-rows',
  });
});

test('a table comes back from every encoding with every delimiter', async () => {
  const latin = fc.string({ unit: fc.constantFrom(...'abcÄöß é";,\t\n=-1'), minLength: 1, maxLength: 12 });
  const wide = fc.string({ unit: fc.constantFrom(...'abcşñ محمДمд";,\t\n'), minLength: 1, maxLength: 12 });
  const written = fc.oneof(
    fc.tuple(
      fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be'),
      fc.array(fc.array(wide, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
    ),
    fc.tuple(
      fc.constant<Encoding>('windows-1252'),
      fc.array(fc.array(latin, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(
      written,
      fc.constantFrom(...delimiters),
      fc.constantFrom('\r\n', '\n'),
      fc.boolean(),
      async ([encoding, rows], delimiter, newline, mark) => {
        // Quoted throughout, as a first cell `sep=` or a lone empty row would else mean something of its own.
        const text = Papa.unparse(rows, { delimiter, newline, quotes: true });
        const { cells } = await read(encode(text, encoding, mark && encoding !== 'windows-1252'), {
          encoding,
          delimiter,
        });
        expect(cells).toEqual(rows);
      },
    ),
  );
});

test('no bytes make it throw, and every row of the file is an entry, empty, or the header', async () => {
  const start = fc.constantFrom<number[]>(
    [],
    [0xff, 0xfe],
    [0xfe, 0xff],
    [0xef, 0xbb, 0xbf],
    [0x50, 0x4b, 3, 4],
    [...Buffer.from('Nr;Vorname\n1;"')],
  );
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), async (head, tail) => {
      const answer = await readTable(Uint8Array.from([...head, ...tail]), {});
      if (!answer.ok) return;
      const table = tableOf(answer.value.rows, true);
      expect(table.rows.length + table.emptyRows + 1).toBe(answer.value.rows.length);
      const entries = table.rows.map((row) => entryFor(row, guessMapping(table.headers), '2026-11-23'));
      const problems = problemsOf(entries, new Map());
      const states = entries.map((entry, at) => stateOf(entry, problems[at] ?? []));
      expect(states).toHaveLength(table.rows.length);
      expect(entries.every((entry, at) => states[at] !== 'ready' || entry.read.person !== undefined)).toBe(
        true,
      );
    }),
    { numRuns: 400 },
  );
});
