import { recordKinds } from '#shared/domain/records/registry.ts';
import type { Sealing } from '#shared/ports/sealing.ts';
import type { SealedDatabase } from './database.ts';
import { type Manifest, moved, sameSums, toSums } from './manifest.ts';
import type { Store } from './store.ts';

/** Rows looked at in one go; between two the window draws. */
const slice = 500;
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
    const counted = await countRows(db, sealing, () => store.state.seq !== seq);
    if (!counted) {
      await quiet(store);
      continue;
    }
    if (sameSums(toSums(counted), toSums(store.state.manifest))) return true;
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

/** The sums of the rows as they lie there, or `undefined` if they were disturbed meanwhile. */
async function countRows(
  db: SealedDatabase,
  sealing: Sealing,
  disturbed: () => boolean,
): Promise<Manifest | undefined> {
  let manifest: Manifest = new Map();
  for (const table of recordKinds) {
    let after: string | undefined;
    for (;;) {
      const range =
        after === undefined ? db.sealed(table).toCollection() : db.sealed(table).where('id').above(after);
      const rows = await range.limit(slice).toArray();
      if (disturbed()) return undefined;
      manifest = moved(
        manifest,
        rows.map(({ id, rev }) => ({ table, before: undefined, after: sealing.digest(table, id, rev) })),
      );
      if (rows.length < slice) break;
      after = rows.at(-1)?.id;
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return manifest;
}
