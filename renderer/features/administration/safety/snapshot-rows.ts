import type { Snapshot } from '#shared/ipc/contract/backup.ts';

/** A snapshot and where it lies: a copy in the second place is no other snapshot. */
export interface SnapshotRow {
  /** What a deed is done with: the copy here where it is whole, for it is near. */
  readonly snapshot: Snapshot;
  readonly where: 'here' | 'away' | 'both';
  /** At least one copy of it is. */
  readonly whole: boolean;
}

/** Snapshots of both places, newest first, each once. */
export function snapshotRows(snapshots: readonly Snapshot[]): readonly SnapshotRow[] {
  const byName = Map.groupBy(snapshots, ({ name }) => name);
  return [...byName.values()].flatMap((copies) => {
    const [first] = copies;
    const here = copies.find(({ place }) => place === 'here');
    const snapshot = here?.whole ? here : (copies.find(({ whole }) => whole) ?? first);
    if (!snapshot) return [];
    const where = copies.length > 1 ? 'both' : snapshot.place;
    return [{ snapshot, where, whole: snapshot.whole } as const];
  });
}
