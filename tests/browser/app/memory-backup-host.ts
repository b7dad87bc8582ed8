import type { BackupHost } from '#renderer/app/backup/backup-host.ts';
import type { Snapshot } from '#shared/ipc/contract/backup.ts';
import type { MemoryJournal } from '#tests/browser/data/harness.ts';
import { madeSnapshot, nothingBackedUp } from '#tests/memory/memory-backup.ts';

export interface MemoryBackupHost extends BackupHost {
  /** A snapshot of the journal as it stands. */
  keep(madeAt: Date): Snapshot;
  /** What the next chosen file does to the computer; `null`: cancelled. */
  nextFile: (() => void) | null;
}

/** Main's part of backups over the frames of a journal in memory. */
export function memoryBackupHost(journal: MemoryJournal): MemoryBackupHost {
  const kept = new Map<string, { readonly snapshot: Snapshot; readonly frames: readonly Uint8Array[] }>();
  const host: MemoryBackupHost = {
    nextFile: null,
    keep: (madeAt) => {
      const snapshot = madeSnapshot(madeAt, { lastSeq: journal.frames.length });
      kept.set(snapshot.name, { snapshot, frames: [...journal.frames] });
      return snapshot;
    },
    state: async () => ({ ok: true, value: nothingBackedUp }),
    onChanged: () => () => undefined,
    list: async () => ({ ok: true, value: [...kept.values()].map(({ snapshot }) => snapshot).reverse() }),
    make: async () => ({ ok: true, value: nothingBackedUp }),
    verify: async () => ({ ok: true, value: { read: kept.size, damaged: 0, stopped: false } }),
    stopVerifying: async () => ({ ok: true, value: undefined }),
    chooseFolder: async () => ({ ok: true, value: { chosen: false } }),
    read: async ({ name }, fromSeq, maxBytes) => {
      const found = kept.get(name);
      if (!found) return { ok: false, error: 'backup.missing' };
      const frames: { seq: number; payload: Uint8Array<ArrayBuffer> }[] = [];
      let bytes = 0;
      for (let seq = fromSeq; seq <= found.frames.length && (bytes === 0 || bytes < maxBytes); seq++) {
        const payload = found.frames[seq - 1] ?? new Uint8Array();
        bytes += payload.length;
        frames.push({ seq, payload: new Uint8Array(payload) });
      }
      return { ok: true, value: { frames, end: fromSeq + frames.length > found.frames.length, base: 0 } };
    },
    restore: async ({ name }) => {
      const found = kept.get(name);
      if (!found) return { ok: false, error: 'backup.missing' };
      journal.frames = [...found.frames];
      return { ok: true, value: undefined };
    },
    listSetAside: async () => ({ ok: true, value: [] }),
    deleteSetAside: async () => ({ ok: true, value: undefined }),
    dismissLedger: async () => ({ ok: true, value: undefined }),
    compactJournal: async () => {
      const bytesBefore = journal.bytes();
      journal.compact(1_000_000);
      return { ok: true, value: { bytesBefore, bytesAfter: journal.bytes() } };
    },
    restoreFile: async () => {
      host.nextFile?.();
      return { ok: true, value: { restored: host.nextFile !== null } };
    },
  };
  return host;
}
