/**
 * A PC that is on its way into a site: it has the site secret in memory and nothing on the disk.
 *
 * Guarantees that nothing is stored before an administrator has taken this very PC, with this very key, into the
 * header, and signed it with the key that the join file names.
 */
import { err, ok, type Result } from '#shared/domain/result.ts';
import { wipe } from './bytes.ts';
import type { VaultHeader } from './header.ts';
import { verifyHeader } from './header-signature.ts';
import { openJoinFile } from './join-file.ts';
import { joinFingerprint } from './join-fingerprint.ts';
import { deriveSiteValues, type SiteValues } from './site-values.ts';
import type { VaultFailure } from './vault-failure.ts';
import type { VaultHost } from './vault-host.ts';
import { readHeader, storeSiteSecret, writeHeader } from './vault-storage.ts';

/** This PC as the site is to know it. */
interface JoiningPc {
  readonly workstationId: string;
  readonly publicKey: string;
}

export interface JoiningVault {
  readonly facilityName: string | null;
  /** The server's address, as its kit wrote it. */
  readonly addressFile: string;
  readonly values: SiteValues;
  /** Groups of digits, to be compared with those on an administrator's screen. */
  fingerprint(pc: JoiningPc): Promise<readonly string[]>;
  /**
   * Stores site secret and header if the header has this PC: `joined`. `waiting`: it does not have it yet. May be
   * repeated, after failures too.
   */
  take(header: VaultHeader, pc: JoiningPc): Promise<Result<'joined' | 'waiting', VaultFailure>>;
  /** Forgets everything. */
  discard(): void;
}

/** Opens a join file at a PC without a vault; `vault-exists` where there is one. */
export async function beginJoin(
  host: VaultHost,
  file: string,
  typedCode: string,
  now: Date,
): Promise<Result<JoiningVault, VaultFailure>> {
  const present = await readHeader(host);
  if (present.ok) return err({ code: 'vault-exists' });
  if (present.error.code !== 'no-vault') return present;
  const opened = await openJoinFile(file, typedCode, now);
  if (!opened.ok) return opened;
  const { facilityId, facilityName, addressFile, siteSecret, trustAnchor } = opened.value;
  return ok({
    ...{ facilityName, addressFile },
    values: await deriveSiteValues(siteSecret, facilityId),
    fingerprint: (pc) => joinFingerprint(facilityId, pc),
    discard: () => wipe(siteSecret),
    take: async (header, pc) => {
      if (!(await verifyHeader(header, trustAnchor))) return err({ code: 'header-altered' });
      const known = header.workstations?.find(({ id }) => id === pc.workstationId);
      if (known?.revokedAt !== undefined) return err({ code: 'workstation-revoked' });
      if (known?.publicKey !== pc.publicKey) return ok('waiting');
      const stored = await storeSiteSecret(host, siteSecret.slice());
      if (!stored.ok) return stored;
      const written = await writeHeader(host, { ...header, generation: 1 });
      if (!written.ok) return written;
      wipe(siteSecret);
      return ok('joined');
    },
  });
}
