import { z } from 'zod';
import type { BegunStore } from '#renderer/data/begun-store.ts';
import type { BegunEntriesPort, BegunEntry } from '#shared/ports/begun-entries.ts';

const stored = z.object({
  /** Of the app: another version's forms may look different. */
  version: z.string(),
  entries: z.array(z.object({ address: z.string(), values: z.unknown(), at: z.string() })),
});

/** Older ones are forgotten (milliseconds): nobody comes back for them, and they hold people's data. */
const longestMs = 7 * 24 * 3_600_000;

export interface BegunEntries extends BegunEntriesPort {
  /** Reads what the last lock has kept. */
  load(): Promise<void>;
  /** From now on nothing changes any more: screens that go away with the lock drop nothing. */
  freeze(): void;
  /** Seals what is there. */
  store(): Promise<void>;
  /** Drops what mentions somebody who is erased, of whichever account. */
  forget(ids: readonly string[]): Promise<void>;
}

interface BegunEntriesDeps {
  readonly disk: BegunStore;
  readonly version: string;
  readonly now: () => Date;
}

/** Entries in progress of the account that is signed in. */
export function begunEntries({ disk, version, now }: BegunEntriesDeps): BegunEntries {
  /** In forms that are open. */
  const open = new Map<string, BegunEntry>();
  let waiting: readonly BegunEntry[] = [];
  let frozen = false;
  const listeners = new Set<() => void>();
  const setWaiting = (next: readonly BegunEntry[]): void => {
    waiting = next;
    for (const listener of listeners) listener();
  };
  const write = (entries: readonly BegunEntry[]): Promise<void> =>
    disk.write(entries.length === 0 ? undefined : { version, entries });
  /** Nor after a crash. */
  const offerNoMore = (address: string): void => {
    const left = waiting.filter((entry) => entry.address !== address);
    if (left.length === waiting.length) return;
    setWaiting(left);
    void write(left).catch(() => undefined);
  };
  return {
    keep: (address, values) => {
      if (!frozen) open.set(address, { address, values, at: now().toISOString() });
    },
    drop: (address) => {
      if (frozen) return;
      open.delete(address);
      offerNoMore(address);
    },
    peek: (address) => waiting.find((entry) => entry.address === address)?.values,
    taken: (address) => {
      if (!frozen) offerNoMore(address);
    },
    waiting: () => waiting,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: async () => {
      const read = stored.safeParse(await disk.read());
      if (!read.success || read.data.version !== version) return;
      const oldest = now().getTime() - longestMs;
      const young = read.data.entries.filter(({ at }) => Date.parse(at) >= oldest);
      setWaiting(young.sort((a, b) => b.at.localeCompare(a.at)));
    },
    freeze: () => {
      frozen = true;
    },
    forget: async (ids) => {
      const mentions = (value: unknown): boolean => {
        const text = JSON.stringify(value);
        return ids.some((id) => text.includes(id));
      };
      for (const [address, entry] of open) if (mentions(entry)) open.delete(address);
      setWaiting(waiting.filter((entry) => !mentions(entry)));
      await disk.rewrite((value) => {
        const read = stored.safeParse(value);
        const left = read.data?.entries.filter((entry) => !mentions(entry)) ?? [];
        return left.length === 0 ? undefined : { ...read.data, entries: left };
      });
    },
    store: () => write([...waiting.filter(({ address }) => !open.has(address)), ...open.values()]),
  };
}
