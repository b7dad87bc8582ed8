import type { KioskHost } from '#renderer/app/kiosk/kiosk-host.ts';
import { err, ok } from '#shared/domain/result.ts';
import type { KioskStart } from '#shared/ipc/contract/kiosk.ts';

/** Main's part of the kiosk in memory, with handles for tests to look at it and to break it. */
export interface MemoryKiosk extends KioskHost {
  running: KioskStart | null;
  entries: { readonly seq: number; readonly bytes: Uint8Array<ArrayBuffer> }[];
  aside: Uint8Array[];
  damaged: boolean;
  /** Set by tests: appending and clearing fail with this code. */
  failure: string | null;
}

export function memoryKiosk(): MemoryKiosk {
  let seq = 0;
  const kiosk: MemoryKiosk = {
    running: null,
    entries: [],
    aside: [],
    damaged: false,
    failure: null,
    start: async ({ store, key }) => {
      kiosk.running = { store: new Uint8Array(store), key: new Uint8Array(key) };
      return ok(undefined);
    },
    open: async () =>
      ok(
        kiosk.running && {
          store: new Uint8Array(kiosk.running.store),
          key: new Uint8Array(kiosk.running.key),
        },
      ),
    append: async (bytes) => {
      if (kiosk.failure !== null) return err(kiosk.failure);
      if (!kiosk.running) return err('kiosk.off');
      seq += 1;
      kiosk.entries.push({ seq, bytes: new Uint8Array(bytes) });
      return ok(undefined);
    },
    readInbox: async () => ok({ entries: [...kiosk.entries], damaged: kiosk.damaged }),
    clearInbox: async ({ taken, aside }) => {
      if (kiosk.failure !== null) return err(kiosk.failure);
      kiosk.aside.push(
        ...kiosk.entries.filter((entry) => aside.includes(entry.seq)).map(({ bytes }) => bytes),
      );
      kiosk.entries = kiosk.entries.filter(
        (entry) => !taken.includes(entry.seq) && !aside.includes(entry.seq),
      );
      return ok(undefined);
    },
    end: async () => {
      kiosk.running = null;
      return ok(undefined);
    },
  };
  return kiosk;
}
