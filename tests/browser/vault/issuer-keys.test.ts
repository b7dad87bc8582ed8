import { beforeEach, describe, expect, it } from 'vitest';
import { staffProof } from '#renderer/app/proof/staff-proof.ts';
import { fromBase64 } from '#renderer/vault/bytes.ts';
import { proofVerifier } from '#renderer/vault/proof-verifier.ts';
import type { VaultSession } from '#renderer/vault/vault-session.ts';
import { openIssuerList } from '#shared/domain/proof/issuer-list.ts';
import type { ProofContent } from '#shared/domain/proof/proof-content.ts';
import { sealProof } from '#shared/domain/proof/seal-proof.ts';
import type { Role } from '#shared/ports/account.ts';
import type { CommandPort } from '#shared/ports/app-services.ts';
import type { ProofSigner } from '#shared/ports/proof-signer.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';
import {
  editHeader,
  first,
  lasting,
  type MadeVault,
  madeVault,
  now,
  passphrase,
  value,
} from './made-vault.ts';

const here = '0123456789abcdef';
const elsewhere = 'fedcba9876543210';
const today = '2026-03-02';

let made: MadeVault;
/** What was noted, in order. */
let deeds: string[] = [];
beforeEach(async () => {
  made = await madeVault();
  deeds = [];
});

const content = (keyId: string, issuedOn = today): ProofContent => ({
  ...{ keyId, number: '0000000002Y', name: 'Tirhas Gebremedhin', offer: 'Deutsch A1' },
  ...{ periodFrom: '2026-01-01', periodTo: '2026-02-27', ueAttended: 4, ueOffered: 5, issuedOn },
});
const signerOf = async (session: VaultSession, workstation = here): Promise<ProofSigner> => {
  const signer = await session.proofSigner(workstation);
  if (!signer) throw new Error('no signer');
  return signer;
};
const header = () => JSON.parse(made.host.file?.text ?? '');

/** A session of a new account. */
async function signedInAs(role: Role): Promise<VaultSession> {
  const person = { name: `Test ${role}`, role, ...lasting(`${passphrase} ${role}`) };
  value(await made.vault.addAccount(made.session, person));
  const id = header().accounts.at(-1).id;
  return value(await made.vault.unlock(id, person.passphrase)).session;
}
function proofOf(session: VaultSession) {
  const { commands } = memoryServices({ role: session.signedIn.role });
  const noting: CommandPort = {
    allows: commands.allows,
    execute: async (name, input) => {
      const answer = await commands.execute(name, input);
      if (answer.ok) deeds.push(name);
      return answer;
    },
  };
  return staffProof({
    registered: async () => undefined,
    vault: made.vault,
    commands: noting,
    session,
    workstationId: here,
    now: () => now,
  });
}

describe("a workstation's key", () => {
  it('is there from the set-up on, and the list of issuers bears the signature of the trust anchor', async () => {
    const { session } = made;
    const signer = await signerOf(session);
    const signature = await signer.sign(new Uint8Array([1, 2, 3]));
    const issuer = first(header().issuers as { keyId: string; publicKey: string; validFrom: string }[]);
    expect(issuer.keyId).toBe(signer.keyId);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', fromBase64(issuer.publicKey)));
    expect(Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(
      signer.keyId,
    );
    const signed = [fromBase64(issuer.publicKey), new Uint8Array([1, 2, 3]), signature] as const;
    expect(await proofVerifier.verify(...signed)).toBe(true);
    const { trustAnchor } = session.keyHolder();
    const list = await openIssuerList(header().issuerList, trustAnchor, proofVerifier);
    expect(list).toMatchObject({
      serial: 1,
      listedOn: today,
      issuers: [{ keyId: signer.keyId, validFrom: today }],
    });
  });

  it('signs what the app then finds genuine', async () => {
    const signer = await signerOf(made.session);
    const digits = await sealProof(content(signer.keyId), signer);
    expect((await proofOf(made.session).judge(digits)).state).toBe('genuine');
  });

  it.each([
    ['administrator', true],
    ['coordination', true],
    ['course-lead', false],
    ['reception', false],
  ] as const)('opens for %s: %s', async (role, may) => {
    const session = await signedInAs(role);
    expect((await session.proofSigner(here)) !== null).toBe(may);
    expect(Object.keys(first(header().issuers as { sealedKeys: object }[]).sealedKeys)).toHaveLength(
      may ? 3 : 2,
    );
  });

  it('signs nothing more once the session is locked', async () => {
    const signer = await signerOf(made.session);
    made.session.lock();
    await expect(async () => signer.sign(new Uint8Array(1))).rejects.toThrow('locked');
    await expect(made.session.proofSigner(here)).rejects.toThrow('locked');
  });

  it('goes to a new key pair when a passphrase is reset, and away with a disabled account', async () => {
    const session = await signedInAs('coordination');
    const { accountId } = session.signedIn;
    const { keyId } = await signerOf(session);
    value(await made.vault.resetPassphrase(made.session, accountId, lasting('neun Krähen im Winter')));
    const again = value(await made.vault.unlock(accountId, 'neun Krähen im Winter')).session;
    expect((await signerOf(again)).keyId).toBe(keyId);
    expect(await session.proofSigner(here)).not.toBeNull();
    value(await made.vault.disableAccount(made.session, accountId, now));
    expect(JSON.stringify(header().issuers)).not.toContain(accountId);
  });

  it('comes back with the recovery code', async () => {
    const { keyId } = await signerOf(made.session);
    const recovered = value(await made.vault.recoverWithCode(made.recoveryCode));
    const { session } = value(
      await recovered.setPassphrase(made.session.signedIn.accountId, 'zwölf Dohlen am Turm'),
    );
    expect((await signerOf(session)).keyId).toBe(keyId);
  });

  it('is nowhere in the header in the clear', async () => {
    const text = made.host.file?.text ?? '';
    // What every Ed25519 key in PKCS #8 begins with, in base64.
    expect(text).not.toContain('MC4CAQAwBQYDK2Vw');
    expect(first(header().issuers as { sealedKeys: object }[]).sealedKeys).toHaveProperty('recovery');
  });

  it("can't be swapped in the header", async () => {
    editHeader(made.host, (json) => {
      const [issuer] = json.issuers as Record<string, unknown>[];
      Object.assign(issuer ?? {}, { validFrom: '2020-01-01' });
    });
    const again = await made.vault.unlock(made.session.signedIn.accountId, passphrase);
    expect(again).toEqual({ ok: false, error: { code: 'header-altered' } });
  });
});

describe('a workstation without a key', () => {
  it('gets one at the unlock of an administrator, once, and not of others', async () => {
    const other = await signedInAs('coordination');
    const before = made.host.file?.generation;
    value(await made.vault.ensureIssuerKey(other, elsewhere, today));
    expect(made.host.file?.generation).toBe(before);
    expect(await made.session.proofSigner(elsewhere)).toBeNull();
    value(await made.vault.ensureIssuerKey(made.session, elsewhere, today));
    const { keyId } = await signerOf(made.session, elsewhere);
    const written = made.host.file?.generation;
    value(await made.vault.ensureIssuerKey(made.session, elsewhere, today));
    expect(made.host.file?.generation).toBe(written);
    expect(keyId).not.toBe((await signerOf(made.session)).keyId);
    const again = value(await made.vault.unlock(other.signedIn.accountId, `${passphrase} coordination`));
    expect((await signerOf(again.session, elsewhere)).keyId).toBe(keyId);
  });
});

describe('striking a workstation off', () => {
  it('leaves what it signed before genuine, makes the rest foreign, and ends its signing', async () => {
    const proof = proofOf(made.session);
    const signer = await signerOf(made.session);
    const digits = await sealProof(content(signer.keyId), signer);
    const dated = await sealProof(content(signer.keyId, '2026-03-01'), signer);
    expect(await proof.strikeOff(signer.keyId, today)).toEqual({ ok: true, value: undefined });
    expect(await proof.judge(digits)).toMatchObject({ state: 'foreign', reason: 'struck-off' });
    // Valid from the second of March on: a day before is outside of its days.
    expect(await proof.judge(dated)).toMatchObject({ state: 'foreign', reason: 'outside' });
    expect(deeds).toEqual(['proof.strikeOff']);
    expect(await made.session.proofSigner(here)).toBeNull();
    expect(await proof.revocationList([])).toEqual({ ok: false, error: { code: 'certificate.no-key' } });
    expect(first(header().issuers as { sealedKeys: object }[]).sealedKeys).toEqual({});
    value(await made.vault.ensureIssuerKey(made.session, here, today));
    expect(await made.session.proofSigner(here)).toBeNull();
  });

  it('is followed by a fresh key only when an administrator asks for it', async () => {
    const proof = proofOf(made.session);
    const { keyId } = await signerOf(made.session);
    expect(await proof.renew()).toEqual({ ok: false, error: { code: 'vault.issuer-in-use' } });
    await proof.strikeOff(keyId, today);
    expect(await proof.renew()).toEqual({ ok: true, value: undefined });
    const fresh = await signerOf(made.session);
    expect(fresh.keyId).not.toBe(keyId);
    expect((await proof.judge(await sealProof(content(fresh.keyId), fresh))).state).toBe('genuine');
    expect(proof.issuers().map(({ struckOff }) => struckOff)).toEqual([today, null]);
    const list = await openIssuerList(
      header().issuerList,
      made.session.keyHolder().trustAnchor,
      proofVerifier,
    );
    expect(list?.serial).toBe(header().revision);
  });

  it('is refused for an unknown key, twice, for a day to come, and to others than administrators', async () => {
    const proof = proofOf(made.session);
    const { keyId } = await signerOf(made.session);
    const coordination = proofOf(await signedInAs('coordination'));
    const code = async (answer: ReturnType<typeof proof.strikeOff>) => {
      const result = await answer;
      return result.ok ? 'done' : result.error.code;
    };
    expect(await code(coordination.strikeOff(keyId, today))).toBe('role');
    expect(deeds).toEqual([]);
    const withoutNotes = made.vault.strikeOffIssuer(await signedInAs('coordination'), keyId, today, today);
    expect(await withoutNotes).toMatchObject({ ok: false, error: { code: 'not-administrator' } });
    expect(await code(proof.strikeOff('0'.repeat(16), today))).toBe('vault.unknown-issuer');
    expect(await code(proof.strikeOff(keyId, '2026-03-03'))).toBe('vault.issuer-day');
    expect(await code(proof.strikeOff(keyId, today))).toBe('done');
    expect(await code(proof.strikeOff(keyId, today))).toBe('vault.issuer-struck-off');
  });
});

describe('the page that is handed out', () => {
  it('holds the facility, the trust anchor and both lists, and its policy', async () => {
    const page = value(
      await proofOf(made.session).page('ZUE Münster', [{ number: '0000000002Y', on: today }]),
    );
    const text = new TextDecoder().decode(page);
    expect(text.startsWith('<!doctype html>')).toBe(true);
    const place = new DOMParser().parseFromString(text, 'text/html');
    const lists = JSON.parse(place.querySelector('#lists')?.textContent ?? '');
    expect(lists.facility).toBe('ZUE Münster');
    expect(lists.trustAnchor).toBe(header().signingRoot);
    expect(lists.issuers).toEqual(header().issuerList);
    expect(lists.revocations.content).not.toBe('');
    expect(place.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'");
    expect(text).not.toMatch(/src=|href=|@import|url\(/);
  });
});
