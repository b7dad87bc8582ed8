import { encodeIssuerList } from '#shared/domain/proof/issuer-list.ts';
import { judgeProof } from '#shared/domain/proof/judge-proof.ts';
import { sealRevocationList } from '#shared/domain/proof/revocation-list.ts';
import { listFile, signedList } from '#shared/domain/proof/signed-list.ts';
import { signedMessage } from '#shared/domain/proof/signed-message.ts';
import type { IssuingWorkstation, ProofPort } from '#shared/ports/proof.ts';
import { memorySigner, memoryVerifier } from './memory-signer.ts';

/** Proofs over keys in memory: this workstation's is `memorySigner()`, the administrators' one is `memorySigner(90)`. */
export function memoryProof(today: string, registered: ProofPort['registered']): ProofPort {
  let keys: { readonly seed: number; readonly struckOff: string | null }[] = [{ seed: 1, struckOff: null }];
  let issuers: readonly IssuingWorkstation[] = [];
  const refresh = async (): Promise<void> => {
    issuers = await Promise.all(
      keys.map(async ({ seed, struckOff }) => ({
        keyId: (await memorySigner(seed)).keyId,
        workstationId: '0123456789abcdef',
        validFrom: '2026-01-01',
        validTo: null,
        struckOff,
      })),
    );
  };
  const ready = refresh();
  return {
    judge: async (digits) => {
      await ready;
      const administrator = await memorySigner(90);
      const listed = await Promise.all(
        keys.map(async ({ seed }, at) => {
          const issuer = issuers[at];
          if (!issuer) throw new Error('a key without an issuer');
          return { ...issuer, publicKey: (await memorySigner(seed)).publicKey };
        }),
      );
      const content = encodeIssuerList({ serial: 1, listedOn: today, issuers: listed });
      const signature = await administrator.sign(signedMessage('issuers', content));
      const lists = { trustAnchor: administrator.publicKey, issuers: signedList(content, signature) };
      return judgeProof(digits, { ...lists, revocations: null }, memoryVerifier);
    },
    registered,
    issuers: () => issuers,
    strikeOff: async (keyId, from) => {
      if (from > today) return { ok: false, error: { code: 'vault.issuer-day' } };
      keys = keys.map((key, at) => (issuers[at]?.keyId === keyId ? { ...key, struckOff: from } : key));
      await refresh();
      return { ok: true, value: undefined };
    },
    renew: async () => {
      keys = [...keys, { seed: keys.length + 1, struckOff: null }];
      await refresh();
      return { ok: true, value: undefined };
    },
    page: async (facility) => ({
      ok: true,
      value: new TextEncoder().encode(`<!doctype html><title>${facility}</title>`),
    }),
    revocationList: async (revoked) => {
      const list = await sealRevocationList({ serial: 1, listedOn: today, revoked }, await memorySigner());
      return { ok: true, value: new TextEncoder().encode(listFile('revocations', list)) };
    },
  };
}
