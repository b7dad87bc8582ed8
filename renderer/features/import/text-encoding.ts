/** Encodings in which rosters come. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** Bytes that are looked at for the zeros of UTF-16. */
const sample = 65_536;

function byMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * UTF-16 without a mark: separators, digits and line ends leave zeros at every second place. It is asked before
 * UTF-8, since a zero byte is good UTF-8 too; no text in another encoding has any.
 */
function byZeros(bytes: Uint8Array): Encoding | undefined {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < Math.min(bytes.length, sample); at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (odd > even * 3) return 'utf-16le';
  return even > odd * 3 ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The encoding of a text file: by its mark, by its zero bytes, by being valid UTF-8, else Windows-1252. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  return byMark(bytes) ?? byZeros(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}

/** The text without its byte order mark. Bytes that are none in this encoding become replacement characters. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}
