/**
 * The recovery code on the sheet in the safe: 160 random bits as 32 Crockford base32 characters and a check
 * character.
 *
 * Guarantees that a code typed from paper is read as written: O and 0, I, L and 1, lower case, spaces and dashes
 * don't matter; every single wrong character and every swap of two neighbours is noticed before any key work.
 */
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { Bytes } from './bytes.ts';

/** Crockford's alphabet (https://www.crockford.com/base32.html): no I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const dataLength = 32;
/** Bytes of a code. */
export const recoveryCodeBytes = 20;

const digitOf = new Map<string, number>([...alphabet].map((character, value) => [character, value]));
for (const [twin, value] of [
  ['O', 0],
  ['I', 1],
  ['L', 1],
] as const)
  digitOf.set(twin, value);

/** x · a in GF(2^5) modulo x^5 + x^2 + 1, a a generator. */
function timesGenerator(value: number): number {
  const shifted = value << 1;
  return shifted & 0b100000 ? (shifted ^ 0b100101) & 0b11111 : shifted;
}

/**
 * Σ a^(32-i)·d_i over GF(32), by Horner. Neighbours have different, non-zero weights and the check character weight
 * 1, hence both guarantees above. (Crockford's own modulo 37 needs five further signs that are poor on paper.)
 */
const checkValue = (digits: readonly number[]): number =>
  digits.reduce((sum, digit) => timesGenerator(sum ^ digit), 0);

const characterOf = (value: number): string => alphabet.charAt(value);

/** Writes 20 bytes as `XXXX-XXXX-…-XXXX-C`: eight groups of four and the check character. */
export function formatRecoveryCode(secret: Uint8Array): string {
  if (secret.length !== recoveryCodeBytes) throw new RangeError('A recovery code has 20 bytes.');
  let bits = secret.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const digits: number[] = [];
  for (let at = 0; at < dataLength; at += 1) {
    digits.unshift(Number(bits & 31n));
    bits >>= 5n;
  }
  const text = digits.map(characterOf).join('');
  return [...(text.match(/.{4}/g) ?? []), characterOf(checkValue(digits))].join('-');
}

/**
 * Reads a typed code. `length`: too few or many characters; `character`: one that no code holds; `check`: mistyped
 * somewhere. The caller wipes the bytes.
 */
export function parseRecoveryCode(typed: string): Result<Bytes, 'length' | 'character' | 'check'> {
  const characters = [
    ...typed
      .normalize('NFKC')
      .replace(/[\s\p{Pd}]/gu, '')
      .toUpperCase(),
  ];
  const digits: number[] = [];
  for (const character of characters) {
    const value = digitOf.get(character);
    if (value === undefined) return err('character');
    digits.push(value);
  }
  if (digits.length !== dataLength + 1) return err('length');
  const check = digits.pop();
  if (check !== checkValue(digits)) return err('check');
  let bits = digits.reduce((sum, digit) => (sum << 5n) | BigInt(digit), 0n);
  const secret = new Uint8Array(recoveryCodeBytes);
  for (let at = recoveryCodeBytes - 1; at >= 0; at -= 1) {
    secret[at] = Number(bits & 255n);
    bits >>= 8n;
  }
  return ok(secret);
}
