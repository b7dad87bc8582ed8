import type { ReadFrames, rehearse } from '#renderer/data/rehearsal.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { CommandName } from '#shared/domain/commands/registry.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { BackupState, SnapshotRef } from '#shared/ipc/contract/backup.ts';
import type { CommandPort } from '#shared/ports/app-services.ts';
import type { BackupPort } from '#shared/ports/backup.ts';
import type { BackupHost } from './backup-host.ts';

interface BackupPortDeps {
  readonly host: BackupHost;
  readonly commands: CommandPort;
  /** Over the open vault. */
  readonly rehearse: (
    ...given: Parameters<typeof rehearse> extends [unknown, ...infer Rest] ? Rest : never
  ) => ReturnType<typeof rehearse>;
  /** Goes to the lock screen: what is opened is not the data that is there now. */
  readonly leave: () => void;
}

/** What crosses from main at a time: small enough not to hold the window up. */
const pageBytes = 1_048_576;

type Deed = Extract<CommandName, `backup.${string}`>;

/** Snapshots for the screens. Every deed is noted first, so that its entry is in what it concerns. */
export function backupPort({ host, commands, rehearse: open, leave }: BackupPortDeps): BackupPort {
  let state: BackupState | undefined;
  const listeners = new Set<() => void>();
  const set = (next: BackupState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  // For as long as the window: with the lock the whole page goes.
  host.onChanged(set);
  void host.state().then((answer) => {
    if (answer.ok) set(answer.value);
  });

  /** Leaves the entry and then does it. */
  async function noted<T>(deed: Deed, action: () => Promise<Result<T, string>>): Promise<Result<T, Refusal>> {
    const note = await commands.execute(deed, { ids: [facilityId] });
    // A journal that takes no more entries is what restoring is for; the role is checked in any case.
    if (!note.ok && (note.error.code === 'role' || deed !== 'backup.restore')) return note;
    const answer = await action();
    return answer.ok ? answer : err({ code: answer.error });
  }

  const reader =
    (ref: SnapshotRef): ReadFrames =>
    (fromSeq) =>
      host.read(ref, fromSeq, pageBytes);

  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    list: async () => {
      const answer = await host.list();
      return answer.ok ? answer : err({ code: answer.error });
    },
    makeNow: () =>
      noted('backup.make', async () => {
        const made = await host.make();
        return made.ok ? ok(undefined) : made;
      }),
    verifyAll: () => noted('backup.verify', () => host.verify()),
    stopVerifying: () => void host.stopVerifying(),
    chooseFolder: () =>
      noted('backup.chooseFolder', async () => {
        const answer = await host.chooseFolder();
        return answer.ok ? ok(answer.value.chosen) : answer;
      }),
    rehearse: (snapshot, onProgress) =>
      noted('backup.rehearse', () => open(reader(snapshot), snapshot.lastSeq, onProgress)),
    listSetAside: async () => {
      const answer = await host.listSetAside();
      return answer.ok ? answer : err({ code: answer.error });
    },
    deleteSetAside: (id) =>
      noted('backup.deleteSetAside', async () => {
        const answer = await host.deleteSetAside(id);
        // The disk's own sentences are about saving.
        return answer.ok ? answer : err('backup.still-aside');
      }),
    // Should the disk refuse, it is said again after the next unlock.
    dismissLedger: () => void host.dismissLedger(),
    restore: (ref) =>
      noted('backup.restore', async () => {
        const answer = await host.restore(ref);
        if (answer.ok) leave();
        return answer;
      }),
  };
}
