/**
 * The workstations' keys for certificates (Ed25519).
 *
 * Guarantees that a workstation's private key is bytes only while it is made or sealed to one more account; opened, it
 * can't be taken out of the browser again. It opens for accounts whose role may issue and for the recovery slot, which
 * passes it on to the administrator it brings back. The header's signature covers everything here, and the list that
 * is handed out bears the administrators' signature by itself.
 */
import { encodeIssuerList } from '#shared/domain/proof/issuer-list.ts';
import { signedList } from '#shared/domain/proof/signed-list.ts';
import { signedMessage } from '#shared/domain/proof/signed-message.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { Role } from '#shared/ports/account.ts';
import type { ProofSigner } from '#shared/ports/proof-signer.ts';
import { asBytes, type Bytes, bound, fromBase64, toHex, wipe } from './bytes.ts';
import { type Recipient, recoveryRecipient } from './epochs.ts';
import type { Issuer, VaultHeader } from './header.ts';
import { generateKeyPair, openWithKey, sealToKey } from './key-agreement.ts';
import { changeSigned, type KeyHolder } from './signing-authority.ts';
import type { VaultFailure } from './vault-failure.ts';

type Changed = Promise<Result<VaultHeader, VaultFailure>>;

/** Roles that may issue certificates. */
const issuingRoles: readonly Role[] = ['administrator', 'coordination'];

const info = (facilityId: string, keyId: string, recipientId: string): Bytes =>
  bound('wegmarke/issuer-key/1', facilityId, keyId, recipientId);

/** The id of a public key: the first 8 bytes of its SHA-256, in hex. */
async function keyIdOf(publicKey: Bytes): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey)).subarray(0, 8));
}

function recipientsOf({ accounts, recovery }: VaultHeader): Recipient[] {
  return [
    ...accounts.filter(({ role, status }) => status === 'active' && issuingRoles.includes(role)),
    { id: recoveryRecipient, publicKey: recovery.publicKey },
  ];
}

/** The same header with its list of issuers signed anew. `signingKey` stays the caller's. */
async function withIssuers(
  header: VaultHeader,
  issuers: readonly Issuer[],
  signingKey: Bytes,
  serial: number,
  today: string,
): Promise<VaultHeader> {
  const listed = issuers.map((issuer) => ({ ...issuer, publicKey: fromBase64(issuer.publicKey) }));
  const content = encodeIssuerList({ serial, listedOn: today, issuers: listed });
  const key = await crypto.subtle.importKey('pkcs8', signingKey, 'Ed25519', false, ['sign']);
  const signature = await crypto.subtle.sign('Ed25519', key, signedMessage('issuers', content));
  return {
    ...header,
    issuers: [...issuers],
    issuerList: { ...signedList(content, new Uint8Array(signature)) },
  };
}

/** The header with a fresh key for a workstation. `serial`: of the list, the revision that the header will have. */
export async function withIssuerKey(
  header: VaultHeader,
  signingKey: Bytes,
  workstationId: string,
  today: string,
  serial = header.revision,
): Promise<VaultHeader> {
  const { publicKey, privateKey } = await generateKeyPair('Ed25519');
  const keyId = await keyIdOf(fromBase64(publicKey));
  const sealed = await Promise.all(
    recipientsOf(header).map(async ({ id, publicKey: to }) => [
      id,
      await sealToKey(to, privateKey, info(header.facilityId, keyId, id)),
    ]),
  );
  wipe(privateKey);
  const issuer: Issuer = {
    workstationId,
    keyId,
    publicKey,
    validFrom: today,
    validTo: null,
    struckOff: null,
    sealedKeys: Object.fromEntries(sealed),
  };
  return withIssuers(header, [...(header.issuers ?? []), issuer], signingKey, serial, today);
}

const inUse = (header: VaultHeader, workstationId: string): Issuer | undefined =>
  header.issuers?.findLast((issuer) => issuer.workstationId === workstationId && issuer.struckOff === null);

/** Gives a workstation a key, unless it has one in use. */
export function addIssuerKey(
  header: VaultHeader,
  holder: KeyHolder,
  workstationId: string,
  today: string,
): Changed {
  return changeSigned(header, holder, async (signingKey) =>
    inUse(header, workstationId)
      ? err({ code: 'issuer-in-use' })
      : ok(await withIssuerKey(header, signingKey, workstationId, today, header.revision + 1)),
  );
}

/** The same header, for a change that is being made: with a key for a workstation that never had one. */
export const withFirstIssuerKey = (
  header: VaultHeader,
  signingKey: Bytes,
  workstationId: string,
  today: string,
): Promise<VaultHeader> =>
  header.issuers?.some((issuer) => issuer.workstationId === workstationId)
    ? Promise.resolve(header)
    : withIssuerKey(header, signingKey, workstationId, today, header.revision + 1);

/** The same header, for a change that is being made: with a workstation's keys struck off from today on. */
export function withoutIssuerKeys(
  header: VaultHeader,
  signingKey: Bytes,
  workstationId: string,
  today: string,
): Promise<VaultHeader> {
  const struck = (header.issuers ?? []).map((one) =>
    one.workstationId === workstationId && one.struckOff === null
      ? { ...one, struckOff: today, sealedKeys: {} }
      : one,
  );
  return inUse(header, workstationId)
    ? withIssuers(header, struck, signingKey, header.revision + 1, today)
    : Promise.resolve(header);
}

/**
 * Strikes a key off: what is dated `from` that day on, or later, counts for nothing, and nobody can sign with it any
 * more. A struck-off key stays on the list for what it signed before.
 */
export function strikeOffIssuer(
  header: VaultHeader,
  holder: KeyHolder,
  keyId: string,
  from: string,
  today: string,
): Changed {
  return changeSigned(header, holder, async (signingKey) => {
    const issuers = header.issuers ?? [];
    const issuer = issuers.find((one) => one.keyId === keyId);
    if (!issuer) return err({ code: 'unknown-issuer' });
    if (issuer.struckOff !== null) return err({ code: 'issuer-struck-off' });
    if (from > today) return err({ code: 'issuer-day' });
    const struck = issuers.map((one) =>
      one.keyId === keyId ? { ...one, struckOff: from, sealedKeys: {} } : one,
    );
    return ok(await withIssuers(header, struck, signingKey, header.revision + 1, today));
  });
}

/** The same header, its workstations' keys sealed to this account as well, if its role may issue. */
export async function shareIssuerKeys(
  header: VaultHeader,
  giver: Pick<KeyHolder, 'recipientId' | 'keys'>,
  account: Recipient & { readonly role: Role },
): Promise<VaultHeader> {
  if (!header.issuers) return header;
  const { facilityId } = header;
  const issuers = await Promise.all(
    header.issuers.map(async (issuer) => {
      const { [account.id]: _former, ...sealedKeys } = issuer.sealedKeys;
      const sealed = issuer.sealedKeys[giver.recipientId];
      if (!issuingRoles.includes(account.role) || !sealed) return { ...issuer, sealedKeys };
      const key = await openWithKey(giver.keys, sealed, info(facilityId, issuer.keyId, giver.recipientId));
      if (!key) return { ...issuer, sealedKeys };
      const binding = info(facilityId, issuer.keyId, account.id);
      const shared = await sealToKey(account.publicKey, key, binding);
      wipe(key);
      return { ...issuer, sealedKeys: { ...sealedKeys, [account.id]: shared } };
    }),
  );
  return { ...header, issuers };
}

/** The same header without what was sealed to this account. */
export function withdrawIssuerKeys(header: VaultHeader, accountId: string): VaultHeader {
  if (!header.issuers) return header;
  const issuers = header.issuers.map((issuer) => {
    const { [accountId]: _withdrawn, ...sealedKeys } = issuer.sealedKeys;
    return { ...issuer, sealedKeys };
  });
  return { ...header, issuers };
}

/** What signs at a workstation; `null` when it has no key in use or none that this holder can open. */
export async function openProofSigner(
  header: VaultHeader,
  holder: Pick<KeyHolder, 'recipientId' | 'keys'>,
  workstationId: string,
): Promise<ProofSigner | null> {
  const issuer = inUse(header, workstationId);
  const sealed = issuer?.sealedKeys[holder.recipientId];
  if (!issuer || !sealed) return null;
  const binding = info(header.facilityId, issuer.keyId, holder.recipientId);
  const privateKey = await openWithKey(holder.keys, sealed, binding);
  if (!privateKey) return null;
  const key = await crypto.subtle.importKey('pkcs8', privateKey, 'Ed25519', false, ['sign']);
  wipe(privateKey);
  return {
    keyId: issuer.keyId,
    sign: async (content) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, asBytes(content))),
  };
}
