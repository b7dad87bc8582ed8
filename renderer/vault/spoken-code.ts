/**
 * The code that goes with a join file, told by telephone or across the room: 75 random bits as fifteen of Crockford's
 * characters and one that checks them.
 */
import { err, ok, type Result } from '#shared/domain/result.ts';
import { randomBytes } from './bytes.ts';
import { characterOf, checkValue, digitsOf } from './crockford.ts';

const dataLength = 15;

/** Draws a code, `XXXX-XXXX-XXXX-XXXX`. */
export function drawSpokenCode(): string {
  const digits = [...randomBytes(dataLength)].map((byte) => byte & 31);
  const text = [...digits, checkValue(digits)].map(characterOf).join('');
  return (text.match(/.{4}/g) ?? []).join('-');
}

/** Reads a typed code into the spelling that keys are made of. `mistyped`: it can be no code. */
export function readSpokenCode(typed: string): Result<string, 'mistyped'> {
  const digits = digitsOf(typed);
  if (digits?.length !== dataLength + 1) return err('mistyped');
  const data = digits.slice(0, dataLength);
  return digits.at(-1) === checkValue(data) ? ok(data.map(characterOf).join('')) : err('mistyped');
}
