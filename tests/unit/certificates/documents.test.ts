import { describe, expect, it } from 'vitest';
import type { PrintedCertificate } from '#renderer/documents/certificate/printed-certificate.ts';
import { composeDocument } from '#renderer/documents/compose-document.ts';
import type { DocumentRequest } from '#renderer/documents/document-request.ts';
import { formatRecoveryCode } from '#renderer/vault/recovery-code.ts';
import { png } from '../documents/made-pictures.ts';
import { readPdf } from './pdf-reading.ts';
import { certificateOf, longest } from './printed-cases.ts';

const opens = async (): Promise<boolean> => true;
const compose = (request: DocumentRequest, canOpen = opens) =>
  composeDocument(request, canOpen, () => undefined);

async function read(...certificates: PrintedCertificate[]) {
  const made = await compose({ kind: 'certificates', certificates });
  if (!made.ok) throw new Error(made.error.code);
  return readPdf(made.value);
}

/** Without spaces and hyphens, which a reader drops or adds where a line ends. */
const joined = (text = ''): string => text.replace(/[\s-]/g, '');

describe('a Teilnahmebescheinigung', () => {
  it('says on one page everything that it must', async () => {
    const { pages, fonts, info } = await read(certificateOf());
    expect(pages).toHaveLength(1);
    for (const text of [
      'ZUE Münster',
      'Modellprojekt Integration Münster',
      'Teilnahmebescheinigung',
      'Ayşe Öztürk-Ğ',
      'geboren am 12.03.1990',
      'Deutsch für den Alltag',
      'Sprachförderung',
      'Kurs auf Niveau A1 (GER)',
      '31.10.2024 – 13.12.2024',
      '42 von 50 Unterrichtseinheiten (je 45 Minuten)',
      'Arztbesuch und Notruf',
      'Polizei Münster, IHK Nord Westfalen',
      'Münster, 13.12.2024',
      'Ort, Datum',
      'Unterschrift',
      'Stempel',
      'Nr. 0123-4567-89A',
      'kein Nachweis über ein Sprachniveau',
    ])
      expect(pages[0]).toContain(text);
    expect(pages[0]).not.toMatch(/Zertifikat|Entwurf|Seite \d|undefined|null/i);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatchObject({ embedded: true, subset: true });
    expect(info.get('Title')).toBe('Teilnahmebescheinigung');
    expect(info.get('Page size')).toMatch(/A4/);
    expect(info.get('JavaScript')).toBe('no');
  });

  it.each(['Юлія Шевченко', 'Đỗ Thị Hương', 'Κωνσταντίνος', 'Șerban Țuțea', 'Mohammed oğlu Əliyev', 'Çelîk'])(
    'has the name %s as it was written',
    async (name) => {
      expect((await read(certificateOf({ name }))).pages[0]).toContain(name);
    },
  );

  it('composes letters that came in parts, and drops invisible marks', async () => {
    const { pages } = await read(certificateOf({ name: '\u200fAys\u0327e\u200c  O\u0308zt\u00adu\u0308rk' }));
    expect(pages[0]).toContain('Ayşe Öztürk');
  });

  it('knows a year only, no date, one day, and no level', async () => {
    const year = await read(certificateOf({ birth: { kind: 'year', year: 1990 } }));
    expect(year.pages[0]).toContain('Jahrgang 1990');
    const bare = await read(
      certificateOf({
        birth: { kind: 'unknown' },
        level: null,
        area: 'vocational',
        periodTo: '2024-10-31',
        partners: [],
        contents: [],
        facility: { name: 'ZUE Münster', place: 'Münster', programme: null },
      }),
    );
    expect(bare.pages).toHaveLength(1);
    expect(bare.pages[0]).not.toMatch(/geboren|Jahrgang|Niveau A|GER|Inhalte|Zusammenarbeit/);
    expect(bare.pages[0]).toContain('Berufsbezogene Qualifizierung');
    expect(bare.pages[0]).toContain('31.10.2024');
  });

  it('marks a draft and gives it no number', async () => {
    const { pages } = await read(certificateOf({ number: null }), certificateOf());
    expect(pages[0]).toContain('Nr. wird bei Ausstellung vergeben');
    expect(pages[1]).not.toContain('wird bei Ausstellung vergeben');
    // The mark's letters stand across the page, so a reader finds them scattered: only their number is compared.
    const letters = (page = ''): number => page.replace(/Nr\..*/, '').replace(/\s/g, '').length;
    expect(letters(pages[0]) - letters(pages[1])).toBe('ENTWURF'.length);
  });

  it('keeps a name of 200 letters and twenty short contents on one page', async () => {
    const contents = Array.from({ length: 20 }, (_, index) => `Inhalt ${index + 1} kurz und gut`);
    const { pages } = await read(certificateOf({ contents }), certificateOf({ name: longest.name }));
    expect(pages).toHaveLength(2);
    for (const content of contents) expect(pages[0]).toContain(content);
    expect(joined(pages[1])).toContain(joined(longest.name));
  });

  it('cuts nothing off when everything is as long as it may be', async () => {
    const { pages } = await read(longest, certificateOf());
    const own = pages.slice(0, -1);
    const text = own.join(' ');
    for (const part of [longest.name, longest.offerTitle, longest.facility.name, longest.facility.place])
      expect(joined(text)).toContain(joined(part));
    for (let item = 1; item <= 20; item += 1) {
      expect(text).toContain(`Inhalt ${item}:`);
      // Once in the list, once in the logo bar.
      expect(text.split(`Partner ${item} `).length).toBe(3);
    }
    own.forEach((page, index) => {
      expect(page).toContain(`Seite ${index + 1} von ${own.length}`);
      expect(page).toContain('Nr. 0123-4567-89A');
      if (index > 0) expect(page).toContain('Teilnahmebescheinigung für Abdulrahman');
    });
    expect(own.filter((page) => page.includes('Unterschrift'))).toEqual([own.at(-1)]);
    expect(pages.at(-1)).not.toContain('Seite');
  });

  it('breaks a name without a space instead of running off the paper', async () => {
    const name = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(5);
    const { pages } = await read(certificateOf({ name }));
    expect(joined(pages[0])).toContain(name);
  });
});

describe('a batch', () => {
  it('has a page for each, in order, and each picture once', async () => {
    const logo = png(40, 20);
    const partners = [{ name: 'Handwerkskammer Münster', shortName: null, logo }];
    const certificates = Array.from({ length: 30 }, (_, index) =>
      certificateOf({ name: `Person Nummer ${index}`, partners }),
    );
    const { pages, pictures } = await read(...certificates);
    expect(pages).toHaveLength(30);
    pages.forEach((page, index) => {
      expect(page).toContain(`Person Nummer ${index} `);
    });
    expect(pictures).toBe(1);
  });
});

describe('what can not be printed', () => {
  it.each([
    ['Ali 漢', '漢'],
    ['\u0301 Ali', '\u0301'],
    ['Ali 😀', '😀'],
  ])('refuses %s and names the characters', async (name, characters) => {
    expect(await compose({ kind: 'certificates', certificates: [certificateOf({ name })] })).toEqual({
      ok: false,
      error: { code: 'document.characters', values: { characters } },
    });
  });

  it('refuses a picture that does not open and names whose it is', async () => {
    const partners = [{ name: 'SC Preußen Münster', shortName: null, logo: 'data:image/png;base64,AAAA' }];
    const certificates = [certificateOf({ partners })];
    expect(await compose({ kind: 'certificates', certificates }, async () => false)).toEqual({
      ok: false,
      error: { code: 'document.logo', values: { partner: 'SC Preußen Münster' } },
    });
  });
});

describe('the recovery sheet', () => {
  const code = formatRecoveryCode(Uint8Array.from({ length: 20 }, (_, index) => index * 13));

  it('has the code in groups on one page, with what to do', async () => {
    const made = await compose({
      kind: 'recovery-sheet',
      sheet: { facilityName: 'ZUE Münster', code, createdOn: '2024-10-31' },
    });
    if (!made.ok) throw new Error(made.error.code);
    const { pages, info, fonts } = readPdf(made.value);
    expect(pages).toHaveLength(1);
    // Each cell is its place in the order and its characters, side by side.
    const cells = code.split('-').map((group, index) => `${index + 1}${group}`);
    expect(cells).toHaveLength(9);
    expect(joined(pages[0])).toContain(cells.join(''));
    for (const text of ['ZUE Münster', '31.10.2024', 'Tresor']) expect(pages[0]).toContain(text);
    expect(info.get('Title')).toBe('Wiederherstellungsblatt');
    for (const font of fonts) expect(font.embedded).toBe(true);
  });

  it('is made for a facility whose name can not be printed whole', async () => {
    const made = await compose({
      kind: 'recovery-sheet',
      sheet: { facilityName: 'Haus 😀 سلام Münster', code, createdOn: '2024-10-31' },
    });
    if (!made.ok) throw new Error(made.error.code);
    expect(readPdf(made.value).pages[0]).toContain('Münster');
  });
});
