import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawSpokenCode, readSpokenCode } from '#renderer/vault/spoken-code.ts';

const mistyped = { ok: false, error: 'mistyped' };

describe('the code of a join file', () => {
  test('is read back as it is heard and typed: small letters, spaces, O for 0, I and L for 1', () => {
    for (let drawn = 0; drawn < 200; drawn += 1) {
      const code = drawSpokenCode();
      expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      const read = readSpokenCode(code);
      expect(read.ok).toBe(true);
      const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
      expect(readSpokenCode(typed)).toEqual(read);
    }
  });

  test('one wrong character and two swapped neighbours are noticed', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    fc.assert(
      fc.property(fc.nat({ max: 15 }), fc.constantFrom(...alphabet), (at, other) => {
        const signs = [...drawSpokenCode().replaceAll('-', '')];
        const wrong = signs.with(at, other).join('');
        if (wrong !== signs.join('')) expect(readSpokenCode(wrong)).toEqual(mistyped);
        const swapped = signs.with(at, signs[(at + 1) % 16] ?? '').with((at + 1) % 16, signs[at] ?? '');
        if (at < 15 && swapped.join('') !== signs.join(''))
          expect(readSpokenCode(swapped.join(''))).toEqual(mistyped);
      }),
    );
    for (const typed of ['', '0000', `${drawSpokenCode()}0`, 'UUUU-UUUU-UUUU-UUUU'])
      expect(readSpokenCode(typed)).toEqual(mistyped);
  });
});
