/** Journals whose frames hold rows, compacted over a disk in memory. */

import { join } from 'node:path';
import { guardFileSystem } from '#electron/disk/guarded-file-system.ts';
import type { Journal } from '#electron/journal/journal.ts';
import type { ReplaceableJournal } from '#electron/journal/replaceable-journal.ts';
import { swapIn } from '#electron/journal/swap.ts';
import { writeCompacted } from '#electron/journal/write-compacted.ts';
import { encodeFrame, type FrameRow, rowsIn } from '#shared/journal/frame.ts';
import type { SealedRow } from '#shared/ports/sealing.ts';
import type { FaultFileSystem } from '#tests/unit/electron/disk/fault-file-system.ts';
import { directory } from './memory-journal.ts';

/** A row's body is text that no other write has, so that it can be looked for on the disk. */
function sealedRow(id: string, rev: string, length = 20): SealedRow {
  const text = `<${id}|${rev}>`;
  const body = Buffer.from(text.repeat(Math.ceil((length + 20) / text.length)));
  return { id, rev, keyId: 'e', index: {}, nonce: new Uint8Array(12), body: new Uint8Array(body) };
}

/** A frame that writes these ids. */
export function frameOf(
  seq: number,
  ids: readonly string[],
  rev = String(seq),
  length = 20,
): Uint8Array<ArrayBuffer> {
  const rows: FrameRow[] = ids.map((id) => ({ table: 'participant', row: sealedRow(id, rev, length) }));
  return encodeFrame({ trailer: sealedRow(`t${seq}`, rev), rows });
}

/** Appends a frame for each list of ids. */
export async function appendRows(journal: Journal, plan: readonly (readonly string[])[]): Promise<void> {
  for (const ids of plan) {
    const seq = journal.status().lastSeq + 1;
    await journal.append(seq, frameOf(seq, ids));
  }
}

/** All payloads from the beginning on, with their sequences. */
export async function framesOf(
  journal: Journal,
): Promise<readonly { readonly seq: number; readonly payload: Buffer }[]> {
  const found: { readonly seq: number; readonly payload: Buffer }[] = [];
  for (let next = 1, end = false; !end; ) {
    const page = await journal.read(next, 300);
    for (const { seq, payload } of page.frames) {
      if (found.length > 0 && seq !== next) throw new Error(`frame ${seq} in the place of ${next}`);
      found.push({ seq, payload: Buffer.from(payload) });
      next = seq + 1;
    }
    ({ end } = page);
  }
  return found;
}

/** The rev of each row after replaying these payloads. */
export function revsAfter(payloads: Iterable<Uint8Array>): ReadonlyMap<string, string> {
  const revs = new Map<string, string>();
  for (const payload of payloads) {
    const rows = rowsIn(payload);
    if (!rows) throw new Error('a payload without rows');
    for (const { row } of rows) revs.set(row.id, row.rev);
  }
  return revs;
}

/** Compacts as main does, in one process. @param patience milliseconds until a write counts as failed. */
export async function compactOn(
  fs: Parameters<typeof guardFileSystem>[0],
  journal: ReplaceableJournal,
  patience = 50,
): Promise<boolean> {
  const guarded = guardFileSystem(fs, patience);
  const compacted = await writeCompacted(
    { fs: guarded, demandRoom: async () => undefined, onBytes: () => undefined },
    { journal: directory, upTo: journal.status().lastSeq, leastGain: 0 },
  );
  if (compacted) await swapIn(guarded, directory, journal, compacted);
  return compacted !== null;
}

/** Every file of the journal's folder, by name. */
export async function filesOf(fs: FaultFileSystem): Promise<ReadonlyMap<string, Buffer>> {
  const names = await fs.list(directory);
  return new Map(names.map((name) => [name, fs.contentOf(join(directory, name))]));
}
