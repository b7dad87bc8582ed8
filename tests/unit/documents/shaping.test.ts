import { describe, expect, it } from 'vitest';
import { openFont } from '#renderer/documents/engine.ts';
import { type DocumentFont, documentFonts } from '#renderer/documents/text/font-files.ts';
import { languageTag } from '#renderer/documents/text/open-type-tags.ts';
import { paragraphOf, runsOfLine, type TextRun } from '#renderer/documents/text/text-runs.ts';
import { type PlacedGlyph, shapedByHarfBuzz } from './hb-shape.ts';
import { allNames, alphabets, mixedLines } from './scripts.ts';

const fonts = new Map(
  await Promise.all(
    documentFonts.flatMap((font) =>
      [false, true].map(async (bold) => [`${font} ${bold}`, await openFont(font, bold)] as const),
    ),
  ),
);

function shaperOf(font: DocumentFont, bold: boolean) {
  const found = fonts.get(`${font} ${bold}`);
  if (!found) throw new Error('no such font');
  return found.shaper;
}

const has = (font: DocumentFont, character: string): boolean =>
  shaperOf(font, false).font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);

function runsOf(text: string): TextRun[] {
  return runsOfLine(paragraphOf(text, 'auto', has), { start: 0, end: text.length, hyphen: false });
}

function shapedByUs({ text, font, script, direction }: TextRun, bold: boolean, language: string) {
  const shaper = shaperOf(font, bold);
  const tag = languageTag(language);
  const run = shaper.shape(text, { script, direction, ...(tag === undefined ? {} : { language: tag }) });
  const units = (thousandths: number): number => Math.round((thousandths * shaper.font.unitsPerEm) / 1000);
  return run.glyphs.map(({ id }, at): PlacedGlyph => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = run.positions[at] ?? {};
    return { id, xAdvance: units(xAdvance), xOffset: units(xOffset), yOffset: units(yOffset) };
  });
}

describe('the fonts', () => {
  it.each(documentFonts)(
    '%s has a bold letter wherever it has one: only the regular ones are asked',
    (font) => {
      const [regular, bold] = [shaperOf(font, false).font, shaperOf(font, true).font];
      const regularOnly: number[] = [];
      for (let point = 0; point <= 0x1_ff_ff; point += 1)
        if (regular.hasGlyphForCodePoint(point) && !bold.hasGlyphForCodePoint(point)) regularOnly.push(point);
      expect(regular.hasGlyphForCodePoint(0x20)).toBe(true);
      expect(regularOnly).toEqual([]);
    },
  );
});

describe('shaping', () => {
  it('has sixty names and more, in every script', () => {
    expect(allNames.length).toBeGreaterThanOrEqual(60);
    expect(new Set(allNames.flatMap(({ text }) => runsOf(text).map(({ font }) => font)))).toEqual(
      new Set(documentFonts),
    );
  });

  describe.each([
    { weight: 'regular', bold: false },
    { weight: 'bold', bold: true },
  ])('$weight', ({ bold }) => {
    it.each([...new Set(allNames.map(({ language }) => language))])(
      'has the glyphs and places of HarfBuzz: %s',
      (language) => {
        const texts = [...allNames, ...alphabets, ...mixedLines].filter((one) => one.language === language);
        const runs = texts.flatMap(({ text }) => runsOf(text));
        const expected = shapedByHarfBuzz(runs, { bold, language });
        expect(expected.flat().length).toBeGreaterThan(0);
        for (const [at, run] of runs.entries())
          expect(shapedByUs(run, bold, language), run.text).toEqual(expected[at]);
      },
    );
  });
});
