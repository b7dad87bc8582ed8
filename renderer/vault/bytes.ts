/**
 * Bytes and the one way in which values are joined to be authenticated.
 *
 * Guarantees that two different lists of values never become the same bytes (against moving a boundary between two
 * fields): every value is preceded by its length.
 */

/** Bytes in a buffer of their own kind, as WebCrypto wants them: never shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 of `text`. */
export const utf8 = (text: string): Bytes => encoder.encode(text);

/** Text of UTF-8 bytes. Throws on bytes that are no UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string => decoder.decode(bytes);

/** The same bytes for WebCrypto's type. The renderer is not cross-origin isolated, so there is no shared memory. */
export const asBytes = (bytes: Uint8Array): Bytes => bytes as Bytes;

/** Overwrites key bytes. What the engine copied elsewhere is out of reach; this shortens the time they lie about. */
export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0);
}

/** `count` bytes from the system's generator, in as few calls as its limit of 65,536 bytes allows. */
export function randomBytes(count: number): Bytes {
  const bytes = new Uint8Array(count);
  for (let start = 0; start < count; start += 65_536) {
    crypto.getRandomValues(bytes.subarray(start, Math.min(start + 65_536, count)));
  }
  return bytes;
}

/** Lower-case hex. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A random 128-bit id, 32 hex digits. */
export const randomId = (): string => toHex(randomBytes(16));

/** Standard base64 with padding. */
export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** Bytes of standard base64. Throws on anything else. */
export const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));

/** Joins byte strings. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** One value with its length in UTF-16 units in front. Only well-formed text goes in, so that UTF-8 keeps it apart. */
export function lengthPrefixed(value: string): string {
  if (!value.isWellFormed()) throw new RangeError('Text with a lone surrogate can not be bound.');
  return `${value.length}:${value},`;
}

/** A label and values as authenticated bytes: associated data, HPKE info, HKDF info. Injective in `values`. */
export const bound = (label: string, ...values: readonly string[]): Bytes =>
  utf8(`${label};${values.map(lengthPrefixed).join('')}`);

/** Whether two secrets that are at hand anyway are the same bytes. */
export const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);
