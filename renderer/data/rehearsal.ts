/**
 * Opens a snapshot's frames in memory as replay would open them. Guarantees that what it reports is what restoring
 * gives: every frame's sealed trailer must speak of that frame's rows, and the rows that remain must have the sums that
 * the last trailer names. It writes nowhere.
 */
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { FrameRow, FrameTrailer } from '#shared/journal/frame.ts';
import type { Rehearsal } from '#shared/ports/backup.ts';
import type { Opened, Sealing } from '#shared/ports/sealing.ts';
import { breather } from './breather.ts';
import { type Manifest, moved, sameSums, toSums } from './manifest.ts';
import { decodeRecord } from './record-codec.ts';
import { FrameRefusedError, openContent } from './replay.ts';

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

/** What is kept of a row: enough for the sums and the counts, and little enough for the largest site. */
interface SeenRow {
  readonly rev: string;
  readonly opens: boolean;
  /** A person that the list of people shows. */
  readonly isPerson: boolean;
}

/** By table and id, the newest state of every row. */
type Seen = ReadonlyMap<string, ReadonlyMap<string, SeenRow>>;

interface Gathered {
  readonly seen: Seen;
  readonly trailer: FrameTrailer;
}

/** Rows that are opened, or whose digests are summed, without a breath in between. */
const together = 100;

type Breathe = () => Promise<void>;

function isPerson(table: string, opened: Opened): boolean {
  if (table !== 'participant' || !opened.ok) return false;
  const record = decodeRecord('participant', opened.value);
  return record !== undefined && 'value' in record && record.value.mergedInto === null;
}

/** Opens a frame's rows, some of a table at once, and notes what came of them. */
async function openRows(
  sealing: Sealing,
  rows: readonly FrameRow[],
  seen: Map<string, Map<string, SeenRow>>,
  breathe: Breathe,
): Promise<void> {
  for (const [table, list] of Map.groupBy(rows, (row) => row.table)) {
    const known = seen.get(table) ?? new Map<string, SeenRow>();
    seen.set(table, known);
    for (let from = 0; from < list.length; from += together) {
      const part = list.slice(from, from + together).map(({ row }) => row);
      const opened = await sealing.openAll(table, part);
      for (const [at, { id, rev }] of part.entries()) {
        const answer = opened[at];
        known.set(id, {
          rev,
          opens: answer?.ok === true,
          isPerson: answer !== undefined && isPerson(table, answer),
        });
      }
      await breathe();
    }
  }
}

/** The newest state of every row, or why the snapshot was refused. */
async function gather(
  sealing: Sealing,
  read: ReadFrames,
  onFrame: (seq: number) => void,
  breathe: Breathe,
): Promise<Result<Gathered, string>> {
  const seen = new Map<string, Map<string, SeenRow>>();
  let trailer: FrameTrailer | undefined;
  let last = 0;
  for (let end = false; !end; ) {
    const page = await read(last + 1);
    if (!page.ok) return page;
    for (const { seq, payload } of page.value.frames) {
      const opened = await openContent(sealing, seq, payload, trailer === undefined, breathe);
      // A compacted journal begins later; whether anything is missing before it the sums tell.
      if (last > 0 && seq !== last + 1) return err('backup.damaged');
      last = seq;
      trailer = opened.trailer;
      await breathe();
      await openRows(sealing, opened.rows, seen, breathe);
    }
    onFrame(last);
    ({ end } = page.value);
    if (!end && page.value.frames.length === 0) return err('backup.damaged');
  }
  return trailer ? ok({ seen, trailer }) : err('backup.damaged');
}

/** Whether the rows that remain are those that the last trailer counts. */
async function sumsAgree(sealing: Sealing, { seen, trailer }: Gathered, breathe: Breathe): Promise<boolean> {
  let manifest: Manifest = new Map();
  for (const [table, byId] of seen) {
    const all = [...byId];
    for (let at = 0; at < all.length; at += together) {
      const added = all.slice(at, at + together).map(([id, { rev }]) => ({
        table,
        before: undefined,
        after: sealing.digest(table, id, rev),
      }));
      manifest = moved(manifest, added);
      await breathe();
    }
  }
  return sameSums(toSums(manifest), trailer.sums);
}

/** @param lastSeq of the snapshot, for the progress from 0 to 1. The error is a failure code. */
export async function rehearse(
  sealing: Sealing,
  read: ReadFrames,
  lastSeq: number,
  onProgress: (done: number) => void,
): Promise<Result<Rehearsal, string>> {
  const breathe = breather();
  const gathered = await gather(sealing, read, (seq) => onProgress(seq / lastSeq), breathe).catch(
    (error: unknown): Result<Gathered, string> => {
      if (error instanceof FrameRefusedError) return err('backup.foreign');
      throw error;
    },
  );
  if (!gathered.ok) return gathered;
  const { seen, trailer } = gathered.value;
  if (trailer.seq !== lastSeq || !(await sumsAgree(sealing, gathered.value, breathe)))
    return err('backup.damaged');
  const rows = [...seen.values()].flatMap((byId) => [...byId.values()]);
  return ok({
    people: rows.filter((row) => row.isPerson).length,
    sessions: seen.get('session')?.size ?? 0,
    unreadable: rows.filter((row) => !row.opens).length,
  });
}
