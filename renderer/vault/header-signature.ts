/**
 * The administrators' signature over the header (Ed25519).
 *
 * Guarantees that a raised role, an account brought back, a swapped public key, an epoch key put in by someone else
 * or an exchanged recovery slot is noticed at unlock. The public key it is checked with is the trust anchor from
 * inside the account's own sealed slot, not the one that stands in the header.
 *
 * Covers every field, those of newer versions too, but for `generation`, `signature` and the passphrase slots:
 * those are what staff without an administrator's key change, and a slot is bound by its own seal.
 */
import { type Bytes, concat, fromBase64, toBase64, utf8, wipe } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import type { VaultHeader } from './header.ts';

/** What the signature covers, in its one spelling. */
export function signedText(header: VaultHeader): string {
  const { generation: _generation, signature: _signature, accounts, ...signed } = header;
  const bareAccounts = accounts.map(({ passphraseSlot: _slot, ...account }) => account);
  return canonicalJson({ ...signed, accounts: bareAccounts });
}

const signedBytes = (header: VaultHeader): Bytes =>
  concat(utf8('wegmarke/header/1;'), utf8(signedText(header)));

/** Signs with the facility's signing key (PKCS #8), which it wipes. */
export async function signHeader(header: VaultHeader, signingKey: Bytes): Promise<VaultHeader> {
  const key = await crypto.subtle.importKey('pkcs8', signingKey, 'Ed25519', false, ['sign']);
  wipe(signingKey);
  const signature = await crypto.subtle.sign('Ed25519', key, signedBytes(header));
  return { ...header, signature: toBase64(new Uint8Array(signature)) };
}

/** Whether the header is what a holder of the signing key made of it. `trustAnchor`: 32 bytes. */
export async function verifyHeader(header: VaultHeader, trustAnchor: Bytes): Promise<boolean> {
  if (header.signingRoot !== toBase64(trustAnchor)) return false;
  const key = await crypto.subtle.importKey('raw', trustAnchor, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, fromBase64(header.signature), signedBytes(header));
}
