import { describe, expect, it } from 'vitest';
import {
  type BadgeLayout,
  badgeLayoutIds,
  badgeLayouts,
  perSheet,
} from '#renderer/documents/badges/badge-layouts.ts';
import { badgePlaces, sheetCount } from '#renderer/documents/badges/badge-places.ts';
import { type PrintedBadges, printedBadge } from '#renderer/documents/badges/printed-badges.ts';
import { composeDocument } from '#renderer/documents/compose-document.ts';
import { inFours } from '#shared/domain/digits.ts';
import { readPdf } from '#tests/unit/certificates/pdf-reading.ts';
import { manyBadges, sheetsOf } from './printed-badge-cases.ts';
import { type DrawnPage, readByZBar, readPages } from './read-codes.ts';

const noOffset = { right: 0, down: 0 };

async function made(badges: PrintedBadges, onProgress: (share: number) => void = () => undefined) {
  const answer = await composeDocument({ kind: 'badges', badges }, async () => true, onProgress);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

/** A full sheet of a layout with names of every kind, drawn once. */
const fullSheets = new Map<string, Promise<{ pdf: Uint8Array; page: DrawnPage | undefined }>>();
function fullSheet(id: (typeof badgeLayoutIds)[number]) {
  const draw = async () => {
    const pdf = await made(sheetsOf(id, manyBadges(perSheet(badgeLayouts[id]))));
    return { pdf, page: (await readPages(pdf, 300))[0] };
  };
  const known = fullSheets.get(id) ?? draw();
  fullSheets.set(id, known);
  return known;
}

/** Pixels darker than paper outside of every label, and inside them nearer to the edge than `free` millimetres. */
function strayDots({ pixels, width, dotsPerMm }: DrawnPage, layout: BadgeLayout, free: number): number {
  const places = badgePlaces(layout, { count: perSheet(layout), start: 0, offset: noOffset });
  const within = (x: number, y: number): boolean =>
    places.some(
      ({ left, top }) =>
        x > left + free && x < left + layout.width - free && y > top + free && y < top + layout.height - free,
    );
  let stray = 0;
  for (const [at, shade] of pixels.entries()) {
    if (shade > 200) continue;
    const [x, y] = [((at % width) + 0.5) / dotsPerMm, (Math.floor(at / width) + 0.5) / dotsPerMm];
    if (!within(x, y)) stray += 1;
  }
  return stray;
}

describe('the sheets', () => {
  it.each(badgeLayoutIds)('%s fits A4 and is in its middle', (id) => {
    const layout = badgeLayouts[id];
    const right = 210 - layout.left - (layout.columns - 1) * layout.stepRight - layout.width;
    const bottom = 297 - layout.top - (layout.rows - 1) * layout.stepDown - layout.height;
    expect(right).toBeCloseTo(layout.left, 1);
    expect(bottom).toBeCloseTo(layout.top, 1);
    expect(layout.stepRight).toBeGreaterThanOrEqual(layout.width);
    expect(layout.stepDown).toBeGreaterThanOrEqual(layout.height);
    // Scanners of every kind read modules from 0.4 mm and bars from 0.25 mm on.
    expect((layout.qrDots / 300) * 25.4).toBeGreaterThanOrEqual(0.4);
    if (layout.bars) expect((layout.bars.dots / 300) * 25.4).toBeGreaterThanOrEqual(0.25);
  });

  it('are filled row by row from the first free label on', () => {
    const layout = badgeLayouts['label-63x38'];
    const places = badgePlaces(layout, { count: 3, start: 19, offset: { right: 1, down: -0.5 } });
    expect(places.map(({ sheet }) => sheet)).toEqual([0, 0, 1]);
    expect(places[0]).toMatchObject({ left: 7.21 + 66.04 + 1, top: 15.15 + 6 * 38.1 - 0.5 });
    expect(places[2]).toMatchObject({ left: 7.21 + 1, top: 15.15 - 0.5 });
    expect(sheetCount(layout, 3, 18)).toBe(1);
    expect(sheetCount(layout, 3, 19)).toBe(2);
    expect(sheetCount(layout, 42, 0)).toBe(2);
  });
});

describe('a sheet of badges', { timeout: 60_000 }, () => {
  it.each(badgeLayoutIds)('%s is read at 300 and 203 dots to the inch', async (id) => {
    const layout = badgeLayouts[id];
    const badges = manyBadges(perSheet(layout));
    const numbers = badges.map(({ number }) => number).sort();
    const { pdf, page: drawn } = await fullSheet(id);
    for (const dpi of [300, 203]) {
      const page = dpi === 300 ? drawn : (await readPages(pdf, dpi))[0];
      const read = (kind: 'qr' | 'bars') =>
        page?.codes.flatMap((code) => (code.kind === kind ? [code.text] : [])).sort();
      expect(read('qr'), `QR at ${dpi}`).toEqual(numbers);
      if (layout.bars) expect(read('bars'), `Code 128 at ${dpi}`).toEqual(numbers);
      if (!page) throw new Error('no page');
      // One at a time, as it is held before a scanner: first, middle and last.
      const places = badgePlaces(layout, { count: badges.length, start: 0, offset: noOffset });
      const chosen = [0, Math.floor(badges.length / 2), badges.length - 1];
      const cuts = chosen.flatMap((at) => places.slice(at, at + 1).map((place) => ({ ...layout, ...place })));
      expect(readByZBar(page, cuts), `ZBar at ${dpi}`).toEqual(chosen.map((at) => [badges[at]?.number]));
    }
  });

  it.each(badgeLayoutIds)('%s keeps to its labels, whatever the names', async (id) => {
    const layout = badgeLayouts[id];
    const { page } = await fullSheet(id);
    if (!page) throw new Error('no page');
    // Cut marks lie outside of the badges. A letter may reach a little out of its line, as J does.
    if (!layout.cut) expect(strayDots(page, layout, layout.padding - 1)).toBe(0);
    const places = badgePlaces(layout, { count: perSheet(layout), start: 0, offset: noOffset });
    const module = (layout.qrDots / 300) * 25.4;
    const qrLeft = layout.width - Math.max(layout.padding, 4 * module) - 21 * module;
    const found = page.codes.filter(({ kind }) => kind === 'qr');
    for (const { left } of places) {
      const inColumn = found.filter((code) => Math.abs(code.left - left - qrLeft) < 0.5);
      expect(inColumn).toHaveLength(layout.rows);
    }
    const tops = [...new Set(found.map(({ top }) => Math.round(top * 2) / 2))].sort((a, b) => a - b);
    const firstTop = tops[0] ?? 0;
    for (let row = 0; row < layout.rows; row += 1) {
      const inRow = found.filter(({ top }) => Math.abs(top - firstTop - row * layout.stepDown) < 0.7);
      expect(inRow).toHaveLength(layout.columns);
    }
  });

  it('begins at the free label and is moved by the offset', async () => {
    const layout = badgeLayouts['label-70x37'];
    const badges = manyBadges(2);
    const topLeft = async (start: number, offset = noOffset) => {
      const pages = await readPages(await made(sheetsOf('label-70x37', badges, { start, offset })), 300);
      return pages.map(({ codes }) => codes.find(({ text }) => text === badges[0]?.number));
    };
    const [first] = await topLeft(0);
    const [moved] = await topLeft(0, { right: 2, down: -1.5 });
    const [fifth] = await topLeft(4);
    const last = await topLeft(23);
    expect(last).toHaveLength(2);
    expect((moved?.left ?? 0) - (first?.left ?? 0)).toBeCloseTo(2, 0);
    expect((moved?.top ?? 0) - (first?.top ?? 0)).toBeCloseTo(-1.5, 0);
    expect((fifth?.left ?? 0) - (first?.left ?? 0)).toBeCloseTo(layout.stepRight, 0);
    expect((fifth?.top ?? 0) - (first?.top ?? 0)).toBeCloseTo(layout.stepDown, 0);
    expect((last[0]?.top ?? 0) - (first?.top ?? 0)).toBeCloseTo(7 * layout.stepDown, 0);
  });

  it('says name, facility and number, and nothing else', async () => {
    const [badge] = manyBadges(1);
    if (!badge) throw new Error('no badge');
    const { pages, info } = await readPdf(await made(sheetsOf('card', [badge])));
    const words = (pages[0] ?? '').replace(/[\u200e\u200f\u202a-\u202e]/g, '');
    for (const text of ['Mohammad', 'Al-Khatib', 'محمد', 'ZUE Münster', inFours(badge.number)])
      expect(words).toContain(text);
    expect(info.get('Title')).toBe('Ausweise');
  });

  it('says only as much of the name as is chosen', async () => {
    const person = { given: 'Mohammad', family: 'Al-Khatib', original: 'محمد الخطيب' };
    const number = manyBadges(1)[0]?.number ?? '';
    const text = async (form: 'full' | 'given' | 'none') =>
      (await readPdf(await made(sheetsOf('label-63x38', [printedBadge(person, number, form)])))).pages[0];
    expect(await text('full')).toContain('Al-Khatib');
    expect(await text('given')).toBe(`ZUE Münster Mohammad ${inFours(number)}`);
    expect(await text('none')).toBe(`ZUE Münster ${inFours(number)}`);
  });

  it('leaves a line for a name that no font has, and the others as they are', async () => {
    const [first, second] = manyBadges(2);
    if (!first || !second) throw new Error('no badges');
    const unknown = { ...first, given: '李', family: '小龙', original: '李小龙' };
    const { pages } = await readPdf(await made(sheetsOf('card', [unknown, second])));
    expect(pages[0]).toContain(inFours(first.number));
    expect(pages[0]).toContain('Öztürk');
    expect(pages[0]).not.toMatch(/[李小龙]/u);
  });

  it('is refused for a facility that can not be printed', async () => {
    const badges = sheetsOf('card', manyBadges(1), { facility: 'ZUE 李' });
    const answer = await composeDocument(
      { kind: 'badges', badges },
      async () => true,
      () => undefined,
    );
    expect(answer).toEqual({
      ok: false,
      error: { code: 'document.characters', values: { characters: '李' } },
    });
  });

  it('of three hundred says how far it is, badge by badge', async () => {
    const shares: number[] = [];
    const { pages } = await readPdf(
      await made(sheetsOf('card', manyBadges(300)), (share) => shares.push(share)),
    );
    expect(pages).toHaveLength(30);
    expect(shares.length).toBeGreaterThan(300);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1, 2);
  });
});
