import type { Stored } from '#shared/domain/records/registry.ts';
import type { CertificateKind } from './template.ts';

/** What a certificate is about, for one person or one group: the later of two about the same is the one that is looked for. */
export function certificateKey(
  personOrGroup: string,
  { kind, module }: { readonly kind: CertificateKind; readonly module: { readonly id: string } | null },
): string {
  return [personOrGroup, kind, module?.id ?? ''].join(' ');
}

/** What the certificate of participation in a whole course is about. */
export const wholeCourse = { kind: 'participation', module: null } as const;

/**
 * The latest certificate that counts by what `keyOf` names (`certificateKey`): the person of a group's certificates, or
 * the group of a person's. Those of `null` are left out.
 */
export function latestCertificates(
  certificates: readonly Stored<'certificate'>[],
  keyOf: (certificate: Stored<'certificate'>) => string | null,
): ReadonlyMap<string, Stored<'certificate'>> {
  const latest = new Map<string, Stored<'certificate'>>();
  for (const certificate of certificates) {
    const key = keyOf(certificate);
    if (key === null || certificate.value.revoked) continue;
    const other = latest.get(key);
    if (!other || other.value.issuedOn <= certificate.value.issuedOn) latest.set(key, certificate);
  }
  return latest;
}
