import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseListCode } from '#shared/domain/attendance/list-number.ts';
import {
  drawBadgeNumber,
  looksLikeBadgeNumber,
  parseBadgeNumber,
} from '#shared/domain/badges/badge-number.ts';
import { inFours } from '#shared/domain/digits.ts';

const bytes = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));
const number = fc.noShrink(fc.constant(null).map(() => drawBadgeNumber(bytes)));

describe('badge numbers', () => {
  it('are 16 decimal digits, read back with and without spaces', () => {
    fc.assert(
      fc.property(number, (drawn) => {
        expect(drawn).toMatch(/^\d{16}$/);
        expect(parseBadgeNumber(drawn)).toBe(drawn);
        expect(parseBadgeNumber(` ${inFours(drawn)}\r`)).toBe(drawn);
      }),
    );
  });

  it('notice every wrong digit and every swapped pair', () => {
    fc.assert(
      fc.property(number, fc.nat(15), fc.integer({ min: 1, max: 9 }), (drawn, at, off) => {
        const wrong = (Number(drawn[at]) + off) % 10;
        expect(parseBadgeNumber(drawn.slice(0, at) + wrong + drawn.slice(at + 1))).toBeUndefined();
        const [a = '', b = ''] = [drawn[at], drawn[at + 1]];
        if (b === '' || a === b) return;
        expect(parseBadgeNumber(drawn.slice(0, at) + b + a + drawn.slice(at + 2))).toBeUndefined();
      }),
    );
  });

  it('are drawn evenly', () => {
    const counts = new Array<number>(10).fill(0);
    for (let at = 0; at < 2000; at += 1)
      for (const digit of drawBadgeNumber(bytes).slice(0, 14))
        counts[Number(digit)] = (counts[Number(digit)] ?? 0) + 1;
    for (const count of counts) expect(Math.abs(count - 2800)).toBeLessThan(300);
  });

  it.each([
    ['a URL', 'https://example.org/1234567890123456'],
    ['4 KB', '1'.repeat(4096)],
    ['spaces without end', `1234567890123456${' '.repeat(4096)}`],
    ['control characters', '\u0000\u0001\u001b[2J'],
    ['digits of another script', '١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦'],
    ['nothing', ''],
  ])('are none in %s', (_case, text) => {
    expect(parseBadgeNumber(text)).toBeUndefined();
    expect(looksLikeBadgeNumber(text)).toBe(false);
  });

  it('are not taken for a printed list', () => {
    fc.assert(
      fc.property(number, (drawn) => {
        expect(parseListCode(drawn)).toBeUndefined();
      }),
    );
  });
});
