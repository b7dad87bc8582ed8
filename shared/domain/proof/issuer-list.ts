/**
 * The list of workstations that may issue, signed with the administrators' key.
 *
 * Guarantees, against a stolen or strange workstation: a key counts only where the facility's administrators put it
 * on the list, only for days from `validFrom` to `validTo`, and for no day from `struckOff` on.
 */
import { decode, encode } from 'cborg';
import type { ProofVerifier } from '#shared/ports/proof-verifier.ts';
import { bytesOfHex, dayNumber, dayOfNumber, hexOf } from './compact-values.ts';
import { listBytes, type SignedList } from './signed-list.ts';
import { signedMessage } from './signed-message.ts';

export interface ListedIssuer {
  readonly keyId: string;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly validFrom: string;
  /** The last day; `null`: no end. */
  readonly validTo: string | null;
  /** From this day on nothing signed with it counts; `null`: in use. */
  readonly struckOff: string | null;
}

export interface IssuerList {
  /** Grows with every change. */
  readonly serial: number;
  readonly listedOn: string;
  readonly issuers: readonly ListedIssuer[];
}

const version = 1;
const numberOrNull = (day: string | null): number | null => (day === null ? null : dayNumber(day));

/** The list's bytes (deterministic CBOR, issuers in order of their key ids). */
export function encodeIssuerList({ serial, listedOn, issuers }: IssuerList): Uint8Array {
  const rows = issuers
    .toSorted((a, b) => (a.keyId < b.keyId ? -1 : 1))
    .map(({ keyId, publicKey, validFrom, validTo, struckOff }) => [
      bytesOfHex(keyId),
      publicKey,
      dayNumber(validFrom),
      numberOrNull(validTo),
      numberOrNull(struckOff),
    ]);
  return encode([version, serial, dayNumber(listedOn), rows]);
}

/** The list, if the trust anchor (the administrators' public key) signed it; `undefined` otherwise. */
export async function openIssuerList(
  list: SignedList,
  trustAnchor: Uint8Array,
  verifier: ProofVerifier,
): Promise<IssuerList | undefined> {
  const bytes = listBytes(list);
  if (!bytes) return undefined;
  const signed = await verifier.verify(trustAnchor, signedMessage('issuers', bytes.content), bytes.signature);
  return signed ? read(bytes.content) : undefined;
}

function read(content: Uint8Array): IssuerList | undefined {
  try {
    const values: unknown = decode(content, { strict: true });
    if (!Array.isArray(values) || values[0] !== version || !Array.isArray(values[3])) return undefined;
    const listedOn = dayOfNumber(values[2]);
    const issuers = values[3].map(readIssuer);
    if (!listedOn || !Number.isSafeInteger(values[1]) || issuers.includes(undefined)) return undefined;
    return { serial: values[1], listedOn, issuers: issuers.filter((issuer) => issuer !== undefined) };
  } catch {
    return undefined;
  }
}

function readIssuer(row: unknown): ListedIssuer | undefined {
  if (!Array.isArray(row)) return undefined;
  const [keyId, publicKey, from, to, off] = row;
  const validFrom = dayOfNumber(from);
  const validTo = to === null ? null : dayOfNumber(to);
  const struckOff = off === null ? null : dayOfNumber(off);
  if (!(keyId instanceof Uint8Array && publicKey instanceof Uint8Array && publicKey.length === 32))
    return undefined;
  if (!validFrom || validTo === undefined || struckOff === undefined) return undefined;
  return { keyId: hexOf(keyId), publicKey, validFrom, validTo, struckOff };
}

/** Why what an issuer signed on a day does not count; `undefined`: it does. */
export function objection(issuer: ListedIssuer, day: string): 'struck-off' | 'outside' | undefined {
  if (issuer.struckOff !== null && day >= issuer.struckOff) return 'struck-off';
  if (day < issuer.validFrom || (issuer.validTo !== null && day > issuer.validTo)) return 'outside';
  return undefined;
}
