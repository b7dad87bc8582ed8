/**
 * Numbers of printed signature lists: eleven random digits and a check digit by ISO/IEC 7064 MOD 11,10, which notices
 * every single wrong digit and nearly every pair of swapped ones. Digits only, because scanners set to a US keyboard
 * change other characters on a German Windows.
 */
import { drawDigits } from '#shared/domain/digits.ts';

const digits = 11;

function checkDigit(body: string): string {
  let product = 10;
  for (const digit of body) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** Draws a number. `randomBytes(n)` must come from a cryptographic source. */
export function drawListNumber(randomBytes: (count: number) => Uint8Array): string {
  const body = drawDigits(digits, randomBytes);
  return body + checkDigit(body);
}

/** Reads a number as typed or scanned, spaces allowed; `undefined` if it is none. */
export function parseListNumber(text: string): string | undefined {
  const plain = text.replace(/\s/g, '');
  return /^\d{12}$/.test(plain) && checkDigit(plain.slice(0, digits)) === plain[digits] ? plain : undefined;
}

/** Lines on a page of a printed list (domain.md). */
export const listPageLines = 16;

/** A printed list, and which of its pages is in front of somebody. */
export interface ListPage {
  readonly number: string;
  /** From 1 on. */
  readonly page: number;
}

/**
 * Reads what names a printed list: its number as typed, then page 1 is meant, or the text of a page's QR code, the
 * number followed by two digits for the page. Spaces allowed; `undefined` if it is neither.
 */
export function parseListCode(text: string): ListPage | undefined {
  const plain = text.replace(/\s/g, '');
  const number = parseListNumber(plain.slice(0, digits + 1));
  if (number === undefined) return undefined;
  const rest = plain.slice(digits + 1);
  if (rest === '') return { number, page: 1 };
  const page = /^\d{2}$/.test(rest) ? Number(rest) : 0;
  return page > 0 ? { number, page } : undefined;
}

/** Whether a text can only be meant as a list's number, right or mistyped. */
export function looksLikeListCode(text: string): boolean {
  return /^\d{12}(\d{2})?$/.test(text.replace(/\s/g, ''));
}
