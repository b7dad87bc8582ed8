/**
 * A proof as decimal digits, which a QR code holds in its densest mode and a scanner types on every keyboard layout.
 *
 * The bytes with a 1 before them are one number, written in base ten. The 1 keeps leading zero bytes and says the
 * length: digits that are missing or too many give a number whose first byte is another.
 */
import { err, ok, type Result } from '#shared/domain/result.ts';
import { bytesOfHex, hexOf } from './compact-values.ts';
import { signatureLength } from './signed-message.ts';

/** Bytes of content and signature. */
export const maxProofBytes = 160;
/** The shortest content: empty name and offer, small numbers. */
const minProofBytes = signatureLength + 22;

const digitsOf = (bytes: number): number => ((2n << BigInt(bytes * 8)) - 1n).toString().length;
const most = digitsOf(maxProofBytes);
const fewest = (1n << BigInt(minProofBytes * 8)).toString().length;

/** A text that is typed, pasted or scanned is at most this long: an address and a proof with line breaks in it. */
const maxText = 2_000;

/** The digits of a proof's bytes. */
export function proofDigits(bytes: Uint8Array): string {
  if (bytes.length > maxProofBytes) throw new RangeError('A proof that is too long.');
  return BigInt(`0x01${hexOf(bytes)}`).toString();
}

/** The bytes of a proof's digits; `undefined` when they are not the digits of any bytes of a proof's length. */
export function proofBytes(digits: string): Uint8Array | undefined {
  if (!/^[1-9]\d*$/.test(digits) || digits.length < fewest || digits.length > most) return undefined;
  const hex = BigInt(digits).toString(16);
  // An odd number of hex digits that begins with 1 is a whole number of bytes behind a byte 01.
  if (hex.length % 2 === 0 || !hex.startsWith('1')) return undefined;
  const bytes = bytesOfHex(hex.slice(1));
  return bytes.length >= minProofBytes && bytes.length <= maxProofBytes ? bytes : undefined;
}

/** What is typed before the digits: the address of a hosted page; scanners on other layouts mistype all but letters. */
const address = /^(?:https?|file)[^a-z\d].{1,400}?[^a-z\d](?=\d+$)/iu;

/** Why a text holds no proof; keys of `locales/*​/failures.json`. */
export type UnreadableProof = 'proof.empty' | 'proof.too-long' | 'proof.unreadable' | 'proof.incomplete';

/**
 * The digits in a text that was scanned, pasted or typed: digits alone or behind an address and its `#`, with spaces
 * and line breaks anywhere. Everything else is refused, with a code that says what to do next.
 */
export function parseProof(text: string): Result<string, UnreadableProof> {
  if (text.length > maxText) return err('proof.too-long');
  const joined = text.replace(/[ \t\r\n\u00a0]+/g, '');
  if (joined === '') return err('proof.empty');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point.
  if (/[\u0000-\u001f\u007f-\u009f]/.test(joined)) return err('proof.unreadable');
  const digits = joined.replace(address, '');
  if (!/^\d+$/.test(digits)) return err('proof.unreadable');
  return proofBytes(digits) ? ok(digits) : err('proof.incomplete');
}
