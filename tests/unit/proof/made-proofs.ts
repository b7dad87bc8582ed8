import { drawCertificateNumber } from '#shared/domain/certificates/number.ts';
import { encodeIssuerList, type ListedIssuer } from '#shared/domain/proof/issuer-list.ts';
import type { ProofLists } from '#shared/domain/proof/judge-proof.ts';
import type { ProofContent } from '#shared/domain/proof/proof-content.ts';
import { sealRevocationList } from '#shared/domain/proof/revocation-list.ts';
import { type SignedList, signedList } from '#shared/domain/proof/signed-list.ts';
import { signedMessage } from '#shared/domain/proof/signed-message.ts';
import { type MemorySigner, memorySigner } from '#tests/memory/memory-signer.ts';

/** Bytes that look drawn and are the same in every run. */
export function pseudoRandom(seed: number): (count: number) => Uint8Array {
  let state = seed;
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
}

export const names = [
  'Mohammad Al-Khatib',
  'Şükrü Öztürk',
  'Олена Шевченко',
  'ትርሓስ ገብረመድህን ተስፋይ',
  'علی رحیمی گلپایگانی',
  'Wolfeschlegelsteinhausenbergerdorff Müller-Lüdenscheidt von Hohenzollern',
  'Jo Li',
] as const;

/** A certificate's content; `keyId` is the signer's. */
export function proofContent(keyId: string, changes: Partial<ProofContent> = {}): ProofContent {
  return {
    keyId,
    number: drawCertificateNumber(pseudoRandom(7)),
    name: 'Tirhas Gebremedhin',
    offer: 'Deutsch A1.1',
    periodFrom: '2026-09-01',
    periodTo: '2026-11-20',
    ueAttended: 42,
    ueOffered: 48,
    issuedOn: '2026-11-23',
    ...changes,
  };
}

/** How a signer stands on the list. */
export const listed = (
  { keyId, publicKey }: MemorySigner,
  changes: Partial<ListedIssuer> = {},
): ListedIssuer => ({
  keyId,
  publicKey,
  validFrom: '2026-01-01',
  validTo: null,
  struckOff: null,
  ...changes,
});

/** A list of issuers, signed by `administrator`. */
export async function issuerList(
  administrator: MemorySigner,
  issuers: readonly ListedIssuer[],
): Promise<SignedList> {
  const content = encodeIssuerList({ serial: 3, listedOn: '2026-11-23', issuers });
  return signedList(content, await administrator.sign(signedMessage('issuers', content)));
}

export const revocations = (
  signer: MemorySigner,
  numbers: readonly string[],
  listedOn = '2026-11-25',
): Promise<SignedList> =>
  sealRevocationList(
    {
      serial: Date.parse(listedOn) / 1000,
      listedOn,
      revoked: numbers.map((number) => ({ number, on: '2026-11-24' })),
    },
    signer,
  );

/** A facility with one workstation that issues. */
export async function madeFacility(
  changes: Partial<ListedIssuer> = {},
): Promise<{ administrator: MemorySigner; signer: MemorySigner; lists: ProofLists }> {
  const [administrator, signer] = [await memorySigner(90), await memorySigner(1)];
  const issuers = await issuerList(administrator, [listed(signer, changes), listed(await memorySigner(2))]);
  return {
    administrator,
    signer,
    lists: { trustAnchor: administrator.publicKey, issuers, revocations: null },
  };
}
