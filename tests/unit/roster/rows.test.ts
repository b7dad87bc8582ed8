import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newParticipantSchema } from '#shared/domain/records/participant.ts';
import {
  asItStands,
  entryFor,
  knownNumbers,
  problemsOf,
  stateOf,
  withValue,
} from '#shared/domain/roster/entries.ts';
import {
  guessMapping,
  isNeverStored,
  namesAreMapped,
  rosterFields,
  withTarget,
} from '#shared/domain/roster/mapping.ts';
import { type RosterValues, readRow } from '#shared/domain/roster/rows.ts';
import { tableOf } from '#shared/domain/roster/table.ts';

const today = '2026-11-23';
const read = (values: RosterValues) => readRow({ given: 'Amina', ...values }, today);
const codes = (values: RosterValues): string[] =>
  read(values).problems.map(({ severity, code }) => `${severity} ${code}`);

describe('birth dates', () => {
  test.each([
    ['29.11.1988', { kind: 'date', date: '1988-11-29' }],
    ['29/11/1988', { kind: 'date', date: '1988-11-29' }],
    ['9.1.1988', { kind: 'date', date: '1988-01-09' }],
    ['1988-11-29', { kind: 'date', date: '1988-11-29' }],
    ['1988-11-29T00:00:00Z', { kind: 'date', date: '1988-11-29' }],
    ['29.11.1988 00:00:00', { kind: 'date', date: '1988-11-29' }],
    ['29. November 1988', { kind: 'date', date: '1988-11-29' }],
    ['3. März 1990', { kind: 'date', date: '1990-03-03' }],
    ['12 Dec 1990', { kind: 'date', date: '1990-12-12' }],
    ['٢٩.١١.١٩٨٨', { kind: 'date', date: '1988-11-29' }],
    ['29.02.2000', { kind: 'date', date: '2000-02-29' }],
    ['23.11.2026', { kind: 'date', date: '2026-11-23' }],
    ['1988', { kind: 'year', year: 1988 }],
    ['01.01.1988', { kind: 'year', year: 1988 }],
    ['1988-01-01', { kind: 'year', year: 1988 }],
    ['00.00.1988', { kind: 'year', year: 1988 }],
    ['xx.xx.1988', { kind: 'year', year: 1988 }],
    ['', { kind: 'unknown' }],
    ['-', { kind: 'unknown' }],
    ['unbekannt', { kind: 'unknown' }],
  ])('%s is read without a word', (birth, expected) => {
    expect(read({ birth })).toMatchObject({ person: { birth: expected }, problems: [] });
  });

  test.each([
    ['29.11.88', 'two-digit-year', '29.11.1988', { kind: 'date', date: '1988-11-29' }],
    ['29.11.05', 'two-digit-year', '29.11.2005', { kind: 'date', date: '2005-11-29' }],
    ['01.01.88', 'two-digit-year', '1988', { kind: 'year', year: 1988 }],
    ['32476', 'serial', '29.11.1988', { kind: 'date', date: '1988-11-29' }],
    ['32476.0', 'serial', '29.11.1988', { kind: 'date', date: '1988-11-29' }],
    ['00.05.1988', 'day-unknown', '1988', { kind: 'year', year: 1988 }],
  ])('%s is read and told', (birth, note, shown, expected) => {
    expect(read({ birth })).toMatchObject({
      person: { birth: expected },
      problems: [
        { field: 'birth', code: `birth-${note}`, severity: 'warning', values: { text: birth, read: shown } },
      ],
    });
  });

  test.each([
    ['31.02.1990', 'impossible'],
    ['29.02.1900', 'impossible'],
    ['11/29/1988', 'impossible'],
    ['24.11.2026', 'future'],
    ['2027', 'future'],
    ['01.01.1367', 'too-early'],
    ['1367', 'too-early'],
    ['gestern', 'unreadable'],
    ['88', 'unreadable'],
    ['29.11.1988 oder 1989', 'unreadable'],
  ])('%s is refused', (birth, problem) => {
    expect(read({ birth })).toEqual({
      person: undefined,
      problems: [{ field: 'birth', code: `birth-${problem}`, severity: 'error', values: { text: birth } }],
    });
  });

  test('an arrival is a whole day', () => {
    expect(read({ arrival: '12/05/2026' }).person?.arrivedOn).toBe('2026-05-12');
    expect(codes({ arrival: '2026' })).toEqual(['error arrival-incomplete']);
    expect(codes({ arrival: '31.06.2026' })).toEqual(['error arrival-impossible']);
    expect(codes({ arrival: 'bald' })).toEqual(['error arrival-unreadable']);
    expect(codes({ arrival: '24.12.2026' })).toEqual(['warning arrival-future']);
    expect(codes({ arrival: '12.05.26' })).toEqual(['warning arrival-two-digit-year']);
  });
});

describe('names and texts', () => {
  test.each(['=1+1', '+49', '-x', '@SUM(A1)', '  =cmd', '\u200e=1', '＝1', "'=1", '"=1'])(
    '%s is never imported',
    (text) => {
      for (const field of rosterFields) {
        const checked = read({ [field]: text });
        expect(checked.person).toBeUndefined();
        expect(checked.problems.map(({ code, field: at }) => [at, code])).toContainEqual([field, 'formula']);
      }
    },
  );

  test('one name is enough; a family name alone is taken as the name, with a word', () => {
    expect(read({ family: '' })).toMatchObject({ person: { given: 'Amina', family: null }, problems: [] });
    expect(read({ given: '', family: 'Haddad' })).toMatchObject({
      person: { given: 'Haddad', family: null },
      problems: [{ field: 'family', code: 'family-only', severity: 'warning', values: { name: 'Haddad' } }],
    });
    expect(codes({ given: ' ', family: '-' })).toEqual(['error no-name']);
  });

  test('line breaks and control characters go, with a word; Persian joiners stay', () => {
    expect(read({ given: 'Zeilen\r\numbruch' })).toMatchObject({
      person: { given: 'Zeilen umbruch' },
      problems: [{ code: 'line-break' }],
    });
    expect(read({ given: 'Am\u0000i\u202ena' })).toMatchObject({
      person: { given: 'Amina' },
      problems: [{ code: 'control-characters' }],
    });
    expect(read({ original: 'نورا\u200cلله' })).toMatchObject({
      person: { original: 'نورا\u200cلله' },
      problems: [],
    });
    expect(read({ given: '  Amina \u00a0 Noor ' })).toMatchObject({
      person: { given: 'Amina Noor' },
      problems: [],
    });
  });

  test('what is too long or too much is refused', () => {
    expect(codes({ given: 'x'.repeat(201) })).toEqual(['error too-long']);
    expect(codes({ room: 'x'.repeat(21) })).toEqual(['error too-long']);
    expect(codes({ languages: Array.from({ length: 13 }, (_, at) => `Sprache ${at}`).join(',') })).toEqual([
      'error too-many-values',
    ]);
  });

  test('languages and spellings are lists', () => {
    expect(read({ languages: 'Arabisch / Deutsch und Klingonisch; arabic' }).person?.languages).toEqual([
      'ar',
      'de',
      'Klingonisch',
    ]);
    expect(read({ spellings: 'Amena; Amine, Amena' }).person?.spellings).toEqual(['Amena', 'Amine']);
  });
});

describe('mapping', () => {
  test('headers in German and English', () => {
    expect(
      guessMapping([
        'Lfd. Nr.',
        'Nachname',
        'Vornamen',
        'Geb.-Datum',
        'Zimmer-Nr.',
        'Ankunftsdatum',
        'Bemerkung',
      ]),
    ).toEqual(['number', 'family', 'given', 'birth', 'room', 'arrival', 'none']);
    expect(
      guessMapping([
        'ID',
        'Last Name',
        'First name',
        'Date of birth',
        'Languages',
        'Room',
        'Arrived on',
        'Native script',
      ]),
    ).toEqual(['number', 'family', 'given', 'birth', 'languages', 'room', 'arrival', 'original']);
    expect(
      guessMapping(['Name', 'Vorname', 'Jahrgang', 'Weitere Schreibweisen', 'Originalschreibweise']),
    ).toEqual(['family', 'given', 'birth', 'spellings', 'original']);
    expect(guessMapping(['Geburtsort', 'Geburtsdatum'])).toEqual(['none', 'birth']);
  });

  test.each([
    'Staatsangehörigkeit',
    'Nationalität',
    'Nationality',
    'Religion',
    'AZR-Nr.',
    'BAMF-Aktenzeichen',
    'Aufenthaltsstatus',
    'Asylstatus',
    'Ethnie',
    'Gesundheit',
    'Herkunftsland',
  ])('%s is never stored, whatever is chosen', (header) => {
    expect(isNeverStored(header)).toBe(true);
    expect(withTarget(guessMapping([header, 'Vorname']), 0, 'room')).toEqual(['never', 'given']);
  });

  test('a field has one column', () => {
    expect(withTarget(['family', 'given', 'none'], 2, 'given')).toEqual(['family', 'none', 'given']);
    expect(withTarget(['family', 'given', 'none'], 1, 'none')).toEqual(['family', 'none', 'none']);
    expect(namesAreMapped(['none', 'number'])).toBe(false);
  });
});

describe('a roster under review', () => {
  const table = tableOf(
    [
      ['Nr', 'Vorname', 'Religion'],
      ['1', 'Amina', 'geheim'],
      ['', ' '],
      ['1', 'Selam', ''],
      ['2'],
      ['3', 'Haile', '', 'zu viel'],
    ].map((cells) => ({ cells, unclosedQuote: false })),
    true,
  );
  const entries = table.rows.map((row) => entryFor(row, guessMapping(table.headers), today));
  const summary = (list: typeof entries, known = new Map<string, string>()) =>
    problemsOf(list, known).map((problems, at) => [list[at]?.line, ...problems.map(({ code }) => code)]);

  test('every row is there, with the number that a spreadsheet gives it', () => {
    expect(table.emptyRows).toBe(1);
    expect(summary(entries)).toEqual([
      [2],
      [4, 'number-twice'],
      [5, 'too-few-fields', 'no-name'],
      [6, 'too-many-fields'],
    ]);
    expect(JSON.stringify(entries)).not.toContain('geheim');
  });

  test('a number is free again when its row is skipped or corrected', () => {
    expect(
      summary(entries.map((entry) => (entry.line === 2 ? { ...entry, skipped: true } : entry)))[1],
    ).toEqual([4]);
    expect(
      summary(entries.map((entry) => (entry.line === 4 ? withValue(entry, 'number', '7', today) : entry)))[1],
    ).toEqual([4]);
  });

  test('a number that somebody has already names the person', () => {
    const known = knownNumbers([
      { id: 'p1', number: ' 1 ' },
      { id: 'p2', number: null },
    ]);
    expect(problemsOf(entries, known)[0]).toEqual([
      {
        field: 'number',
        code: 'number-known',
        severity: 'error',
        values: { number: '1', line: 0 },
        personId: 'p1',
      },
    ]);
  });

  test('a row of another shape is ready once somebody has looked at it', () => {
    const long = entries[3];
    if (!long) throw new Error('no such row');
    expect(long.surplus).toEqual(['zu viel']);
    expect(stateOf(long, problemsOf([long], new Map())[0] ?? [])).toBe('open');
    const settled = asItStands(long);
    expect(stateOf(settled, problemsOf([settled], new Map())[0] ?? [])).toBe('ready');
  });
});

test('whatever the cells hold, a row gives a valid person or an error', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 250 }),
    fc.constantFrom('=1', '31.02.1990', '29.11.88', '', '-', 'Ali\nReza', '\ufeff'),
  );
  fc.assert(
    fc.property(fc.record(Object.fromEntries(rosterFields.map((field) => [field, cell]))), (values) => {
      const { person, problems } = readRow(values, today);
      const refused = problems.some(({ severity }) => severity === 'error');
      expect(person === undefined).toBe(refused);
      if (person) expect(newParticipantSchema.parse(person)).toEqual(person);
    }),
    { numRuns: 500 },
  );
});
