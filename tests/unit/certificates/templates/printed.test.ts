import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { certificatePages } from '#renderer/documents/certificate/certificate-layout.ts';
import {
  type PrintedCertificate,
  printedCertificate,
} from '#renderer/documents/certificate/printed-certificate.ts';
import { composeDocument } from '#renderer/documents/compose-document.ts';
import { openTextSetter } from '#renderer/documents/text/text-setter.ts';
import { type Certificate, certificateType } from '#shared/domain/records/certificate.ts';
import { type GreyPage, greyPages, keepPictures, pagePictures } from '../page-pictures.ts';
import { readPdf } from '../pdf-reading.ts';
import { certificateOf } from '../printed-cases.ts';
import { certificateWith, contentOf, proofDigits } from './template-cases.ts';

// Drawing pages at a printer's resolution takes seconds.
vi.setConfig({ testTimeout: 60_000 });

async function made(...certificates: PrintedCertificate[]): Promise<Uint8Array> {
  const answer = await composeDocument(
    { kind: 'certificates', certificates },
    async () => true,
    () => undefined,
  );
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

const firstOf = (pages: readonly GreyPage[]): GreyPage => {
  const [page] = pages;
  if (!page) throw new Error('no page');
  return page;
};

/** Where dots are darker than `most`, within a box in points; `undefined`: nowhere. */
function inkWithin(
  page: GreyPage,
  dpi: number,
  box: { x: number; y: number; width: number; height: number },
) {
  const scale = dpi / 72;
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1];
  for (let y = Math.floor(box.y * scale); y < (box.y + box.height) * scale; y += 1) {
    for (let x = Math.floor(box.x * scale); x < (box.x + box.width) * scale; x += 1) {
      if ((page.dots[y * page.width + x] ?? 255) > 127) continue;
      [left, top, right, bottom] = [
        Math.min(left, x),
        Math.min(top, y),
        Math.max(right, x),
        Math.max(bottom, y),
      ];
    }
  }
  const points = (dots: number): number => dots / scale;
  return {
    x: points(left),
    y: points(top),
    width: points(right + 1 - left),
    height: points(bottom + 1 - top),
  };
}

describe('the code on the page', () => {
  it.each([
    ['participation', 'A4'],
    ['module', 'A5'],
    ['tested', 'A4'],
    ['honour', 'A5'],
  ] as const)(
    'of %s on %s is exactly 25 mm with four modules of white around it, and is read',
    async (id, paper) => {
      const certificate = certificateWith(contentOf(id, paper));
      const parts = certificatePages(certificate, await openTextSetter(), new Map()).flatMap(
        (page) => page.parts,
      );
      const box = parts.find(({ mark }) => mark.kind === 'code');
      if (!box) throw new Error('no code');
      const pdf = await made(certificate);
      const ink = inkWithin(firstOf(greyPages(pdf, 600)), 600, box);
      const dot = 25.4 / 600;
      for (const side of [ink.width, ink.height]) {
        expect((side / 72) * 25.4).toBeGreaterThan(25 - 2 * dot);
        expect((side / 72) * 25.4).toBeLessThan(25 + 2 * dot);
      }
      const quiet = (box.width - ink.width) / 2;
      // The code has 61 modules at most.
      expect(quiet).toBeGreaterThanOrEqual((4 * ink.width) / 61 - 0.2);
      expect(ink.x - box.x).toBeCloseTo(quiet, 0);
      const folder = mkdtempSync(join(tmpdir(), 'wegmarke-code-'));
      try {
        for (const dpi of [150, 300]) {
          const file = join(folder, 'page.pgm');
          writeFileSync(file, firstOf(greyPages(pdf, dpi)).file);
          const found = execFileSync('zbarimg', ['--quiet', '--raw', file], { encoding: 'utf8' });
          expect(found.trim()).toBe(proofDigits);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  it('is not there on a draft and on certificates from before', async () => {
    const pages = certificatePages(certificateOf({ number: null }), await openTextSetter(), new Map());
    const codes = pages.flatMap(({ parts }) => parts).filter(({ mark }) => mark.kind === 'code');
    expect(codes).toEqual([]);
  });
});

/** A certificate as it lies in the records. */
const record = (): Certificate => {
  const { copyOn: _copy, revokedOn: _revoked, number, ...rest } = certificateWith(contentOf('module', 'A4'));
  return certificateType.schema.parse({
    ...rest,
    ...{ number: number ?? '', participantId: 'p', groupId: 'g', issuedBy: 'a', copies: [] },
    ...{ revoked: null, replaces: null, firstOutOn: null },
  });
};

describe('a reprint', () => {
  it('two versions of its template later is equal but for "Zweitschrift"', async () => {
    const certificate = record();
    const dpi = 150;
    const first = firstOf(greyPages(await made(printedCertificate(certificate)), dpi));
    // The template has changed since; the record keeps what it was issued with.
    const kept = certificateType.schema.parse(JSON.parse(JSON.stringify(certificate)));
    expect(kept.template.version).toBe(1);
    const again = firstOf(greyPages(await made(printedCertificate(kept)), dpi));
    expect(again.dots.equals(first.dots)).toBe(true);
    const copy = await made({ ...printedCertificate(kept), copyOn: '2026-11-29' });
    expect(readPdf(copy).pages[0]).toContain('Zweitschrift, ausgestellt am 29.11.2026');
    const marked = firstOf(greyPages(copy, dpi));
    const rows = new Set<number>();
    for (let at = 0; at < first.dots.length; at += 1)
      if (first.dots[at] !== marked.dots[at]) rows.add(Math.floor(at / first.width));
    expect(rows.size).toBeGreaterThan(0);
    // All that differs lies above the head.
    const headTop = (50 / 72) * dpi;
    expect(Math.max(...rows)).toBeLessThan(headTop);
  });
});

/** The data in a document with one issued certificate. */
async function dataOf(certificate: PrintedCertificate): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'wegmarke-data-'));
  try {
    const path = join(folder, 'document.pdf');
    writeFileSync(path, await made(certificate));
    execFileSync('pdfdetach', ['-saveall', '-o', folder, path]);
    return JSON.parse(readFileSync(join(folder, 'bescheinigung-0123-4567-89A.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('what else is on paper', () => {
  it('names the person in both scripts, and says what a module, a result and a share are', async () => {
    const content = contentOf('tested', 'A4');
    const blocks = [
      ...content.blocks,
      { type: 'text', text: 'Anteil {share}\nGruppe {group}', size: 'small', align: 'center' } as const,
    ];
    const text = readPdf(
      await made(
        certificateWith({ ...content, blocks }, { originalName: 'عائشة' }),
        certificateWith(contentOf('module', 'A4')),
      ),
    ).pages;
    expect(text[0]).toContain('telc Deutsch A1, Niveau A1, geprüft am 05.12.2024');
    expect(text[0]).toContain('Anteil 84 % Gruppe Vormittag');
    expect(text[0]?.normalize('NFKC')).toContain('عائشة');
    expect(text[1]).toContain('das Modul „Gesundheit und Arztbesuch“ besucht hat.');
    expect(text[1]).not.toMatch(/Zertifikat/i);
  });

  it('leaves out lines without a value', async () => {
    const content = contentOf('participation', 'A4');
    const text = 'Kursstufe: {level}';
    const blocks = [...content.blocks, { type: 'text', text, size: 'normal', align: 'start' } as const];
    const [withLevel, without] = readPdf(
      await made(
        certificateWith({ ...content, blocks }),
        certificateWith({ ...content, blocks }, { level: null }),
      ),
    ).pages;
    expect(withLevel).toContain('Kursstufe: Kurs auf Niveau A1 (GER)');
    expect(without).not.toContain('Kursstufe');
  });

  it('says that it is revoked', async () => {
    const { pages } = readPdf(
      await made(certificateWith(contentOf('honour', 'A4'), { revokedOn: '2025-02-03' })),
    );
    expect(pages[0]).toContain('Widerrufen am 03.02.2025');
  });

  it('has a translation that says that it is not binding', async () => {
    const content = contentOf('participation', 'A4');
    const block = { language: 'ar', place: 'block' } as const;
    const pdf = await made(
      certificateWith(content, { contents: [], translation: block }),
      certificateWith(content, { translation: { language: 'uk', place: 'page' } }),
    );
    keepPictures('translations', pagePictures(pdf, 80));
    const { pages } = readPdf(pdf);
    expect(pages).toHaveLength(3);
    expect(pages[0]).toContain('verbindlich ist allein der deutsche Text');
    expect(pages[1]).not.toContain('verbindlich');
    expect(pages[2]).toContain('verbindlich ist allein der deutsche Text');
    expect(pages[2]).toContain('Seite 2 von 2');
  });

  it('carries its data as a file, without pictures', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wegmarke-data-'));
    try {
      const path = join(folder, 'document.pdf');
      const logo = 'data:image/svg+xml;base64,';
      const svg =
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><path d="M0 0h60v20z" fill="#00f"/></svg>';
      const partners = [
        { name: 'Handwerkskammer', shortName: null, logo: logo + Buffer.from(svg).toString('base64') },
      ];
      const pdf = await made(
        certificateWith(contentOf('participation', 'A4'), { partners }),
        certificateOf({ number: null }),
      );
      keepPictures('svg-logo', pagePictures(pdf, 80).slice(0, 1));
      writeFileSync(path, pdf);
      execFileSync('pdfdetach', ['-saveall', '-o', folder, path]);
      const data = JSON.parse(readFileSync(join(folder, 'bescheinigung-0123-4567-89A.json'), 'utf8'));
      expect(data).toMatchObject({
        ...{ format: 'wegmarke-certificate', number: '0123456789A', name: 'Ayşe Öztürk-Ğ', ueAttended: 42 },
        partners: ['Handwerkskammer'],
      });
      expect(JSON.stringify(data)).not.toContain('svg');
      const list = execFileSync('pdfdetach', ['-list', path], { encoding: 'utf8' });
      expect(list).toContain('1 embedded files');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('tells a program no birth date and no other spelling that the pages leave out', async () => {
    const content = contentOf('participation', 'A4');
    const named = (birth: boolean, original: boolean, text = 'Kurs') =>
      dataOf(
        certificateWith(
          {
            ...content,
            blocks: [
              { type: 'name', birth, original },
              { type: 'text', text, size: 'normal', align: 'start' },
            ],
          },
          { originalName: 'عائشة' },
        ),
      );
    const [all, none, byField] = [
      await named(true, true),
      await named(false, false),
      await named(false, false, '{birth}\n{originalName}'),
    ];
    for (const data of [all, byField])
      expect(data).toMatchObject({ birth: { date: '1990-03-12' }, originalName: 'عائشة' });
    expect(JSON.stringify(none)).not.toMatch(/birth|1990|originalName|عائشة/);
  });

  it('reads a German line from the left, also one that begins with a name in Arabic letters', async () => {
    const content = contentOf('participation', 'A4');
    const text = '{originalName} hat teilgenommen.';
    const certificate = certificateWith(
      { ...content, blocks: [...content.blocks, { type: 'text', text, size: 'normal', align: 'start' }] },
      { originalName: 'محمد (علي)' },
    );
    const pages = certificatePages(certificate, await openTextSetter(), new Map());
    const lines = pages.flatMap(({ parts }) =>
      parts.flatMap(({ mark }) => (mark.kind === 'lines' ? mark.lines : [])),
    );
    const line = lines.find(({ runs }) => runs.some((run) => run.text.includes('hat teilgenommen.')));
    expect(line?.runs.map((run) => run.text).join('')).toBe('محمد (علي) hat teilgenommen.');
    expect(line?.runs[0]?.text).toContain('محمد');
  });
});
