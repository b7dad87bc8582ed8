import type { JournalPort } from '#renderer/data/journal-port.ts';
import type { DatabaseAhead } from '#renderer/data/opening.ts';
import { call } from '#renderer/host/host.ts';
import { randomBytes } from '#renderer/vault/bytes.ts';
import { Vault } from '#renderer/vault/vault.ts';
import { syncHost } from '../sync/host-transport.ts';
import type { BootDeps } from './boot.ts';
import { documentPort } from './document-port.ts';
import { backupHost, journalPort, kioskHost, ledgerPort, vaultHost } from './host-ports.ts';
import { forgetScreen, keepChoice } from './kept-choices.ts';

/** If main does not load the window anew by then, the window does it itself (milliseconds). */
const reloadAfterMs = 1_000;

function reload(): void {
  forgetScreen();
  void call('app.lock', undefined);
  setTimeout(() => window.location.reload(), reloadAfterMs);
}

/**
 * The real parts: main over the host, the vault, the database. The data layer is loaded while someone types, and the
 * database opened while their passphrase is stretched.
 */
export function bootDeps(journal: JournalPort = journalPort): BootDeps {
  let ahead: DatabaseAhead | undefined;
  return {
    info: () => call('app.info', undefined),
    vault: new Vault(vaultHost),
    openData: async (deps) => {
      const { openData } = await import('#renderer/data/open-data.ts');
      const mine = ahead;
      ahead = undefined;
      return openData({ ...deps, journal, ledger: ledgerPort, ahead: mine });
    },
    prepareData: () => {
      void import('#renderer/data/opening.ts').then(({ openAhead }) => {
        ahead ??= openAhead({ journal });
      });
    },
    documents: documentPort,
    kiosk: kioskHost,
    backup: backupHost,
    rehearse: async (...given) => (await import('#renderer/data/rehearsal.ts')).rehearse(...given),
    sync: syncHost,
    reload,
    now: () => new Date(),
    randomBytes,
    expectNext: (accountId) => keepChoice('account', accountId ?? ''),
  };
}
