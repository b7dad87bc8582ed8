import { bound } from './bytes.ts';

const groups = 5;
const groupDigits = 4;

/**
 * What people compare on two screens: groups of digits that follow from the site, the PC and its key at the server.
 * Twenty digits, because whoever holds the join file and its code may try keys until the digits fit.
 */
export async function joinFingerprint(
  facilityId: string,
  { workstationId, publicKey }: { readonly workstationId: string; readonly publicKey: string },
): Promise<readonly string[]> {
  const bytes = bound('wegmarke/join-fingerprint/1', facilityId, workstationId, publicKey);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const number = digest.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const digits = (number % 10n ** BigInt(groups * groupDigits))
    .toString()
    .padStart(groups * groupDigits, '0');
  return digits.match(/.{4}/g) ?? [];
}
