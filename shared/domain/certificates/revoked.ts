/** What is known of a certificate's revocation; records of earlier versions have no such field. */
interface PossiblyRevoked {
  readonly revoked?: unknown;
}

/** The day a certificate was revoked, `null` if it was not. */
export function revokedOn(certificate: object): string | null {
  const { revoked } = certificate as PossiblyRevoked;
  if (typeof revoked !== 'object' || revoked === null || !('on' in revoked)) return null;
  return typeof revoked.on === 'string' ? revoked.on.slice(0, 10) : null;
}

/** Whether a certificate was revoked. */
export function isRevoked(certificate: object): boolean {
  const { revoked } = certificate as PossiblyRevoked;
  return typeof revoked === 'object' && revoked !== null;
}
