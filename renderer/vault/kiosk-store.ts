/**
 * The small store that a kiosk runs on while the vault is locked: one box with the day, and one box for each badge.
 *
 * Guarantees, against someone who has the file and even the kiosk key: a badge's box is found and opened with that
 * badge's number only; its length says nothing about the person, and how many badges there are is known to a dozen
 * or so. Against someone who changes the file: every box is bound to facility, epoch, kiosk, day and the inbox's public
 * key, so a box of yesterday or of another kiosk, and an inbox that only a stranger can read, are refused.
 */
import { z } from 'zod';
import type { KioskContent, KioskDay, KioskEntry, KioskGuest } from '#shared/domain/kiosk/kiosk-day.ts';
import { type Bytes, bound, fromUtf8, randomBytes, toBase64, toHex, utf8 } from './bytes.ts';
import { fixed, id128, type SealedBox, sealedBox } from './header.ts';
import { sealKioskEntry } from './kiosk-inbox.ts';
import { type KioskKeys, type KioskName, type KioskSecrets, kioskKeys } from './kiosk-keys.ts';
import { openBox, sealBox } from './sealed-box.ts';

const storeSchema = z.strictObject({
  format: z.literal('wegmarke-kiosk'),
  version: z.literal(1),
  facilityId: id128,
  epochId: id128,
  kioskId: id128,
  date: z.string(),
  /** The inbox's public key. */
  inboxKey: fixed(32),
  day: sealedBox,
  /** By an id that follows from the kiosk key and the badge's number. */
  guests: z.record(id128, sealedBox),
});
type Store = z.infer<typeof storeSchema>;
type Head = Pick<Store, 'facilityId' | 'epochId' | 'kioskId' | 'date' | 'inboxKey'>;

/** A store that was opened with its kiosk key. */
export interface OpenKiosk {
  readonly day: KioskDay;
  /** `undefined`: not a badge of this store. */
  recognise(badgeNumber: string): Promise<KioskGuest | undefined>;
  /** Seals a self check-in for the inbox; nobody at the kiosk can open it again. */
  seal(entry: KioskEntry): Promise<Bytes>;
}

/** Boxes are as long as the longest, rounded up to a multiple of this. */
const lengthStep = 128;
/** There are as many boxes as a multiple of this; the rest are random bytes. */
const countStep = 16;

const binding = (label: string, head: Head, ...subject: readonly string[]): Bytes =>
  bound(label, head.facilityId, head.epochId, head.kioskId, head.date, head.inboxKey, ...subject);
const dayBinding = (head: Head): Bytes => binding('wegmarke/kiosk-day/1', head);
const guestBinding = (head: Head, id: string): Bytes => binding('wegmarke/kiosk-guest/1', head, id);

const json = (value: unknown): Bytes => utf8(JSON.stringify(value));

/** JSON may end in spaces. */
function padded(bytes: Bytes, length: number): Bytes {
  const filled = new Uint8Array(length).fill(0x20);
  filled.set(bytes);
  return filled;
}

/** Seals a day and its guests under a kiosk's keys. Wipes nothing: the key still has to be given to the kiosk. */
export async function sealKioskStore(
  kiosk: KioskName,
  { kioskKey, inboxKey }: KioskSecrets,
  { day, guests }: KioskContent,
): Promise<Bytes> {
  const { facilityId, epochId, kioskId } = kiosk;
  const keys = await kioskKeys(kioskKey.slice(), kiosk);
  const head: Head = { facilityId, epochId, kioskId, date: day.date, inboxKey };
  const boxes = await sealGuests(keys, head, guests);
  const store: Store = {
    format: 'wegmarke-kiosk',
    version: 1,
    ...head,
    day: await sealBox(keys.day, json(day), dayBinding(head)),
    // In the order of the ids, which says nothing.
    guests: Object.fromEntries(boxes.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
  return json(store);
}

async function sealGuests(
  keys: KioskKeys,
  head: Head,
  guests: KioskContent['guests'],
): Promise<[string, SealedBox][]> {
  const plain = Array.from(guests, ([number, guest]) => ({ number, bytes: json(guest) }));
  const longest = plain.reduce((most, { bytes }) => Math.max(most, bytes.length), 1);
  const length = Math.ceil(longest / lengthStep) * lengthStep;
  const boxes = await Promise.all(
    plain.map(async ({ number, bytes }): Promise<[string, SealedBox]> => {
      const { id, key } = await keys.badge(number);
      return [id, await sealBox(key, padded(bytes, length), guestBinding(head, id))];
    }),
  );
  const missing = Math.ceil((boxes.length + 1) / countStep) * countStep - boxes.length;
  const others = Array.from({ length: missing }, (): [string, SealedBox] => [
    toHex(randomBytes(16)),
    { nonce: toBase64(randomBytes(12)), ciphertext: toBase64(randomBytes(length + 16)) },
  ]);
  return [...boxes, ...others];
}

/** Opens a store with its kiosk key, which is wiped; `null` if it is no store, another kiosk's, or was changed. */
export async function openKioskStore(bytes: Uint8Array, kioskKey: Bytes): Promise<OpenKiosk | null> {
  const store = parseStore(bytes);
  if (!store) return null;
  const keys = await kioskKeys(kioskKey, store);
  const opened = await openBox(keys.day, store.day, dayBinding(store));
  if (!opened) return null;
  const boxes = new Map(Object.entries(store.guests));
  return {
    day: JSON.parse(fromUtf8(opened)) as KioskDay,
    recognise: async (number) => {
      const { id, key } = await keys.badge(number);
      const box = boxes.get(id);
      const guest = box && (await openBox(key, box, guestBinding(store, id)));
      return guest ? (JSON.parse(fromUtf8(guest)) as KioskGuest) : undefined;
    },
    seal: (entry) => sealKioskEntry(store, store.inboxKey, keys.shared, entry),
  };
}

function parseStore(bytes: Uint8Array): Store | undefined {
  try {
    return storeSchema.parse(JSON.parse(fromUtf8(bytes)));
  } catch {
    return undefined;
  }
}
