import type { SyncHost } from '#renderer/app/sync/host-transport.ts';
import { err, ok } from '#shared/domain/result.ts';

/** A computer without a sync server. */
export const noSyncHost: SyncHost = {
  configuration: async () => ok(null),
  configure: async () => err('sync.address-unreadable'),
  addressFile: async () => ok(null),
  forget: async () => ok(undefined),
  open: async () => err('sync.not-configured'),
};
