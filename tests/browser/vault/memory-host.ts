import type { HeaderFile, VaultHost } from '#renderer/vault/vault-host.ts';
import { err, ok } from '#shared/domain/result.ts';

/** Main's part in memory, with the rules of the IPC contract, and handles for tests to damage what lies there. */
export interface MemoryHost extends VaultHost {
  file: HeaderFile | null;
  siteSecret: Uint8Array | null;
  failures: number;
  /** Set by tests: main is still waiting out a wrong passphrase. */
  waitMs: number;
  keystoreWorks: boolean;
  writes: number;
}

export function memoryHost(): MemoryHost {
  const host: MemoryHost = {
    file: null,
    siteSecret: null,
    failures: 0,
    waitMs: 0,
    keystoreWorks: true,
    writes: 0,
    readHeader: async () => ok(host.file),
    writeHeader: async (file) => {
      if (file.generation !== (host.file?.generation ?? 0) + 1) return err('header.outdated');
      host.file = file;
      host.writes += 1;
      return ok(undefined);
    },
    loadSiteSecret: async () => ok(host.siteSecret?.slice() ?? null),
    storeSiteSecret: async (secret) => {
      if (!host.keystoreWorks) return err('keystore.unavailable');
      host.siteSecret = secret.slice();
      host.writes += 1;
      return ok(undefined);
    },
    throttleState: async () => ok({ failures: host.failures, waitMs: host.waitMs }),
    throttleAttempt: async () => {
      if (host.waitMs > 0) return err('throttle.wait');
      host.failures += 1;
      return ok({ failures: host.failures, waitMs: 1000 * 2 ** (host.failures - 1) });
    },
    throttleSucceeded: async () => {
      host.failures = 0;
      host.waitMs = 0;
      return ok(undefined);
    },
  };
  return host;
}
