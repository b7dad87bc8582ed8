/**
 * The list of revoked certificates.
 *
 * It is signed by a workstation that may issue, not by the administrators' key: coordination revokes certificates and
 * must be able to hand out a fresh list on the same day, without an administrator. Such a signature counts only while
 * the workstation is not struck off at all: its days are its own word, so a stolen one can't date a list back.
 */
import { decode, encode } from 'cborg';
import type { ProofSigner } from '#shared/ports/proof-signer.ts';
import type { ProofVerifier } from '#shared/ports/proof-verifier.ts';
import { bytesOfHex, dayNumber, dayOfNumber, hexOf, numberBytes, numberOfBytes } from './compact-values.ts';
import { type IssuerList, objection } from './issuer-list.ts';
import { listBytes, type SignedList, signedList } from './signed-list.ts';
import { signedMessage } from './signed-message.ts';

export interface RevokedCertificate {
  readonly number: string;
  /** The day of the revocation. */
  readonly on: string;
}

export interface RevocationList {
  /** Grows with every list: the seconds since 1970 when it was made. */
  readonly serial: number;
  readonly listedOn: string;
  readonly revoked: readonly RevokedCertificate[];
}

const version = 1;

/** Signs the list with this workstation's key. Numbers stand in order, each once. */
export async function sealRevocationList(
  { serial, listedOn, revoked }: RevocationList,
  signer: ProofSigner,
): Promise<SignedList> {
  const days = new Map(revoked.map(({ number, on }) => [number, on]));
  const rows = [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([number, on]) => [numberBytes(number), dayNumber(on)]);
  const content = encode([version, serial, dayNumber(listedOn), bytesOfHex(signer.keyId), rows]);
  return signedList(content, await signer.sign(signedMessage('revocations', content)));
}

/** The list, if a workstation that may issue signed it; `undefined` otherwise. */
export async function openRevocationList(
  list: SignedList,
  issuers: IssuerList,
  verifier: ProofVerifier,
): Promise<RevocationList | undefined> {
  const bytes = listBytes(list);
  const parsed = bytes && read(bytes.content);
  if (!bytes || !parsed) return undefined;
  const issuer = issuers.issuers.find(({ keyId }) => keyId === parsed.keyId);
  if (!issuer || issuer.struckOff !== null || objection(issuer, parsed.list.listedOn)) return undefined;
  const message = signedMessage('revocations', bytes.content);
  return (await verifier.verify(issuer.publicKey, message, bytes.signature)) ? parsed.list : undefined;
}

function read(content: Uint8Array): { readonly keyId: string; readonly list: RevocationList } | undefined {
  try {
    const values: unknown = decode(content, { strict: true });
    if (!Array.isArray(values) || values[0] !== version || !Array.isArray(values[4])) return undefined;
    const [, serial, day, keyId] = values;
    const listedOn = dayOfNumber(day);
    if (!(keyId instanceof Uint8Array && listedOn && Number.isSafeInteger(serial))) return undefined;
    const revoked = values[4].map((row) => {
      const [number, on] = Array.isArray(row) ? [numberOfBytes(row[0]), dayOfNumber(row[1])] : [];
      return number && on ? { number, on } : undefined;
    });
    if (revoked.includes(undefined)) return undefined;
    const list = { serial, listedOn, revoked: revoked.filter((one) => one !== undefined) };
    return { keyId: hexOf(keyId), list };
  } catch {
    return undefined;
  }
}
