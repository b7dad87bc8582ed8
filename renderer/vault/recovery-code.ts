/**
 * The recovery code on the sheet in the safe: 160 random bits as 32 Crockford base32 characters and a check
 * character.
 *
 * Guarantees that a code typed from paper is read as written: O and 0, I, L and 1, lower case, spaces and dashes
 * don't matter; every single wrong character and every swap of two neighbours is noticed before any key work.
 */
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { Bytes } from './bytes.ts';
import { characterOf, checkValue, digitsOf } from './crockford.ts';

const dataLength = 32;
/** Bytes of a code. */
export const recoveryCodeBytes = 20;

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
  const digits = digitsOf(typed);
  if (!digits) return err('character');
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
