/** The PCs of the site as administrators change them in the header; the signature covers them. */
import { localDay } from '#shared/domain/calendar/dates.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { withNewEpoch } from './administration.ts';
import type { VaultHeader, Workstation } from './header.ts';
import { withFirstIssuerKey, withoutIssuerKeys } from './issuer-keys.ts';
import { deriveLabelKey } from './key-derivation.ts';
import { openLabel, sealLabel } from './labels.ts';
import { changeSigned, type KeyHolder } from './signing-authority.ts';
import type { VaultFailure } from './vault-failure.ts';

type Changed = Promise<Result<VaultHeader, VaultFailure>>;

/** A PC of the site, by the name that staff give it. */
export interface NamedWorkstation {
  readonly id: string;
  readonly name: string;
  readonly publicKey: string;
  readonly addedAt: string;
  /** `null` while it belongs to the site. */
  readonly revokedAt: string | null;
}

/** A PC that is to belong to the site. */
export interface NewWorkstation {
  readonly id: string;
  readonly name: string;
  readonly publicKey: string;
}

/** Under which name among the labels. */
const subject = (id: string): string => `workstation/${id}`;

/** All there ever were whose name opens, in the order in which they came. */
export async function namedWorkstations(
  header: VaultHeader,
  siteSecret: Uint8Array,
): Promise<readonly NamedWorkstation[]> {
  const labelKey = await deriveLabelKey(siteSecret, header.facilityId);
  const named = await Promise.all(
    (header.workstations ?? []).map(async ({ id, label, publicKey, addedAt, revokedAt = null }) => {
      const name = await openLabel(labelKey, header.facilityId, subject(id), label);
      return name === null ? [] : [{ id, name, publicKey, addedAt, revokedAt }];
    }),
  );
  return named.flat();
}

async function labelled(
  header: VaultHeader,
  siteSecret: Uint8Array,
  id: string,
  name: string,
): Promise<Result<Pick<Workstation, 'label'>, VaultFailure>> {
  const others = await namedWorkstations(header, siteSecret);
  const same = (other: NamedWorkstation): boolean =>
    other.id !== id && other.revokedAt === null && other.name.toLowerCase() === name.trim().toLowerCase();
  if (others.some(same)) return err({ code: 'workstation-name' });
  const labelKey = await deriveLabelKey(siteSecret, header.facilityId);
  return ok({ label: await sealLabel(labelKey, header.facilityId, subject(id), name.trim()) });
}

/**
 * Takes a PC among those of the site, with a key for certificates. One that is there gets another name and the key
 * that it has at the server now; a revoked one stays revoked.
 */
export function addWorkstation(
  header: VaultHeader,
  holder: KeyHolder,
  siteSecret: Uint8Array,
  { id, name, publicKey }: NewWorkstation,
  now: Date,
): Changed {
  return changeSigned(header, holder, async (signingKey) => {
    const present = header.workstations ?? [];
    const known = present.find((one) => one.id === id);
    if (known?.revokedAt !== undefined) return err({ code: 'workstation-revoked' });
    const label = await labelled(header, siteSecret, id, name);
    if (!label.ok) return label;
    const workstation = {
      ...known,
      id,
      publicKey,
      ...label.value,
      addedAt: known?.addedAt ?? now.toISOString(),
    };
    const workstations = known
      ? present.map((one) => (one.id === id ? workstation : one))
      : [...present, workstation];
    return ok(await withFirstIssuerKey({ ...header, workstations }, signingKey, id, localDay(now)));
  });
}

/** Gives a PC another name. */
export function renameWorkstation(
  header: VaultHeader,
  holder: KeyHolder,
  siteSecret: Uint8Array,
  id: string,
  name: string,
): Changed {
  return changeSigned(header, holder, async () => {
    const present = header.workstations ?? [];
    if (!present.some((one) => one.id === id)) return err({ code: 'unknown-workstation' });
    const label = await labelled(header, siteSecret, id, name);
    if (!label.ok) return label;
    const workstations = present.map((one) => (one.id === id ? { ...one, ...label.value } : one));
    return ok({ ...header, workstations });
  });
}

/**
 * Takes a PC out of the site: what is written from then on is sealed under a key that it does not get, and its key for
 * certificates counts for nothing any more. What it has already copied it keeps, and its access to the server is
 * ended there.
 */
export function revokeWorkstation(
  header: VaultHeader,
  holder: KeyHolder,
  id: string,
  ownId: string,
  now: Date,
): Changed {
  return changeSigned(header, holder, async (signingKey) => {
    const present = header.workstations ?? [];
    const known = present.find((one) => one.id === id);
    if (!known) return err({ code: 'unknown-workstation' });
    if (id === ownId) return err({ code: 'own-workstation' });
    if (known.revokedAt !== undefined) return err({ code: 'workstation-revoked' });
    const workstations = present.map((one) =>
      one.id === id ? { ...one, revokedAt: now.toISOString() } : one,
    );
    const struck = await withoutIssuerKeys({ ...header, workstations }, signingKey, id, localDay(now));
    return ok(await withNewEpoch(struck, now));
  });
}
