import { z } from 'zod';
import { call } from './define.ts';

/** Bytes that the sealed store has at most: two thousand badges take a tenth of it. */
const maxStoreBytes = 16_777_216;
/** Bytes of one sealed self check-in at most; it takes less than a fifth of them. */
export const maxEntryBytes = 4_096;

const bytes = (most: number) => z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= most);

/** What a running kiosk works with: its sealed store, and the key to it (32 bytes). Opaque to main. */
const kioskStart = z.strictObject({
  store: bytes(maxStoreBytes),
  key: z.instanceof(Uint8Array).refine(({ length }) => length === 32),
});
export type KioskStart = z.infer<typeof kioskStart>;

/** Names an entry of the inbox for good: never used twice. */
const seq = z.number().int().positive();

const kioskInbox = z.strictObject({
  /** Sealed self check-ins in the order in which they were made. */
  entries: z.array(z.strictObject({ seq, bytes: z.instanceof(Uint8Array) })),
  /** Part of the inbox was found unreadable on the disk; what was legible is in `entries`. */
  damaged: z.boolean(),
});
export type KioskInbox = z.infer<typeof kioskInbox>;

const disk = ['disk.full', 'disk.failed', 'disk.timeout'] as const;

export const kioskContract = {
  /** Keeps store and key on the disk, the key sealed by the keystore, and turns the window into a kiosk. */
  'kiosk.start': call(kioskStart, z.void(), ['keystore.unavailable', ...disk]),
  /** The kiosk that was running when the window was last loaded; the window is a kiosk then. `null`: there is none. */
  'kiosk.open': call(z.void(), kioskStart.nullable()),
  /** Adds a sealed self check-in to the inbox; answers when it is fsync'd. `kiosk.off`: no kiosk is running. */
  'kiosk.append': call(bytes(maxEntryBytes), z.void(), ['kiosk.off', ...disk]),
  'kiosk.readInbox': call(z.void(), kioskInbox, disk),
  /**
   * Takes entries out of the inbox: `taken` for good, `aside` into a file beside it. All others stay, also those that
   * were added since the inbox was read.
   */
  'kiosk.clearInbox': call(z.strictObject({ taken: z.array(seq), aside: z.array(seq) }), z.void(), disk),
  /** Deletes store and key and makes the window an ordinary one. The inbox stays. */
  'kiosk.end': call(z.void(), z.void(), disk),
} as const;
