import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeDocument } from '#renderer/documents/compose-document.ts';
import type { PrintedLists } from '#renderer/documents/lists/printed-lists.ts';
import { parseListCode } from '#shared/domain/attendance/list-number.ts';
import { readPdf } from '#tests/unit/certificates/pdf-reading.ts';
import {
  dayOverview,
  groupRoster,
  listNumber,
  people,
  signatureForm,
  signatureList,
  signatureLists,
  weekPlan,
} from './printed-list-cases.ts';

async function made(lists: PrintedLists): Promise<Uint8Array> {
  const answer = await composeDocument(
    { kind: 'lists', lists },
    async () => true,
    () => undefined,
  );
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

const read = async (lists: PrintedLists) => readPdf(await made(lists));

/** Without spaces and hyphens, which a reader drops or adds where a line ends. */
const joined = (text = ''): string => text.replace(/[\s-]/g, '');

/** What a scanner reads from each page as it comes out of a printer; `[]` for a page without a code. */
function scanned(pdf: Uint8Array): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'wegmarke-scan-'));
  try {
    writeFileSync(join(folder, 'list.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', '150', '-gray', join(folder, 'list.pdf'), join(folder, 'page')]);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pgm'))
      .sort()
      .map((name) => codesIn(join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function codesIn(picture: string): string[] {
  try {
    const found = execFileSync('zbarimg', ['--quiet', '--raw', picture], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return found.trim().split('\n');
  } catch (error) {
    // The tool's word for a picture without a code.
    if ((error as { status?: number }).status === 4) return [];
    throw error;
  }
}

const longName = 'Abdulrahman Muhammad al-Hassan ibn Yusuf '.repeat(5).slice(0, 200).trim();
const unbroken = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(6).slice(0, 200);

describe('a list for signatures', () => {
  it('has what the paper needs, and nothing that the wall must not know', async () => {
    const { pages, lines, info, fonts } = await read(signatureLists(signatureList(14)));
    expect(pages).toHaveLength(1);
    for (const text of [
      ...['ZUE Münster', 'Anwesenheitsliste', 'Erstorientierung, Vormittag', 'Erstorientierungskurs'],
      ...['Montag, 23.11.2026', '9:00 – 12:15 Uhr', 'R 12', 'M. Brandt', 'Alltag und Wohnen', 'Modul'],
      ...['Unterschrift der Leitung', 'Datum', 'Leitung'],
      ...[
        '4711 0815 1231',
        'Gedruckt am 23.11.2026',
        'Seite 1 von 1',
        'streicht die Leitung jedes leere Feld',
      ],
    ])
      expect(pages[0]).toContain(text);
    expect(lines[0]).toContain('Nr. Familienname Vorname Unterschrift');
    expect(pages[0]).not.toMatch(/Adresse|Staatsangehörigkeit|geboren|undefined|null/i);
    const [width, height] = (info.get('Page size') ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
    expect([Math.round(width ?? 0), Math.round(height ?? 0)]).toEqual([842, 595]);
    expect(info.get('Title')).toBe('Anwesenheitsliste');
    for (const font of fonts) expect(font).toMatchObject({ embedded: true, subset: true });
  });

  it.each([
    [0, 1],
    [1, 1],
    [15, 1],
    [16, 1],
    [17, 2],
    [32, 2],
    [33, 3],
  ])('%i people take %i pages, each with its own number', async (count, expected) => {
    const pdf = await made(signatureLists(signatureList(count)));
    const { pages } = readPdf(pdf);
    expect(pages).toHaveLength(expected);
    pages.forEach((page, at) => {
      expect(page).toContain(`Seite ${at + 1} von ${expected}`);
      // Every page has its sixteen lines, the free ones of the last page included.
      for (let line = at * 16 + 1; line <= at * 16 + 16; line += 1)
        expect(page).toMatch(new RegExp(`\\b${line}\\b`));
      expect(page).not.toMatch(new RegExp(`\\b${at * 16 + 17} `));
    });
    const text = pages.join(' ');
    for (const { family, given } of people(count)) expect(text).toContain(family ?? given);
    const codes = scanned(pdf);
    expect(codes).toEqual(pages.map((_, at) => [`${listNumber}${String(at + 1).padStart(2, '0')}`]));
    for (const [at, [code = '']] of codes.entries())
      expect(parseListCode(code)).toEqual({ number: listNumber, page: at + 1 });
  });

  it('has people in the order of its lines', async () => {
    const { lines } = await read(signatureLists(signatureList(17)));
    const numbered = lines.flatMap((page) => page.filter((line) => /^\d{1,2}( |$)/.test(line)));
    const expected = people(17).map(({ family, given }, at) =>
      [at + 1, ...(family === null ? [] : [family]), given].join(' '),
    );
    expect(numbered.slice(0, 17)).toEqual(expected);
    expect(numbered.slice(17)).toEqual(Array.from({ length: 15 }, (_, at) => String(at + 18)));
  });

  it.each(['Şahin', 'Yıldız', 'Doğan', 'Wałęsa', 'Đorđević', 'Əliyev', 'Шевченко', 'Țuțea'])(
    'has %s as it is written',
    async (family) => {
      const list = signatureList(0, { people: [{ family, given: 'Đỗ Thị Hương' }] });
      const { lines } = await read(signatureLists(list));
      expect(lines[0]).toContain(`1 ${family} Đỗ Thị Hương`);
    },
  );

  it('keeps sixteen lines a page with names and titles as long as they may be', async () => {
    const list = signatureList(0, {
      session: {
        ...signatureList(0).session,
        offer: `Berufsorientierung ${unbroken}`.slice(0, 160),
        group: `Gruppe ${longName}`.slice(0, 120),
        room: 'Werkstatt im Hinterhaus, zweiter Eingang '.slice(0, 40).trim(),
        lead: longName.slice(0, 120),
        module: longName.slice(0, 160),
      },
      people: Array.from({ length: 17 }, (_, at) => ({
        family: at % 2 === 0 ? longName : unbroken,
        given: at % 2 === 0 ? unbroken : longName,
      })),
    });
    const { pages } = await read({
      ...signatureLists(list),
      facility: 'Zentrale Unterbringungseinrichtung mit einem langen Namen '.repeat(3).slice(0, 120),
    });
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      expect(joined(page)).toContain(joined(longName));
      expect(joined(page)).toContain(unbroken);
      expect(joined(page)).toContain(joined(list.session.offer));
      expect(joined(page)).toContain(joined(list.session.lead ?? ''));
    }
  });

  it('leaves a name that can not be printed to the hand, and prints the others', async () => {
    const list = signatureList(3, {
      people: [
        { family: 'Haddad', given: 'Khaled' },
        { family: 'محمد', given: 'أحمد' },
        { family: 'Yıldız', given: 'Ayşe' },
      ],
    });
    const { lines } = await read(signatureLists(list));
    for (const line of ['1 Haddad Khaled', '2 (Name bitte von Hand eintragen)', '3 Yıldız Ayşe'])
      expect(lines[0]).toContain(line);
  });

  it('refuses a group whose name can not be printed', async () => {
    const { session } = signatureList(0);
    const list = signatureList(0, { session: { ...session, group: 'Deutsch 😀' } });
    const answer = await composeDocument(
      { kind: 'lists', lists: signatureLists(list) },
      async () => true,
      () => undefined,
    );
    expect(answer).toEqual({
      ok: false,
      error: { code: 'document.characters', values: { characters: '😀' } },
    });
  });

  it('counts the pages of each list by itself where a week is printed at once', async () => {
    const week = [17, 3, 0, 16, 33].map((count, at) =>
      signatureList(count, { number: String(100_000_000_000 + at) }),
    );
    const pdf = await made(signatureLists(...week));
    const { pages } = readPdf(pdf);
    expect(pages.map((page) => /Seite \d von \d/.exec(page)?.[0])).toEqual([
      ...['Seite 1 von 2', 'Seite 2 von 2', 'Seite 1 von 1', 'Seite 1 von 1', 'Seite 1 von 1'],
      ...['Seite 1 von 3', 'Seite 2 von 3', 'Seite 3 von 3'],
    ]);
    expect(new Set(scanned(pdf).flat()).size).toBe(8);
  });

  it('is there as a blank form, without a number', async () => {
    const pdf = await made(signatureForm);
    const { pages } = readPdf(pdf);
    expect(pages).toHaveLength(1);
    for (const text of ['Anwesenheitsliste', 'Vordruck', 'Familienname', 'Unterschrift der Leitung', '16'])
      expect(pages[0]).toContain(text);
    expect(scanned(pdf)).toEqual([[]]);
  });
});

describe('a group list', () => {
  it('has names, own numbers and what a lead needs, over as many pages as it takes', async () => {
    const { pages, lines, info } = await read(groupRoster(33));
    expect(pages).toHaveLength(2);
    expect(info.get('Page size')).toMatch(/595\.\d+ x 841\.\d+ pts \(A4\)/);
    const text = pages.join(' ');
    for (const part of [
      ...['Erstorientierung, Vormittag', 'M. Brandt', 'R 12', '33 Personen', 'Stand 23.11.2026'],
      ...['Mo, Di, Mi, Do, Fr 9:00 – 12:15', '02.11.2026 – 26.02.2027', 'Z-1032'],
    ])
      expect(text).toContain(part);
    for (const { family } of people(33)) if (family !== null) expect(text).toContain(family);
    expect(lines[1]).toContain('Nr. Familienname Vorname Nummer');
    expect(pages[1]).toContain('Seite 2 von 2');
  });

  it('says when nobody is in the group', async () => {
    const { pages } = await read(groupRoster(0, { slots: [] }));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('Zurzeit hat niemand einen Platz');
  });

  it('holds the longest names', async () => {
    const long = Array.from({ length: 20 }, () => ({ family: longName, given: unbroken, number: null }));
    const { pages } = await read(groupRoster(0, { people: long, group: longName.slice(0, 120) }));
    expect(pages).toHaveLength(1);
    expect(joined(pages[0]).split(unbroken)).toHaveLength(21);
  });
});

describe('a week plan', () => {
  it('has all rooms and days on landscape pages', async () => {
    const { pages, info } = await read(weekPlan());
    expect(info.get('Page size')).toMatch(/841\.\d+ x 595\.\d+ pts/);
    const text = pages.join(' ');
    for (const part of [
      ...['Wochenplan', 'KW 48', '23.11.2026 – 27.11.2026', 'Montag 23.11.', 'Freitag 27.11.'],
      ...['Werkstatt', 'Ohne Raum', '9:00 – 10:45', 'fällt aus', 'Holz und Metall', 'S. Öztürk'],
    ])
      expect(text).toContain(part);
    expect(text.match(/Deutsch A1, Gruppe 3/g)).toHaveLength(5);
    expect(pages.at(-1)).toContain(`Seite ${pages.length} von ${pages.length}`);
  });

  it('has a page for the door of each room', async () => {
    const { pages } = await read(weekPlan({ layout: 'rooms' }));
    expect(pages).toHaveLength(5);
    expect(pages[2]).toContain('Raum R 12');
    expect(pages[2]).toContain('Deutsch A1, Gruppe 3');
    expect(pages[2]).not.toContain('Gruppe 4');
  });

  it('shows a seven-day week, a holiday, a full room and an empty week', async () => {
    const full = weekPlan();
    const all = ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`);
    const { pages } = await read({
      ...full,
      days: all.map((date, at) => ({ date, holiday: at === 6 ? 'Erster Advent' : null })),
      rooms: [
        {
          room: 'Halle',
          sessions: Array.from({ length: 30 }, (_, at) => ({
            ...{ date: '2026-11-28', startsAt: 480 + at * 15, endsAt: 490 + at * 15 },
            ...{ group: `Sport ${at + 1}`, lead: null, cancelled: false },
          })),
        },
      ],
    });
    const text = pages.join(' ');
    for (let at = 1; at <= 30; at += 1) expect(text).toMatch(new RegExp(`Sport ${at}\\b`));
    expect(text).toContain('Erster Advent');
    expect((await read(weekPlan({ rooms: [] }))).pages[0]).toContain('kein Termin geplant');
  });
});

describe('a day overview', () => {
  it('has every session by time', async () => {
    const { pages } = await read(dayOverview(14));
    expect(pages).toHaveLength(1);
    for (const part of ['Montag, 23.11.2026', 'Erwartet', '8:00 – 9:45', 'Gruppe 14', 'fällt aus', '10:10'])
      expect(pages[0]).toContain(part);
  });

  it('goes on to further pages, and says when there is nothing', async () => {
    const { pages, lines } = await read(dayOverview(60));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.at(-1)).toContain('Gruppe 60');
    expect(lines.at(-1)).toContain('Zeit Gruppe Raum Leitung Erwartet');
    expect((await read({ ...dayOverview(0), holiday: 'Neujahr' })).pages[0]).toMatch(
      /Neujahr.*kein Termin geplant/,
    );
  });
});
