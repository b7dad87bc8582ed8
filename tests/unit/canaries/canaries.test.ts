import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteFinder } from '#tests/canaries/byte-finder.ts';
import { drawCanaries, writtenForms } from '#tests/canaries/canaries.ts';

describe('canaries', () => {
  const canaries = drawCanaries();

  it('are thirty, ten of each alphabet, and fit the shortest field', () => {
    const counts = Object.groupBy(canaries, ({ alphabet }) => alphabet);
    expect(Object.values(counts).map((some) => some.length)).toEqual([10, 10, 10]);
    for (const { text } of canaries) expect([...text]).toHaveLength(14);
  });

  it('begin differently, in every encoding', () => {
    expect(new Set(canaries.map(({ text }) => text[0])).size).toBe(30);
  });

  it('have letters that are in Latin-1 or are not, as they say', () => {
    const highest = (text: string): number =>
      Math.max(...[...text].map((letter) => letter.codePointAt(0) ?? 0));
    for (const { text, alphabet } of canaries) {
      if (alphabet === 'unicode') expect(highest(text)).toBeGreaterThan(255);
      else expect(highest(text)).toBeLessThanOrEqual(255);
    }
    expect(
      canaries.filter(({ alphabet }) => alphabet === 'ascii').every(({ text }) => highest(text) < 128),
    ).toBe(true);
  });

  it('are others in each run', () => {
    const before = new Set(canaries.map(({ text }) => text));
    expect(drawCanaries().filter(({ text }) => before.has(text))).toEqual([]);
  });
});

describe('the forms of a text', () => {
  const forms = writtenForms('Müßtığäpfel');
  const bytesOf = (encoding: string, writing = 'as entered'): readonly string[] =>
    forms
      .filter((form) => form.encoding === encoding && form.writing === writing)
      .map(({ bytes }) => bytes.toString('latin1'));

  it('are in both UTF-16 and, where it has the letters, in Latin-1', () => {
    expect(bytesOf('utf-16le')[0]).toContain('M\0\u00fc\0\u00df\0t\0\u0031\u0001');
    expect(bytesOf('utf-16be')[0]).toContain('\0M\0\u00fc\0\u00df\0t\u0001\u0031');
    expect(bytesOf('latin-1')).toEqual([]);
    expect(writtenForms('Müßtapfel').some(({ encoding }) => encoding === 'latin-1')).toBe(true);
  });

  it('are escaped as JSON and addresses have them', () => {
    expect(bytesOf('json')).toContain('M\\u00fc\\u00dft\\u0131\\u011f\\u00e4pfel');
    expect(bytesOf('json')).toContain('M\\u00FC\\u00DFt\\u0131\\u011F\\u00E4pfel');
    expect(bytesOf('percent')).toContain('M%C3%BC%C3%9Ft%C4%B1%C4%9F%C3%A4pfel');
  });

  it('are what an index makes of a name', () => {
    expect(bytesOf('utf-8', 'folded')).toEqual(['musstigapfel']);
    expect(bytesOf('utf-8', 'decomposed')).toHaveLength(1);
  });

  it.each(['', 'x', 'xy', 'xyz'])(
    'are in the Base64 of a longer text, whatever stands before (%j)',
    (before) => {
      const whole = Buffer.from(`${before}Müßtığäpfel und mehr`).toString('base64');
      expect(bytesOf('base64 of utf-8').some((part) => whole.includes(part))).toBe(true);
    },
  );

  it('are refused for a text that might occur by chance', () => {
    expect(() => writtenForms('Anna')).toThrow(RangeError);
  });
});

describe('the finder', () => {
  it('finds exactly what occurs', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 300 });
    const needle = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 7 });
    fc.assert(
      fc.property(letters, fc.array(needle, { minLength: 1, maxLength: 20 }), (text, words) => {
        const needles = words.map((word) => ({ word, bytes: Buffer.from(word) }));
        const found = [...byteFinder(needles)(Buffer.from(text))].map(({ word }) => word);
        expect(found.toSorted()).toEqual(words.filter((word) => text.includes(word)).toSorted());
      }),
    );
  });
});
