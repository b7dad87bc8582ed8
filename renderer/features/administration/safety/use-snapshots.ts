import { useEffect, useState } from 'react';
import { useServices } from '#renderer/services/use-services.ts';
import type { BackupState } from '#shared/ipc/contract/backup.ts';
import { type SnapshotRow, snapshotRows } from './snapshot-rows.ts';

export interface ListedSnapshots {
  /** `undefined` until main has answered. */
  readonly rows: readonly SnapshotRow[] | undefined;
  /** Reads the list anew. */
  readonly again: () => void;
}

/** All snapshots, read anew whenever one was made or copied. */
export function useSnapshots(state: BackupState | undefined): ListedSnapshots {
  const { backup } = useServices();
  const [rows, setRows] = useState<readonly SnapshotRow[]>();
  const [turn, setTurn] = useState(0);
  const newest = `${state?.here.newest?.name} ${state?.away.newest?.name} ${state?.away.folder} ${turn}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `newest` is what changes the list
  useEffect(() => {
    let current = true;
    void backup.list().then((answer) => {
      if (current && answer.ok) setRows(snapshotRows(answer.value));
    });
    return () => {
      current = false;
    };
  }, [backup, newest]);
  return { rows, again: () => setTurn((before) => before + 1) };
}
