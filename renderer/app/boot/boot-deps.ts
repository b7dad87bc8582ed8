import { call } from '#renderer/host/host.ts';
import { randomBytes } from '#renderer/vault/bytes.ts';
import { Vault } from '#renderer/vault/vault.ts';
import type { BootDeps } from './boot.ts';
import { documentPort } from './document-port.ts';
import { backupHost, journalPort, kioskHost, vaultHost } from './host-ports.ts';
import { forgetScreen, keepChoice } from './kept-choices.ts';

/** If main does not load the window anew by then, the window does it itself (milliseconds). */
const reloadAfterMs = 1_000;

function reload(): void {
  forgetScreen();
  void call('app.lock', undefined);
  setTimeout(() => window.location.reload(), reloadAfterMs);
}

/** The real parts: main over the host, the vault, the database. The data layer is loaded while someone types. */
export function bootDeps(): BootDeps {
  return {
    info: () => call('app.info', undefined),
    vault: new Vault(vaultHost),
    openData: async (deps) => {
      const { openData } = await import('#renderer/data/open-data.ts');
      return openData({ ...deps, journal: journalPort });
    },
    documents: documentPort,
    kiosk: kioskHost,
    backup: backupHost,
    rehearse: async (...given) => (await import('#renderer/data/rehearsal.ts')).rehearse(...given),
    reload,
    now: () => new Date(),
    randomBytes,
    signedIn: (accountId) => keepChoice('account', accountId),
  };
}
