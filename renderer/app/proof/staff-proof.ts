/** Proofs as staff have them once the vault is open: judging, the keys of workstations, what is handed out. */
import { toBase64, utf8 } from '#renderer/vault/bytes.ts';
import { proofVerifier } from '#renderer/vault/proof-verifier.ts';
import type { Vault } from '#renderer/vault/vault.ts';
import type { VaultFailure } from '#renderer/vault/vault-failure.ts';
import type { VaultSession } from '#renderer/vault/vault-session.ts';
import { localDay } from '#shared/domain/calendar/dates.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { judgeProof } from '#shared/domain/proof/judge-proof.ts';
import { type RevokedCertificate, sealRevocationList } from '#shared/domain/proof/revocation-list.ts';
import { listFile, type SignedList } from '#shared/domain/proof/signed-list.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { CommandPort } from '#shared/ports/app-services.ts';
import type { ProofPort } from '#shared/ports/proof.ts';
import { failureOf, unforeseen } from '../boot/vault-failure-code.ts';

interface StaffProofDeps {
  readonly vault: Pick<Vault, 'addIssuerKey' | 'strikeOffIssuer'>;
  readonly commands: CommandPort;
  readonly session: VaultSession;
  readonly workstationId: string;
  readonly now: () => Date;
  readonly registered: ProofPort['registered'];
}

const refused = (result: Result<void, VaultFailure>): Result<void, Refusal> =>
  result.ok ? result : err({ code: failureOf(result.error).code });

/** Every change of the keys is noted first, as whoever may not note it may not make it. */
export function staffProof(deps: StaffProofDeps): ProofPort {
  const { vault, commands, session, workstationId, now, registered } = deps;
  const noKey = err({ code: 'certificate.no-key' });
  const today = (): string => localDay(now());
  const trustAnchor = () => session.keyHolder().trustAnchor;

  const noted = async (
    deed: 'proof.strikeOff' | 'proof.renew',
    change: () => Promise<Result<void, VaultFailure>>,
  ): Promise<Result<void, Refusal>> => {
    const note = await commands.execute(deed, { ids: [facilityId] });
    return note.ok ? refused(await change().catch(unforeseen)) : note;
  };
  const revocations = async (
    revoked: readonly RevokedCertificate[],
  ): Promise<Result<SignedList, Refusal>> => {
    const signer = await session.proofSigner(workstationId);
    if (!signer) return noKey;
    const serial = Math.floor(now().getTime() / 1000);
    return ok(await sealRevocationList({ serial, listedOn: today(), revoked }, signer));
  };

  return {
    judge: async (digits) => {
      const issuers = session.verifiedHeader().issuerList;
      if (!issuers) return { state: 'foreign', reason: 'unknown-key', content: null };
      return judgeProof(digits, { trustAnchor: trustAnchor(), issuers, revocations: null }, proofVerifier);
    },
    registered,
    issuers: () => session.verifiedHeader().issuers ?? [],
    strikeOff: (keyId, from) =>
      noted('proof.strikeOff', () => vault.strikeOffIssuer(session, keyId, from, today())),
    renew: () => noted('proof.renew', () => vault.addIssuerKey(session, workstationId, today())),
    page: async (facility, revoked) => {
      const issuers = session.verifiedHeader().issuerList;
      if (!issuers) return noKey;
      const list = await revocations(revoked);
      if (!list.ok) return list;
      const [{ default: page }, { fillPage }] = await Promise.all([
        import('#renderer/verify-page/page.ts?inline'),
        import('#renderer/verify-page/page-lists.ts'),
      ]);
      const lists = { facility, trustAnchor: toBase64(trustAnchor()), issuers, revocations: list.value };
      return ok(utf8(fillPage(page, lists)));
    },
    revocationList: async (revoked) => {
      const list = await revocations(revoked);
      return list.ok ? ok(utf8(listFile('revocations', list.value))) : list;
    },
  };
}
