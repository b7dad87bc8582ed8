import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawListNumber, parseListNumber } from '#shared/domain/attendance/list-number.ts';
import { inFours } from '#shared/domain/digits.ts';

const bytes = fc.infiniteStream(fc.integer({ min: 0, max: 255 }));
const drawn = bytes.map((stream) => drawListNumber(() => Uint8Array.of(stream.next().value ?? 0)));

it('is read as printed, and with one digit wrong never', () => {
  fc.assert(
    fc.property(drawn, fc.nat({ max: 11 }), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
      expect(number).toMatch(/^\d{12}$/);
      expect(parseListNumber(inFours(number))).toBe(number);
      const wrong = String((Number(number[at]) + by) % 10);
      expect(parseListNumber(number.slice(0, at) + wrong + number.slice(at + 1))).toBeUndefined();
    }),
  );
});

it('draws every digit as often as any other: bytes from 250 on are thrown away', () => {
  const given = [250, 255, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect(drawListNumber(() => Uint8Array.of(given.shift() ?? 0)).slice(0, 11)).toBe('01234567890');
});

it.each(['', '1', '12345678901', '1234567890123', 'abcdefghijkl'])('%j is none', (text) => {
  expect(parseListNumber(text)).toBeUndefined();
});
