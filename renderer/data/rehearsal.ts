/**
 * Opens a snapshot's frames in memory as replay would open them. Guarantees that what it reports is what restoring
 * gives: every frame's sealed trailer must speak of that frame's rows, and the rows that remain must have the sums that
 * the last trailer names. It writes nowhere.
 */
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { FrameTrailer } from '#shared/journal/frame.ts';
import type { Rehearsal } from '#shared/ports/backup.ts';
import type { SealedRow, Sealing } from '#shared/ports/sealing.ts';
import { digestSum, sameSums } from './manifest.ts';
import { decodeRecord } from './record-codec.ts';
import { FrameRefusedError, openFrame } from './replay.ts';

/** Frames from `fromSeq` on; the error is a failure code. */
export type ReadFrames = (fromSeq: number) => Promise<
  Result<
    {
      readonly frames: readonly { readonly seq: number; readonly payload: Uint8Array }[];
      readonly end: boolean;
    },
    string
  >
>;

type Rows = ReadonlyMap<string, ReadonlyMap<string, SealedRow>>;

interface Gathered {
  readonly rows: Rows;
  readonly trailer: FrameTrailer;
}

/** Rows that are opened, and frames that are looked through, between two breaths of the window. */
const atOnce = 400;

/** The newest state of every row, or why a frame was refused. */
async function gather(
  sealing: Sealing,
  read: ReadFrames,
  onFrame: (seq: number) => void,
): Promise<Result<Gathered, string>> {
  const rows = new Map<string, Map<string, SealedRow>>();
  let trailer: FrameTrailer | undefined;
  for (let end = false; !end; ) {
    const page = await read((trailer?.seq ?? 0) + 1);
    if (!page.ok) return page;
    const { frames } = page.value;
    for (let at = 0; at < frames.length; at += atOnce) {
      const slice = frames.slice(at, at + atOnce);
      const opened = await Promise.all(slice.map(({ seq, payload }) => openFrame(sealing, seq, payload)));
      for (const { frame, trailer: said } of opened) {
        if (said.seq !== (trailer?.seq ?? 0) + 1) return err('backup.damaged');
        trailer = said;
        for (const { table, row } of frame.rows) {
          const known = rows.get(table) ?? new Map<string, SealedRow>();
          rows.set(table, known.set(row.id, row));
        }
      }
      onFrame(trailer?.seq ?? 0);
    }
    ({ end } = page.value);
    if (!end && frames.length === 0) return err('backup.damaged');
  }
  return trailer ? ok({ rows, trailer }) : err('backup.damaged');
}

/** Whether the rows that remain are those that the last trailer counts. */
function sumsAgree(sealing: Sealing, { rows, trailer }: Gathered): boolean {
  const sums = [...rows].map(([table, byId]) => {
    const digests = [...byId.values()].map((row) => sealing.digest(table, row.id, row.rev));
    return [table, { count: byId.size, sum: digestSum(digests) }] as const;
  });
  return sameSums(Object.fromEntries(sums), trailer.sums);
}

/** Opens every row of a table, some at a time. @param onRow gets those that open. */
async function openTable(
  sealing: Sealing,
  table: string,
  rows: ReadonlyMap<string, SealedRow>,
  onOpened: (opened: Extract<Awaited<ReturnType<Sealing['open']>>, { ok: true }>['value']) => void,
): Promise<number> {
  const all = [...rows.values()];
  let unreadable = 0;
  for (let at = 0; at < all.length; at += atOnce) {
    for (const answer of await sealing.openAll(table, all.slice(at, at + atOnce))) {
      if (answer.ok) onOpened(answer.value);
      else unreadable += 1;
    }
  }
  return unreadable;
}

/** @param lastSeq of the snapshot, for the progress from 0 to 1. The error is a failure code. */
export async function rehearse(
  sealing: Sealing,
  read: ReadFrames,
  lastSeq: number,
  onProgress: (done: number) => void,
): Promise<Result<Rehearsal, string>> {
  const gathered = await gather(sealing, read, (seq) => onProgress((0.7 * seq) / lastSeq)).catch(
    (error: unknown): Result<Gathered, string> => {
      if (error instanceof FrameRefusedError) return err('backup.foreign');
      throw error;
    },
  );
  if (!gathered.ok) return gathered;
  if (gathered.value.trailer.seq !== lastSeq || !sumsAgree(sealing, gathered.value))
    return err('backup.damaged');
  const { rows } = gathered.value;
  let people = 0;
  let unreadable = 0;
  let tables = 0;
  for (const [table, byId] of rows) {
    unreadable += await openTable(sealing, table, byId, (opened) => {
      if (table !== 'participant') return;
      if (decodeRecord('participant', opened)?.value.mergedInto === null) people += 1;
    });
    tables += 1;
    onProgress(0.7 + (0.3 * tables) / rows.size);
  }
  return ok({ people, sessions: rows.get('session')?.size ?? 0, unreadable });
}
