/** Short forms of what proofs and lists are made of: days as numbers, certificate numbers as 50 bits, hex as bytes. */
import {
  alphabet,
  drawnCharacters,
  isCertificateNumber,
  numberWithCheck,
} from '#shared/domain/certificates/number.ts';

const dayMs = 86_400_000;
const firstDay = Date.UTC(2000, 0, 1);
/** The last day that has a number: 2179-06-06. */
const lastNumber = 65_535;

/** Days since 2000-01-01. Throws a RangeError on anything that is no day from then to the middle of 2179. */
export function dayNumber(day: string): number {
  const number = (Date.parse(`${day}T00:00:00Z`) - firstDay) / dayMs;
  if (!(Number.isInteger(number) && number >= 0 && number <= lastNumber))
    throw new RangeError('A day that a proof can not hold.');
  return number;
}

/** The day of a number, `undefined` for what is none. */
export function dayOfNumber(number: unknown): string | undefined {
  if (!(Number.isInteger(number) && (number as number) >= 0 && (number as number) <= lastNumber))
    return undefined;
  return new Date(firstDay + (number as number) * dayMs).toISOString().slice(0, 10);
}

/** A certificate number's ten drawn characters as 7 bytes; the check character follows from them. */
export function numberBytes(number: string): Uint8Array {
  if (!isCertificateNumber(number)) throw new RangeError('No certificate number.');
  let value = 0n;
  for (const character of number.slice(0, drawnCharacters))
    value = value * 32n + BigInt(alphabet.indexOf(character));
  return bytesOfHex(value.toString(16).padStart(14, '0'));
}

/** The certificate number of 7 bytes, `undefined` when they are none. */
export function numberOfBytes(bytes: unknown): string | undefined {
  if (!(bytes instanceof Uint8Array && bytes.length === 7)) return undefined;
  let value = BigInt(`0x${hexOf(bytes)}`);
  let body = '';
  for (let at = 0; at < drawnCharacters; at += 1) {
    body = alphabet[Number(value % 32n)] + body;
    value /= 32n;
  }
  return value === 0n ? numberWithCheck(body) : undefined;
}

/** Lower-case hex. */
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Bytes of hex digits. */
export const bytesOfHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
