import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { makeCertificates, makeRecoverySheet } from '#renderer/documents/make-documents.ts';
import { openPdf } from '#renderer/documents/open-pdf.ts';
import { PdfPreview } from '#renderer/documents/PdfPreview.tsx';
import { renderPages } from '#renderer/documents/render-pages.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { certificateOf } from '#tests/unit/certificates/printed-cases.ts';

let unmount: () => void = () => undefined;
afterEach(() => unmount());

const several = (count: number) =>
  Array.from({ length: count }, (_, index) => certificateOf({ name: `Person Nummer ${index + 1}` }));

async function made(count: number): Promise<Uint8Array> {
  const answer = await makeCertificates(several(count));
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

async function textOf(pdf: Uint8Array, pageNumber: number): Promise<string> {
  const { document, close } = await openPdf(pdf);
  const { items } = await (await document.getPage(pageNumber)).getTextContent();
  await close();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}

describe('the document worker', () => {
  it('makes one page each and tells how far it is', async () => {
    const shares: number[] = [];
    const answer = await makeCertificates(several(12), { onProgress: (share) => shares.push(share) });
    if (!answer.ok) throw new Error(answer.error.code);
    expect(await textOf(answer.value, 12)).toContain('Person Nummer 12');
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeGreaterThan(3);
  });

  it('leaves the window usable meanwhile', async () => {
    await made(1);
    const working = made(40);
    let turns = 0;
    let finished = false;
    void working.finally(() => {
      finished = true;
    });
    while (!finished) {
      await new Promise((resolve) => setTimeout(resolve, 4));
      turns += 1;
    }
    // Laid out in the window, the document would take it as a whole: a handful of turns. Turns are counted and not
    // timed, so that a busy machine does not matter.
    expect(turns).toBeGreaterThan(25);
  });

  it('stops at once when it is cancelled, and works again afterwards', async () => {
    const stop = new AbortController();
    const working = makeCertificates(several(200), { signal: stop.signal });
    setTimeout(() => stop.abort(), 60);
    await expect(working).rejects.toThrow('abort');
    expect(await textOf(await made(1), 1)).toContain('Person Nummer 1');
  });

  it('lets one go at once that is cancelled while another is made, and makes that one', async () => {
    const answered: string[] = [];
    const first = made(60).then((pdf) => {
      answered.push('first');
      return pdf;
    });
    const stop = new AbortController();
    const waiting = makeCertificates(several(1), { signal: stop.signal }).catch(() => {
      answered.push('cancelled');
    });
    stop.abort();
    await waiting;
    expect(await textOf(await first, 60)).toContain('Person Nummer 60');
    expect(answered).toEqual(['cancelled', 'first']);
    await expect(makeCertificates(several(1), { signal: stop.signal })).rejects.toThrow('abort');
    expect(await textOf(await made(1), 1)).toContain('Person Nummer 1');
  });

  it('refuses a letter without a glyph and a picture that does not open', async () => {
    const letter = await makeCertificates([certificateOf({ name: '林さん' })]);
    expect(letter).toMatchObject({ ok: false, error: { code: 'document.characters' } });
    const partners = [
      { name: 'SC Preußen Münster', shortName: null, logo: 'data:image/png;base64,iVBORw0KGgoAAAA=' },
    ];
    const logo = await makeCertificates([certificateOf({ partners })]);
    expect(logo).toEqual({
      ok: false,
      error: { code: 'document.logo', values: { partner: 'SC Preußen Münster' } },
    });
  });

  it('makes the recovery sheet', async () => {
    const pdf = await makeRecoverySheet({
      facilityName: 'ZUE Münster',
      code: '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ',
      createdOn: '2026-11-23',
    });
    expect(await textOf(pdf, 1)).toContain('Wiederherstellungscode');
  });
});

describe('pages as pictures', () => {
  it('are A4 at the asked resolution, one at a time, black on white', async () => {
    const done: string[] = [];
    const sizes: string[] = [];
    for await (const png of renderPages(await made(2), 200, { onPage: (n, of) => done.push(`${n}/${of}`) })) {
      const picture = await createImageBitmap(new Blob([new Uint8Array(png)], { type: 'image/png' }));
      sizes.push(`${picture.width}×${picture.height}`);
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d');
      context?.drawImage(picture, 0, 0);
      const pixels =
        context?.getImageData(0, 0, picture.width, picture.height).data ?? new Uint8ClampedArray();
      let dark = 0;
      for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 255) < 100) dark += 1;
      expect([pixels[0], pixels[1], pixels[2]]).toEqual([255, 255, 255]);
      expect(dark / (pixels.length / 4)).toBeGreaterThan(0.005);
    }
    expect(sizes).toEqual(['1654×2339', '1654×2339']);
    expect(done).toEqual(['1/2', '2/2']);
  });

  it('stop when they are cancelled', async () => {
    const stop = new AbortController();
    const pages = renderPages(await made(3), 100, { signal: stop.signal });
    expect((await pages.next()).done).toBe(false);
    stop.abort();
    await expect(pages.next()).rejects.toThrow('abort');
  });
});

describe('the preview', () => {
  async function show(pdf: Uint8Array): Promise<void> {
    await page.viewport(1366, 768);
    unmount = await mountScreen({
      services: memoryServices(),
      address: '/',
      routes: { '/': <PdfPreview pdf={pdf} label="Bescheinigungen" /> },
    });
    await expect
      .poll(() => document.querySelectorAll('canvas').length, { timeout: 15_000 })
      .toBeGreaterThan(0);
  }
  const region = () => page.getByRole('region', { name: 'Bescheinigungen, Seiten' });
  const place = () => document.querySelector('[role=status][class*=Typography]')?.textContent;

  it('draws only the pages in sight and says which one it is', async () => {
    await show(await made(25));
    expect(place()).toBe('Seite 1 von 25');
    expect(document.querySelectorAll('canvas').length).toBeLessThan(5);
    await page.getByRole('button', { name: 'Nächste Seite' }).click();
    await expect.poll(place).toBe('Seite 2 von 25');
    region().element().scrollTop = region().element().scrollHeight;
    await expect.poll(place).toBe('Seite 25 von 25');
    await expect.poll(() => document.querySelectorAll('canvas').length).toBeGreaterThan(0);
    expect(document.querySelectorAll('canvas').length).toBeLessThan(5);
  });

  it('reads the page to screen readers', async () => {
    await show(await made(1));
    const text = page.getByRole('region', { name: 'Text von Seite 1' });
    await expect.poll(() => text.element().textContent).toContain('42 von 50 Unterrichtseinheiten');
  });

  it('scrolls and zooms by keyboard', async () => {
    await show(await made(2));
    region().element().focus();
    const width = () => document.querySelector('canvas')?.getBoundingClientRect().width ?? 0;
    const before = width();
    await userEvent.keyboard('+');
    await expect.poll(width).toBeGreaterThan(before);
    await userEvent.keyboard('0');
    await expect.poll(width).toBe(before);
    await userEvent.keyboard('{PageDown}{PageDown}{PageDown}');
    await expect.poll(place).toBe('Seite 2 von 2');
  });
});
