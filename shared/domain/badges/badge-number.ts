/**
 * Badge numbers: fourteen random digits and two check digits by ISO/IEC 7064 MOD 97-10, which notice every single wrong
 * digit, every pair of swapped ones, and nearly every other slip. Random, so that a badge says nothing about its person
 * or its facility. Digits only, because scanners set to a US keyboard change other characters on a German Windows.
 */
import { drawDigits } from '#shared/domain/digits.ts';

const bodyLength = 14;
const length = bodyLength + 2;

/** Two digits that make the whole number 1 modulo 97. */
function checkDigits(body: string): string {
  return String(98 - Number(BigInt(`${body}00`) % 97n)).padStart(2, '0');
}

/** Draws a number. `randomBytes(n)` must come from a cryptographic source. */
export function drawBadgeNumber(randomBytes: (count: number) => Uint8Array): string {
  const body = drawDigits(bodyLength, randomBytes);
  return body + checkDigits(body);
}

/** Whether the text is a badge number with the right check digits. Spaces are allowed. */
export function parseBadgeNumber(text: string): string | undefined {
  // A scanned code can be any length; only a short one is worth reading.
  if (text.length > 40) return undefined;
  const plain = text.replace(/\s/g, '');
  return /^\d{16}$/.test(plain) && checkDigits(plain.slice(0, bodyLength)) === plain.slice(bodyLength)
    ? plain
    : undefined;
}

/** Whether a text can only be meant as a badge's number, right or mistyped. */
export function looksLikeBadgeNumber(text: string): boolean {
  return text.length <= 40 && text.replace(/\s/g, '').length === length && /^[\d\s]+$/.test(text);
}
