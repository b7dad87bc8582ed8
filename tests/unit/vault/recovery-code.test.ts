import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRecoveryCode, parseRecoveryCode } from '#renderer/vault/recovery-code.ts';

const secrets = fc.uint8Array({ minLength: 20, maxLength: 20 });
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const read = (text: string): number[] | string => {
  const parsed = parseRecoveryCode(text);
  return parsed.ok ? [...parsed.value] : parsed.error;
};

describe('the recovery code', () => {
  test('has eight groups of four and a check character', () => {
    expect(formatRecoveryCode(new Uint8Array(20))).toBe('0000-0000-0000-0000-0000-0000-0000-0000-0');
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(formatRecoveryCode(secret)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]$/);
      }),
    );
  });

  test('is read as written', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        expect(read(formatRecoveryCode(secret))).toEqual([...secret]);
      }),
    );
  });

  test('is read however it was typed from paper', () => {
    const spellings: Readonly<Record<string, readonly string[]>> = {
      '0': ['O', 'o'],
      '1': ['I', 'i', 'L', 'l'],
    };
    const separators = fc.constantFrom('', ' ', '-', ' - ', '–', '\u00a0', '\n', '\u2011');
    const noise = fc.array(fc.tuple(separators, fc.nat({ max: 7 }), fc.boolean()), {
      minLength: 33,
      maxLength: 33,
    });
    fc.assert(
      fc.property(secrets, noise, (secret, typing) => {
        const characters = [...formatRecoveryCode(secret).replaceAll('-', '')];
        const typed = characters.map((character, at) => {
          const [separator, choice, lower] = typing[at] ?? ['', 0, false];
          const spelling = spellings[character]?.[choice] ?? character;
          return (lower ? spelling.toLowerCase() : spelling) + separator;
        });
        expect(read(typed.join(''))).toEqual([...secret]);
      }),
    );
  });

  test('every single wrong character is noticed', () => {
    fc.assert(
      fc.property(secrets, fc.nat({ max: 32 }), fc.integer({ min: 1, max: 31 }), (secret, at, shift) => {
        const characters = [...formatRecoveryCode(secret).replaceAll('-', '')];
        characters[at] = alphabet.charAt((alphabet.indexOf(characters[at] ?? '') + shift) % 32);
        expect(read(characters.join(''))).toBe('check');
      }),
    );
  });

  test('every swap of two different neighbours is noticed', () => {
    fc.assert(
      fc.property(secrets, fc.nat({ max: 31 }), (secret, at) => {
        const characters = [...formatRecoveryCode(secret).replaceAll('-', '')];
        const [left = '', right = ''] = characters.slice(at, at + 2);
        fc.pre(left !== right);
        characters.splice(at, 2, right, left);
        expect(read(characters.join(''))).toBe('check');
      }),
    );
  });

  test('says what is wrong with other input', () => {
    expect(read('')).toBe('length');
    expect(read('0000')).toBe('length');
    expect(read(`${formatRecoveryCode(new Uint8Array(20))}0`)).toBe('length');
    expect(read('U'.repeat(33))).toBe('character');
    fc.assert(fc.property(fc.string(), (text) => void parseRecoveryCode(text)));
    expect(() => formatRecoveryCode(new Uint8Array(19))).toThrow(RangeError);
  });
});
