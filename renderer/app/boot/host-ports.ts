import type { LedgerPort } from '#renderer/data/erasure-ledger.ts';
import type { JournalPort } from '#renderer/data/journal-port.ts';
import { call, on } from '#renderer/host/host.ts';
import type { CameraAccess } from '#renderer/ui/scanner/camera-access.ts';
import { asBytes } from '#renderer/vault/bytes.ts';
import type { VaultHost } from '#renderer/vault/vault-host.ts';
import { ok } from '#shared/domain/result.ts';
import type { BackupHost } from '../backup/backup-host.ts';
import type { KioskHost } from '../kiosk/kiosk-host.ts';

/** The vault's dealings with main. */
export const vaultHost: VaultHost = {
  readHeader: () => call('header.read', undefined),
  writeHeader: (file) => call('header.write', file),
  loadSiteSecret: () => call('keystore.loadSiteSecret', undefined),
  storeSiteSecret: (secret) => call('keystore.storeSiteSecret', asBytes(secret)),
  throttleState: () => call('throttle.state', undefined),
  throttleAttempt: () => call('throttle.attempt', undefined),
  throttleSucceeded: () => call('throttle.succeeded', undefined),
};

/** The data layer's journal. */
export const journalPort: JournalPort = {
  status: () => call('journal.status', undefined),
  append: (seq, payload) => call('journal.append', { seq, payload: asBytes(payload) }),
  read: (fromSeq, maxBytes) => call('journal.read', { fromSeq, maxBytes }),
};

/** The data layer's erasure ledger. */
export const ledgerPort: LedgerPort = {
  read: async () => {
    const answer = await call('erasures.read', undefined);
    return answer.ok ? ok(answer.value.entries) : answer;
  },
  add: (entries) => call('erasures.add', { entries: entries.map(asBytes) }),
};

/** The camera, which main gives only while codes are scanned. */
export const cameraAccess: CameraAccess = {
  begin: async () => (await call('camera.begin', undefined)).ok,
  end: () => void call('camera.end', undefined),
};

/** The kiosk's store and inbox. */
export const kioskHost: KioskHost = {
  start: ({ store, key }) => call('kiosk.start', { store: asBytes(store), key: asBytes(key) }),
  open: () => call('kiosk.open', undefined),
  append: (entry) => call('kiosk.append', asBytes(entry)),
  readInbox: () => call('kiosk.readInbox', undefined),
  clearInbox: ({ taken, aside }) => call('kiosk.clearInbox', { taken: [...taken], aside: [...aside] }),
  end: () => call('kiosk.end', undefined),
};

/** Snapshots, which main makes and keeps. */
export const backupHost: BackupHost = {
  state: () => call('backup.state', undefined),
  onChanged: (listener) => on('backup.changed', listener),
  list: () => call('backup.list', undefined),
  make: () => call('backup.make', undefined),
  verify: () => call('backup.verify', undefined),
  stopVerifying: () => call('backup.stopVerifying', undefined),
  chooseFolder: () => call('backup.chooseFolder', undefined),
  read: ({ place, name }, fromSeq, maxBytes) => call('backup.read', { place, name, fromSeq, maxBytes }),
  restore: ({ place, name }) => call('backup.restore', { place, name }),
  compactJournal: () => call('journal.compact', undefined),
  restoreFile: () => call('backup.restoreFile', undefined),
  listSetAside: () => call('backup.listSetAside', undefined),
  deleteSetAside: (id) => call('backup.deleteSetAside', { id }),
  dismissLedger: () => call('backup.dismissLedger', undefined),
};
