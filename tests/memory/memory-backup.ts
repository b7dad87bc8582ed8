import type { BackupState, SetAside, Snapshot } from '#shared/ipc/contract/backup.ts';
import type { BackupPort, Rehearsal } from '#shared/ports/backup.ts';

/** Where snapshots lie in a test, and what was done with them. */
export interface MemoryBackup extends BackupPort {
  readonly snapshots: Snapshot[];
  /** What restores have set aside. */
  aside: readonly SetAside[];
  readonly restored: string[];
  /** What the next rehearsal finds; a text is a failure code. */
  found: Rehearsal | string;
  /** The next deed fails with this code. */
  failure: string | undefined;
  /** The folder that the next choice gives; `null`: cancelled. */
  nextFolder: string | null;
  set(change: Partial<BackupState>): void;
}

export const nothingBackedUp: BackupState = {
  busy: false,
  verifying: null,
  unsaved: 1,
  here: { newest: null, problem: null },
  away: { newest: null, problem: null, folder: null, ledger: null },
  restoredWithout: null,
};

/** A snapshot by its time; of that second, with nothing special about it. */
export function madeSnapshot(madeAt: Date, change: Partial<Snapshot> = {}): Snapshot {
  const time = madeAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  return {
    place: 'here',
    name: `wegmarke-abababab-${time}Z-12.wms`,
    madeAt: madeAt.getTime(),
    lastSeq: 12,
    bytes: 1_234_567,
    whole: true,
    verifiedAt: madeAt.getTime(),
    ...change,
  };
}

/** Backups without main: what a test puts there is there. */
export function memoryBackup(now: () => Date): MemoryBackup {
  let state = nothingBackedUp;
  const listeners = new Set<() => void>();
  const refuse = (code: string) => ({ ok: false, error: { code } }) as const;
  const backup: MemoryBackup = {
    snapshots: [],
    aside: [],
    restored: [],
    found: { people: 1, sessions: 1, unreadable: 0 },
    failure: undefined,
    nextFolder: null,
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    list: async () => ({ ok: true, value: [...backup.snapshots] }),
    makeNow: async () => {
      if (backup.failure !== undefined) return refuse(backup.failure);
      const newest = madeSnapshot(now());
      backup.snapshots.unshift(newest);
      backup.set({ unsaved: 0, here: { newest, problem: null } });
      return { ok: true, value: undefined };
    },
    verifyAll: async () => ({
      ok: true,
      value: { read: backup.snapshots.length, damaged: 0, stopped: false },
    }),
    stopVerifying: () => undefined,
    chooseFolder: async () => {
      if (backup.failure !== undefined) return refuse(backup.failure);
      if (backup.nextFolder !== null)
        backup.set({ away: { newest: null, problem: null, folder: backup.nextFolder, ledger: null } });
      return { ok: true, value: backup.nextFolder !== null };
    },
    rehearse: async (_snapshot, onProgress) => {
      onProgress(1);
      return typeof backup.found === 'string' ? refuse(backup.found) : { ok: true, value: backup.found };
    },
    listSetAside: async () => ({ ok: true, value: [...backup.aside] }),
    deleteSetAside: async (id) => {
      if (backup.failure !== undefined) return refuse(backup.failure);
      backup.aside = backup.aside.filter((one) => one.id !== id);
      return { ok: true, value: undefined };
    },
    dismissLedger: () => backup.set({ restoredWithout: null }),
    restore: async ({ name }) => {
      if (backup.failure !== undefined) return refuse(backup.failure);
      backup.restored.push(name);
      return { ok: true, value: undefined };
    },
  };
  return backup;
}
