import { recordKinds } from '#shared/domain/records/registry.ts';
import type { Sealing } from '#shared/ports/sealing.ts';
import type { SealedDatabase } from './database.ts';
import { type Manifest, moved, sameSums, toSums } from './manifest.ts';
import { nextIdle } from './next-task.ts';
import { type RowIdentities, rowIdentities } from './row-identities.ts';
import type { Store } from './store.ts';

/** Milliseconds without a write before a count that was disturbed begins anew: a busy desk comes first. */
const pause = 30_000;

/**
 * Sums every row's (table, id, rev) anew and compares with the manifest. On a mismatch the next unlock rebuilds from
 * the journal, and `onMismatch` is called. A write that comes in between ends the count; it begins anew in the next pause.
 */
export async function verifyManifest(
  db: SealedDatabase,
  sealing: Sealing,
  store: Store,
  onMismatch: () => void,
): Promise<boolean> {
  for (;;) {
    const seq = store.state.seq;
    const identities = rowIdentities(db.name);
    // A lock in between ends the check with an error, and says nothing of the rows.
    const counted = await countRows(identities, sealing, () => store.state.seq !== seq).finally(() =>
      identities.close(),
    );
    if (!counted) {
      await quiet(store);
      continue;
    }
    if (counted !== 'unreadable' && sameSums(toSums(counted), toSums(store.state.manifest))) return true;
    await store.distrust();
    onMismatch();
    return false;
  }
}

/** Resolves when nothing was written for the length of the pause. */
async function quiet(store: Store): Promise<void> {
  for (;;) {
    const { seq } = store.state;
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (store.state.seq === seq) return;
  }
}

/** The sums of the rows as they lie there; `undefined`: they were disturbed meanwhile. */
async function countRows(
  identities: RowIdentities,
  sealing: Sealing,
  disturbed: () => boolean,
): Promise<Manifest | 'unreadable' | undefined> {
  let manifest: Manifest = new Map();
  for (const table of recordKinds) {
    for (let after: string | undefined; ; ) {
      const answer = await identities.read(table, after);
      if (answer === 'unreadable') return answer;
      const { rows, isEnd } = answer;
      await nextIdle();
      if (disturbed()) return undefined;
      manifest = moved(
        manifest,
        rows.map(([id, rev]) => ({ table, before: undefined, after: sealing.digest(table, id, rev) })),
      );
      if (isEnd) break;
      after = rows.at(-1)?.[0];
    }
  }
  return manifest;
}
