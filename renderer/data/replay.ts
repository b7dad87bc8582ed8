/**
 * Applies journal frames to the database. Guarantees, against a crash between journal and database, a lost database
 * and a second application: rows that are there already are left as they are, and after every frame the manifest must
 * be what the frame's sealed trailer says, or replay stops there and says so. The pages with which a compacted journal
 * begins have no trailer: they are taken into an empty database only, and the first frame behind them vouches for them.
 */
import type { ChainHeads } from '#shared/domain/audit/chain.ts';
import { type RecordKind, recordKinds } from '#shared/domain/records/registry.ts';
import {
  decodeFrame,
  decodePage,
  type Frame,
  type FrameRow,
  type FrameTrailer,
  frameTable,
  rowsIn,
} from '#shared/journal/frame.ts';
import type { SealedRow, Sealing, Unsealed } from '#shared/ports/sealing.ts';
import { projected } from './command-runner.ts';
import type { SealedDatabase } from './database.ts';
import type { DirectoryStore, EntryChange } from './directory-store.ts';
import { digestSum, type Manifest, moved, sameSums, toSums } from './manifest.ts';
import { decodeJson, encodeJson } from './record-codec.ts';
import type { SealedRecords } from './sealed-records.ts';
import { layoutVersion, type Root, rootId, writeTransaction } from './store.ts';

export interface ReplayDeps {
  readonly db: SealedDatabase;
  readonly sealing: Sealing;
  readonly records: SealedRecords;
  readonly directory: DirectoryStore;
  /** For the root and the directory's chunks. */
  readonly newRev: (seq: number) => string;
  /** Whether the clock goes on from that stamp: those of other workstations may be years ahead. */
  readonly follows: (stamp: string) => boolean;
}

export interface Applied {
  readonly seq: number;
  readonly manifest: Manifest;
  readonly rows: number;
  readonly lastStamp: string;
  /** Where the audit chains end. */
  readonly heads: ChainHeads;
  /** Nothing but pages so far: no trailer has vouched for the rows yet. */
  readonly unproved: boolean;
}

/** Why a frame was not applied: it is not a frame of this vault, or the sums after it are not what it says. */
export class FrameRefusedError extends Error {
  readonly seq: number;

  constructor(seq: number) {
    super('a journal frame was refused');
    this.name = 'FrameRefusedError';
    this.seq = seq;
  }
}

/** Rows whose digests are taken without a pause in between. */
const together = 100;

/**
 * Opens a frame's trailer and checks that it speaks of these rows.
 * @param pause awaited now and then by whoever must not hold the window up
 */
export async function openFrame(
  sealing: Sealing,
  seq: number,
  payload: Uint8Array,
  pause?: () => Promise<void>,
): Promise<{ frame: Frame; trailer: FrameTrailer }> {
  const frame = decodeFrame(payload);
  const opened = frame && (await sealing.open(frameTable, frame.trailer));
  if (!frame || !opened?.ok || frame.trailer.id !== String(seq)) throw new FrameRefusedError(seq);
  const trailer = decodeJson<FrameTrailer>(opened.value.bytes);
  const digests: bigint[] = [];
  for (const { table, row } of frame.rows) {
    if (pause && digests.length % together === 0) await pause();
    digests.push(sealing.digest(table, row.id, row.rev));
  }
  const digest = digestSum(digests);
  if (trailer.seq !== seq || trailer.rowsDigest !== digest) throw new FrameRefusedError(seq);
  return { frame, trailer };
}

/** A frame that was opened, or a page where one may be. */
export async function openContent(
  sealing: Sealing,
  seq: number,
  payload: Uint8Array,
  mayBePage: boolean,
  pause?: () => Promise<void>,
): Promise<{ readonly rows: readonly FrameRow[]; readonly trailer: FrameTrailer | undefined }> {
  const page = decodePage(payload);
  if (page && mayBePage) return { rows: page, trailer: undefined };
  const { frame, trailer } = await openFrame(sealing, seq, payload, pause);
  return { rows: frame.rows, trailer };
}

/** Applies frames, in one transaction, and answers with the new state. The last stamp is the highest that was seen. */
export async function applyFrames(
  deps: ReplayDeps,
  frames: readonly { readonly seq: number; readonly payload: Uint8Array }[],
  start: Omit<Applied, 'seq' | 'rows'>,
): Promise<Applied> {
  let { manifest, lastStamp, heads, unproved } = start;
  let rows = 0;
  const present = await presentRows(deps, frames);
  const latest = new Map(present);
  const changes: EntryChange[] = [];
  for (const { seq, payload } of frames) {
    const content = await openContent(deps.sealing, seq, payload, unproved);
    const fresh = content.rows.filter(({ table, row }) => latest.get(key(table, row.id))?.rev !== row.rev);
    manifest = moved(
      manifest,
      fresh.map(({ table, row }) => {
        const old = latest.get(key(table, row.id));
        return {
          table,
          before: old && deps.sealing.digest(table, old.id, old.rev),
          after: deps.sealing.digest(table, row.id, row.rev),
        };
      }),
    );
    const { trailer } = content;
    if (trailer && !sameSums(toSums(manifest), trailer.sums)) throw new FrameRefusedError(seq);
    const seen = await collectChanges(deps, fresh, latest, changes);
    if (seen > lastStamp) lastStamp = seen;
    for (const { table, row } of fresh) latest.set(key(table, row.id), row);
    rows += fresh.length;
    heads = trailer?.heads ?? heads;
    unproved &&= !trailer;
  }
  const seq = frames.at(-1)?.seq ?? 0;
  const applied = { seq, manifest, rows, lastStamp, heads, unproved };
  await write(deps, applied, latest, present, changes);
  return applied;
}

const key = (table: string, id: string): string => `${table} ${id}`;

async function presentRows(
  deps: ReplayDeps,
  frames: readonly { readonly payload: Uint8Array }[],
): Promise<Map<string, SealedRow>> {
  const ids = new Map<RecordKind, Set<string>>();
  for (const { payload } of frames) {
    for (const { table, row } of rowsIn(payload) ?? []) {
      if (!isRecordKind(table)) continue;
      const known = ids.get(table) ?? new Set();
      ids.set(table, known.add(row.id));
    }
  }
  const present = new Map<string, SealedRow>();
  for (const [table, set] of ids) {
    for (const row of await deps.db.sealed(table).bulkGet([...set]))
      if (row) present.set(key(table, row.id), row);
  }
  return present;
}

/** What the rows change in the directory; answers with the highest field stamp among them that the clock follows. */
async function collectChanges(
  deps: ReplayDeps,
  rows: readonly FrameRow[],
  latest: ReadonlyMap<string, SealedRow>,
  changes: EntryChange[],
): Promise<string> {
  let highest = '';
  for (const [table, list] of Map.groupBy(rows, (row) => row.table)) {
    if (!isRecordKind(table)) continue;
    const erased: string[] = [];
    const after = await deps.records.openRows(
      table,
      list.map(({ row }) => row),
      undefined,
      (id, { stamps }) => {
        erased.push(id);
        for (const stamp of Object.values(stamps))
          if (stamp > highest && deps.follows(stamp)) highest = stamp;
      },
    );
    const old = list.map(({ row }) => latest.get(key(table, row.id))).filter((row) => row !== undefined);
    const before = new Map((await deps.records.openRows(table, old)).map((opened) => [opened.id, opened]));
    for (const { id, value, stamps } of after) {
      for (const stamp of Object.values(stamps)) if (stamp > highest && deps.follows(stamp)) highest = stamp;
      const old = before.get(id);
      const change = {
        id,
        before: old && projected(table, id, old.value),
        after: projected(table, id, value),
      };
      if (change.before || change.after) changes.push(change);
    }
    for (const id of erased) {
      const old = before.get(id);
      const entry = old && projected(table, id, old.value);
      if (entry) changes.push({ id, before: entry, after: undefined });
    }
  }
  return highest;
}

async function write(
  deps: ReplayDeps,
  { seq, manifest, lastStamp, heads }: Applied,
  latest: ReadonlyMap<string, SealedRow>,
  present: ReadonlyMap<string, SealedRow>,
  changes: readonly EntryChange[],
): Promise<void> {
  await deps.directory.ensure(
    changes.flatMap(({ before, after }) => [before?.part, after?.part].filter((part) => part !== undefined)),
  );
  const prepared = deps.directory.prepare(changes);
  const plain = (table: string, id: string, value: unknown): Unsealed => ({
    table,
    id,
    rev: deps.newRev(seq),
    index: {},
    schema: layoutVersion,
    bytes: encodeJson(value),
  });
  const [root, ...chunks] = await deps.sealing.sealAll([
    plain('root', rootId, {
      ...{ appliedSeq: seq, sums: toSums(manifest), parts: prepared.parts, lastStamp, heads },
    } satisfies Root),
    ...prepared.written.map((chunk) => plain('directory', chunk.id, chunk)),
  ]);
  const changed = [...latest].filter(([at, row]) => present.get(at) !== row);
  await writeTransaction(deps.db, recordKinds, async (db) => {
    for (const [table, list] of Map.groupBy(changed, ([at]) => at.slice(0, at.indexOf(' ')))) {
      if (isRecordKind(table)) await db.sealed(table).bulkPut(list.map(([, row]) => row));
    }
    await db.sealed('directory').bulkPut(chunks);
    await db.sealed('directory').bulkDelete([...prepared.removed]);
    if (root) await db.sealed('root').put(root);
  });
  prepared.commit();
}

function isRecordKind(table: string): table is RecordKind {
  return (recordKinds as readonly string[]).includes(table);
}
