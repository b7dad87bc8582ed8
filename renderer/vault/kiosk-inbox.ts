/**
 * Self check-ins as they lie in the inbox: sealed to a key whose private half only an open vault can derive.
 *
 * Guarantees that the kiosk, once it has written an entry, can't read it again, and that an entry opens only if it was
 * sealed by one who has that kiosk's key, for that kiosk of that facility and epoch (HPKE in PSK mode). That an entry
 * was put there a second time is harmless: its id becomes the id in the sheet.
 */
import { z } from 'zod';
import type { KioskEntry } from '#shared/domain/kiosk/kiosk-day.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { type Bytes, bound, fromUtf8, utf8 } from './bytes.ts';
import { id128, sealedToKey } from './header.ts';
import { openWithKey, type SharedSecret, sealToKey } from './key-agreement.ts';
import { deriveKioskSecrets, type KioskName, kioskKeys } from './kiosk-keys.ts';

/** What stands outside tells which keys to derive. */
const envelope = z.strictObject({
  version: z.literal(1),
  epochId: id128,
  kioskId: id128,
  sealed: sealedToKey,
});

const entrySchema = z.strictObject({
  id: id128,
  participantId: z.string().min(1),
  sessionId: z.string().min(1),
  at: z.iso.datetime(),
});

const info = ({ facilityId, epochId, kioskId }: KioskName): Bytes =>
  bound('wegmarke/kiosk-entry/1', facilityId, epochId, kioskId);

/** Seals a self check-in to the inbox's public key. */
export async function sealKioskEntry(
  kiosk: KioskName,
  inboxKey: string,
  shared: SharedSecret,
  entry: KioskEntry,
): Promise<Bytes> {
  const sealed = await sealToKey(inboxKey, utf8(JSON.stringify(entry)), info(kiosk), shared);
  const { epochId, kioskId } = kiosk;
  return utf8(JSON.stringify({ version: 1, epochId, kioskId, sealed } satisfies z.infer<typeof envelope>));
}

/**
 * `no-key`: of an epoch that this account has no key for; another account may open it. `refused`: forged, changed,
 * moved, cut, or of another facility.
 */
export type KioskEntryRefusal = 'no-key' | 'refused';

/** Opens entries of any kiosk of these epochs; derives each kiosk's keys once. `roots` by epoch id. */
export function kioskEntryOpener(
  facilityId: string,
  roots: ReadonlyMap<string, CryptoKey>,
): (bytes: Uint8Array) => Promise<Result<KioskEntry, KioskEntryRefusal>> {
  const known = new Map<string, ReturnType<typeof inboxKeys>>();
  return async (bytes) => {
    const outer = parse(envelope, bytes);
    if (!outer) return err('refused');
    const { epochId, kioskId, sealed } = outer;
    const root = roots.get(epochId);
    if (!root) return err('no-key');
    const kiosk = { facilityId, epochId, kioskId };
    const name = `${epochId} ${kioskId}`;
    const keys = known.get(name) ?? inboxKeys(root, kiosk);
    known.set(name, keys);
    const { inbox, shared } = await keys;
    const opened = await openWithKey(inbox, sealed, info(kiosk), shared);
    const entry = opened && parse(entrySchema, opened);
    return entry ? ok(entry) : err('refused');
  };
}

async function inboxKeys(
  root: CryptoKey,
  kiosk: KioskName,
): Promise<{ readonly inbox: CryptoKeyPair; readonly shared: SharedSecret }> {
  const { kioskKey, inbox } = await deriveKioskSecrets(root, kiosk);
  return { inbox, shared: (await kioskKeys(kioskKey, kiosk)).shared };
}

function parse<T extends z.ZodType>(schema: T, bytes: Uint8Array): z.infer<T> | undefined {
  try {
    return schema.parse(JSON.parse(fromUtf8(bytes)));
  } catch {
    return undefined;
  }
}
