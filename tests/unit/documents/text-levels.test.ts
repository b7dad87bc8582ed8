import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paragraphOf } from '#renderer/documents/text/text-runs.ts';

const bidi = bidiFactory();

const letters = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('محمد', '۱۲', 'Ali', '(4711)', '\u200f', '\u202b', '\u2067', 'ኣብ', ' ', '𞤀', '𐤀'),
);
const texts = fc
  .array(letters, { maxLength: 6 })
  .map((parts) => parts.join('').replace(/[\n\r\u2028\u2029]/g, ''));

it('levels and direction are those of Unicode, also where the algorithm is left out', () => {
  fc.assert(
    fc.property(
      texts,
      fc.constantFrom('ltr' as const, 'rtl' as const, 'auto' as const),
      (text, direction) => {
        const expected = bidi.getEmbeddingLevels(text, direction);
        const found = paragraphOf(text, direction, () => true);
        expect([...found.levels]).toEqual([...expected.levels]);
        expect(found.direction).toBe((expected.paragraphs[0]?.level ?? 0) % 2 === 1 ? 'rtl' : 'ltr');
      },
    ),
    { seed: 20_241_031, numRuns: 3_000 },
  );
});
