import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePdf } from '#renderer/documents/engine.ts';
import { openTextSetter } from '#renderer/documents/text/text-setter.ts';
import { readPdf } from '#tests/unit/certificates/pdf-reading.ts';

const data = new TextEncoder().encode(JSON.stringify({ number: 'ABCDEFGHJK', name: 'Đỗ Thị Hương محمد' }));
const attachment = {
  name: 'bescheinigung-ABCDEFGHJK.json',
  type: 'application/json',
  description: 'Angaben der Bescheinigung',
  bytes: data,
};

const names = ['Anna Müller', 'Щёголев', 'ኣብርሃም ተስፋይ', 'محمد العلي'];

/** The dictionaries of the file by their object number; streams are left out. */
function objectsOf(pdf: Uint8Array): Map<string, string> {
  const text = Buffer.from(pdf).toString('latin1');
  return new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)(?:\nstream\n|\nendobj)/gs)].map(
      ([, id = '', body = '']) => [id, body],
    ),
  );
}

/** The object that a key of another one points to. */
function pointedTo(objects: ReadonlyMap<string, string>, body: string, key: string): string {
  const id = new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(body)?.[1] ?? '';
  return objects.get(id) ?? '';
}

describe('a document that is kept', () => {
  let pdf: Uint8Array;
  let folder: string;
  const path = () => join(folder, 'document.pdf');
  beforeAll(async () => {
    const setter = await openTextSetter();
    const content = names.flatMap((name) =>
      [false, true].map((bold) => setter.set(name, { size: 12, width: 400, bold }).node),
    );
    const watermark = { text: 'ENTWURF', opacity: 0.08, bold: true };
    pdf = await makePdf({ title: 'Teilnahme & <Mehr>', content, watermark, attachments: [attachment] });
    folder = mkdtempSync(join(tmpdir(), 'wegmarke-archive-'));
    writeFileSync(path(), pdf);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('embeds every font as a subset with a map to characters', () => {
    const table = execFileSync('pdffonts', [path()], { encoding: 'utf8' }).trim().split('\n').slice(2);
    expect(table).toHaveLength(6);
    for (const row of table) expect(row.trim().split(/\s+/).slice(-5, -2)).toEqual(['yes', 'yes', 'yes']);
  });

  it('says its language and title, and shows the title in the window', () => {
    const objects = objectsOf(pdf);
    const catalog = [...objects.values()].find((body) => body.includes('/Type /Catalog')) ?? '';
    expect(catalog).toContain('/Lang (de)');
    expect(pointedTo(objects, catalog, 'ViewerPreferences')).toContain('/DisplayDocTitle true');
    expect(readPdf(pdf).info.get('Title')).toBe('Teilnahme & <Mehr>');
    expect(readPdf(pdf).info.get('PDF version')).toBe('1.7');
    expect(readPdf(pdf).info.get('Encrypted')).toBe('no');
  });

  it('names the colours that it is written in', () => {
    const objects = objectsOf(pdf);
    const catalog = [...objects.values()].find((body) => body.includes('/Type /Catalog')) ?? '';
    const intent = pointedTo(objects, catalog, 'OutputIntents');
    expect(intent).toContain('/S /GTS_PDFA1');
    expect(intent).toContain('(sRGB IEC61966-2.1)');
    const id = /\/DestOutputProfile (\d+) 0 R/.exec(intent)?.[1];
    const text = Buffer.from(pdf).toString('latin1');
    const begin = text.indexOf('stream\n', text.indexOf(`\n${id} 0 obj\n`)) + 7;
    const profile = inflateSync(Buffer.from(pdf).subarray(begin)).toString('latin1');
    expect(profile.slice(16, 20)).toBe('RGB ');
    expect(profile.slice(36, 40)).toBe('acsp');
  });

  it('carries the data as a file that belongs to the document', () => {
    const objects = objectsOf(pdf);
    const catalog = [...objects.values()].find((body) => body.includes('/Type /Catalog')) ?? '';
    const file = pointedTo(objects, catalog, 'AF');
    expect(file).toContain('/AFRelationship /Data');
    expect(file).toContain('/Desc (Angaben der Bescheinigung)');
    expect(file).toContain('/UF (bescheinigung-ABCDEFGHJK.json)');
    const embedded = pointedTo(objects, file, 'F');
    expect(embedded).toContain('/Subtype /application#2Fjson');
    expect(embedded).toMatch(/\/ModDate \(D:\d{14}Z\)/);
    const out = join(folder, 'out.json');
    const listed = execFileSync('pdfdetach', ['-list', path()], { encoding: 'utf8' });
    expect(listed).toContain('bescheinigung-ABCDEFGHJK.json');
    execFileSync('pdfdetach', ['-save', '1', '-o', out, path()]);
    expect(new Uint8Array(readFileSync(out))).toEqual(data);
  });

  it('has no script, link or form', () => {
    const text = Buffer.from(pdf).toString('latin1');
    for (const key of ['/JavaScript', '/OpenAction', '/AA', '/AcroForm', '/URI', '/Encrypt', '/Launch'])
      expect(text).not.toContain(key);
  });
});
