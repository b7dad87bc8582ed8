import type { SyncPort } from '#shared/ports/sync.ts';

const off = { kind: 'off' } as const;
const nothing = [] as const;
const unavailable = async () => ({ ok: false, error: { code: 'sync.off' } }) as const;

/** Sync where no server was set up: off, and nothing to say. */
export const noSync: SyncPort = {
  current: () => off,
  details: () => null,
  overwritten: () => nothing,
  tasks: () => nothing,
  subscribe: () => () => undefined,
  connect: unavailable,
  disconnect: unavailable,
  reseed: unavailable,
  retry: () => undefined,
};
