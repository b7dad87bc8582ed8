/** The services over an open database (opening.ts): commands, reading, the audit log, and what goes on behind the screens. */

import type { MergedData } from '#shared/domain/after-merge/merged-data.ts';
import { localDay } from '#shared/domain/calendar/dates.ts';
import type { CommandContext } from '#shared/domain/commands/define.ts';
import { ok } from '#shared/domain/result.ts';
import type { SignedIn } from '#shared/ports/account.ts';
import type { AppServices, CommandPort } from '#shared/ports/app-services.ts';
import type { AuditPort } from '#shared/ports/audit.ts';
import type { ProofPort } from '#shared/ports/proof.ts';
import type { Replica } from '#shared/ports/replica.ts';
import type { RetentionPort } from '#shared/ports/retention.ts';
import { hybridClock } from '#shared/sync/clock.ts';
import { AuditLog } from './audit-log.ts';
import { type BegunStore, begunStore } from './begun-store.ts';
import { commandRunner } from './command-runner.ts';
import { damageLog } from './damage.ts';
import { directoryView } from './directory-view.ts';
import { type ErasureLedger, erasureLedger, type LedgerPort } from './erasure-ledger.ts';
import { verifyManifest } from './manifest-check.ts';
import { type DatabaseAhead, type DatabaseDeps, openAhead, openWith } from './opening.ts';
import { readableDirectory, readableRecords } from './reading-rights.ts';
import { localReplica } from './replica.ts';
import { Resealing } from './resealing.ts';
import { savingLog } from './saving-state.ts';
import { SealedRecords } from './sealed-records.ts';
import { Store } from './store.ts';

export interface DataDeps extends DatabaseDeps {
  readonly signedIn: SignedIn;
  readonly proofSigner: CommandContext['proofSigner'];
  /** The erasure ledger that main keeps beside the journal. */
  readonly ledger: LedgerPort;
  /** The database, where it is already being opened. */
  readonly ahead?: DatabaseAhead | undefined;
}

export interface OpenedData
  extends Pick<
    AppServices,
    'signedIn' | 'commands' | 'records' | 'directory' | 'saving' | 'damage' | 'clock'
  > {
  /** Where entries in progress outlive a lock. */
  readonly begun: BegunStore;
  /** The certificate of a number, for checking one that somebody presents; see `ProofPort.registered`. */
  readonly registered: ProofPort['registered'];
  /** Rows that were written again from the journal because the database was lost or damaged; `null` if it was whole. */
  readonly rebuiltRows: number | null;
  /** The data is that of a snapshot, and nothing was written since it was restored. */
  readonly restored: boolean;
  /** The audit log but for the names, which stand in the vault. */
  readonly audit: Omit<AuditPort, 'accountNames'>;
  /**
   * Erases again what the ledger says and a restored snapshot brought back. Answers what came of it, or why it could not
   * be done.
   */
  repeatErasures(): Promise<RetentionPort['repeated']>;
  /** Seals every row again that lies under an older key. */
  readonly resealing: Resealing;
  /** The data as sync has it. */
  readonly replica: Replica;
  /** Everything, whoever is signed in: what is looked at after a merge. */
  readonly merged: Omit<MergedData, 'likelySame'>;
  /** Takes erasures of other workstations into the ledger. */
  keepErasures(): Promise<void>;
  /** Reads every row's identity and compares with the manifest. `false`: something is missing; the next unlock rebuilds. */
  verify(): Promise<boolean>;
  /** Resolves when everything that was saved is in the database too. */
  settled(): Promise<void>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

const idAlphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Opens, catches up with the journal, and gives the services. */
export async function openData(deps: DataDeps): Promise<OpenedData> {
  const newId = (): string => Array.from(deps.randomBytes(26), (byte) => idAlphabet[byte % 32]).join('');
  const damage = damageLog();
  const saving = savingLog(deps.now);
  const ahead = deps.ahead ?? openAhead(deps);
  const db = await ahead.db;
  const records = new SealedRecords(db, deps.sealing, damage.note);
  const opened = await openWith({ deps, db, records, newId }).catch((error: unknown) => {
    db.close();
    throw error;
  });
  const readOnly = opened.journalDamaged ? 'journal.damaged' : opened.readOnly;
  if (readOnly) saving.stop(readOnly);
  const store = new Store(
    {
      db,
      sealing: deps.sealing,
      journal: deps.journal,
      directory: opened.directory,
      workstationId: deps.workstationId,
      randomBytes: deps.randomBytes,
    },
    { ...opened.state, readOnly, distrusted: false },
  );
  // The journal has refused rows as they were. Right after a rebuild they are refused there too: once is enough.
  if (opened.rebuiltRows === null) {
    const repair = (): void => {
      if (damage.current().some(({ reason }) => reason !== 'newer')) void store.distrust();
    };
    damage.subscribe(repair);
    repair();
  }
  ahead.onUnreadable = () => {
    if (store.state.readOnly !== undefined) return;
    // Should the database refuse this as well, the next unlock finds out for itself.
    store.distrust().catch(() => undefined);
    store.state.readOnly = 'database.unreadable';
    saving.stop('database.unreadable');
  };
  const audit = new AuditLog({
    store,
    records,
    signedIn: deps.signedIn,
    now: deps.now,
    replaced: deps.replacedWorkstations ?? [],
    isRebuilt: opened.rebuiltRows !== null,
  });
  const clock = hybridClock(() => deps.now().getTime(), deps.workstationId, opened.state.lastStamp);
  const today = (): string => localDay(deps.now());
  const directory = directoryView(opened.directory, today);
  const now = () => ({ instant: deps.now(), today: today() });
  const begun = begunStore(db, deps.sealing, deps.signedIn.accountId, () => store.newRev());
  const resealing = new Resealing({ db, sealing: deps.sealing, store, begun });
  const ledger = erasureLedger(db, deps.sealing, deps.ledger);
  const { changed } = directory;
  const replica = localReplica({ db, sealing: deps.sealing, store, records, clock, now: deps.now, changed });
  const commands = commandRunner({
    ...{ store, records, clock, signedIn: deps.signedIn, saving, now, newId, ledger },
    ...{ sheetsOf: directory.sheetsOf, proofSigner: deps.proofSigner },
    changed: (kinds, writes) => {
      changed(kinds, writes);
      replica.written(writes);
    },
  });
  return {
    signedIn: deps.signedIn,
    records: readableRecords(records, directory, deps.signedIn),
    directory: readableDirectory(directory, deps.signedIn),
    begun,
    registered: async (number) =>
      (await records.all('certificate')).find(({ value }) => value.number === number),
    saving,
    damage,
    clock: { now: deps.now, today },
    commands,
    resealing,
    replica,
    merged: { records, directory },
    keepErasures: async () => {
      await ledger.keep();
    },
    repeatErasures: () => repeatErasures(ledger, commands),
    audit,
    rebuiltRows: opened.rebuiltRows,
    restored: opened.restored,
    verify: () =>
      verifyManifest(db, deps.sealing, store, () => {
        if (store.state.readOnly !== undefined) return;
        store.state.readOnly = 'manifest.mismatch';
        saving.stop('manifest.mismatch');
      }),
    settled: () => store.settled(),
    close: async () => {
      resealing.stop();
      await store.settled();
      db.close();
    },
  };
}

/** Deletions that one write repeats: each may touch hundreds of records. */
const repeatedTogether = 5;

async function repeatErasures(
  ledger: ErasureLedger,
  commands: CommandPort,
): Promise<RetentionPort['repeated']> {
  // What is kept now is after a crash between a deletion and its entry in the file.
  const [{ ids, locked }] = await Promise.all([ledger.missing(), ledger.keep()]);
  for (let at = 0; at < ids.length; at += repeatedTogether) {
    const answer = await commands.execute('erasure.repeat', { ids: ids.slice(at, at + repeatedTogether) });
    if (!answer.ok) return answer;
  }
  return ok({ count: ids.length, locked });
}
