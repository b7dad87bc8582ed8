/** What a certificate's code proves, and its bytes. */
import { decode, encode } from 'cborg';
import { bytesOfHex, dayNumber, dayOfNumber, hexOf, numberBytes, numberOfBytes } from './compact-values.ts';
import { shortTexts } from './short-text.ts';

/** Everything that stands in the code, and nothing else: no birth date, no origin, no stay. */
export interface ProofContent {
  /** Of the workstation's key: 16 lower-case hex digits. */
  readonly keyId: string;
  /** The certificate's number, 11 characters. */
  readonly number: string;
  readonly name: string;
  readonly offer: string;
  /** Days, `YYYY-MM-DD`. */
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly ueAttended: number;
  readonly ueOffered: number;
  readonly issuedOn: string;
}

const version = 1;
/** More teaching units than three years have. */
const maxUnits = 65_535;

function units(count: number): number {
  if (!(Number.isInteger(count) && count >= 0 && count <= maxUnits))
    throw new RangeError('Teaching units that a proof can not hold.');
  return count;
}

/**
 * The content as CBOR (RFC 8949, core deterministic encoding): an array of version, key id (8 bytes), number (7
 * bytes), name, offer, first day (days since 2000-01-01), days from the first to the last, days from the last to the
 * issue, teaching units attended and offered. At most 96 bytes: names and offers that are too long are shortened by the
 * rule in `short-text.ts`. Throws a RangeError on what is no certificate (its number, days before 2000 …).
 */
export function encodeProofContent(content: ProofContent): Uint8Array {
  const { name, offer } = shortTexts(content);
  const [from, to] = [dayNumber(content.periodFrom), dayNumber(content.periodTo)];
  return encode([
    version,
    bytesOfHex(content.keyId),
    numberBytes(content.number),
    name,
    offer,
    from,
    to - from,
    dayNumber(content.issuedOn) - to,
    units(content.ueAttended),
    units(content.ueOffered),
  ]);
}

/** Reads such bytes; `undefined` for everything that `encodeProofContent` does not make. */
export function decodeProofContent(bytes: Uint8Array): ProofContent | undefined {
  try {
    const content = read(decode(bytes, { strict: true }));
    if (!content) return undefined;
    const again = encodeProofContent(content);
    return again.length === bytes.length && again.every((byte, at) => byte === bytes[at])
      ? content
      : undefined;
  } catch {
    // Not CBOR, or values out of range.
    return undefined;
  }
}

function read(values: unknown): ProofContent | undefined {
  if (!Array.isArray(values) || values[0] !== version) return undefined;
  const [, keyId, numberAsBytes, name, offer, from, length, issuedAfter, ueAttended, ueOffered] = values;
  const number = numberOfBytes(numberAsBytes);
  const periodFrom = dayOfNumber(from);
  const periodTo = dayOfNumber(from + length);
  const issuedOn = dayOfNumber(from + length + issuedAfter);
  if (!(keyId instanceof Uint8Array && keyId.length === 8)) return undefined;
  if (!(number && periodFrom && periodTo && issuedOn)) return undefined;
  if (typeof name !== 'string' || typeof offer !== 'string') return undefined;
  return {
    keyId: hexOf(keyId),
    number,
    name,
    offer,
    periodFrom,
    periodTo,
    ueAttended,
    ueOffered,
    issuedOn,
  };
}
