/**
 * The local data as sync has it. Guarantees: what comes is merged with what is here inside the one write queue and
 * stored like every write, journal first; what goes is sealed anew under a name that says nothing; and stamps that are
 * published are stored here before (decision 0019).
 */
import { type ChainHeads, entryId } from '#shared/domain/audit/chain.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { type RecordKind, type RecordOf, recordKinds, recordTypes } from '#shared/domain/records/registry.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { rowsIn } from '#shared/journal/frame.ts';
import type { GoingRecord, RecordName, Replica, TakenRecord } from '#shared/ports/replica.ts';
import type { SealedRow, Sealing } from '#shared/ports/sealing.ts';
import type { HybridClock } from '#shared/sync/clock.ts';
import { overwrittenEdits, tidied } from '#shared/sync/edits.ts';
import type { ErasedRecord, RecordVersion, StampedRecord } from '#shared/sync/field-stamps.ts';
import { mergeVersions } from '#shared/sync/merge.ts';
import { picturedKinds, withoutPictures } from '#shared/sync/pictures.ts';
import { rebased } from '#shared/sync/rebase.ts';
import { breather } from './breather.ts';
import { projected } from './command-runner.ts';
import type { SealedDatabase } from './database.ts';
import { decodeJson, encodeErased, encodeJson, encodeRecord } from './record-codec.ts';
import type { SealedRecords } from './sealed-records.ts';
import type { RowWrite, Store } from './store.ts';
import { isKind, latestOwn, type WireRecords, wireRecords } from './wire-records.ts';

interface ReplicaDeps {
  readonly db: SealedDatabase;
  readonly sealing: Sealing;
  readonly store: Store;
  readonly records: SealedRecords;
  readonly clock: HybridClock;
  readonly now: () => Date;
  readonly changed: (kinds: ReadonlySet<RecordKind>, writes: readonly RowWrite[]) => void;
}

/** A record as it lies here. `newer`: written by a newer version of the app, and left alone. */
interface Local {
  readonly row: SealedRow;
  readonly version: RecordVersion | 'newer' | 'refused';
}

type Incoming = Parameters<Replica['take']>[0];

const stateId = 'sync';
/** Of the sealed state. */
const stateSchema = 1;
/** Names that are read at a time. */
const namesTogether = 5_000;
/** Records with pictures that are opened at a time. */
const picturedTogether = 50;
/** Bytes of frames that are read at a time. */
const framesTogether = 4_194_304;

export interface LocalReplica extends Replica {
  /** To be told of every write of a command. */
  written(writes: readonly RowWrite[]): void;
}

export function localReplica(deps: ReplicaDeps): LocalReplica {
  const { db, sealing, store, records } = deps;
  const listeners = new Set<Parameters<Replica['onWritten']>[0]>();
  const { workstationId } = store.deps;
  const wire = wireRecords({ sealing, workstationId, newRev: () => store.newRev() });
  return {
    workstationId,
    keyOf: wire.keyOf,
    open: wire.open,
    epoch: () => sealing.epochs().at(-1) ?? '',
    sealPiece: wire.sealPiece,
    piecesAt: (keys) => piecesAt(deps, wire, keys),
    take: (incoming) => takeAll(deps, incoming),
    outgoing: (going, stored) => store.enqueue(() => outgoing(deps, wire, going, stored)),
    names: () => allNames(db),
    writtenSince: (seq) => writtenSince(store, seq),
    lastSeq: () => store.enqueue(async () => store.state.seq),
    onWritten: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    written: (writes) => {
      const names = writes.map(({ kind, plain, replaces }) => ({ kind, id: plain.id, isNew: !replaces }));
      for (const listener of listeners) listener(names);
    },
    loadState: async () => {
      const row = await db.sealed('root').get(stateId);
      const opened = row && (await sealing.open('root', row));
      return opened?.ok && opened.value.schema === stateSchema ? decodeJson(opened.value.bytes) : undefined;
    },
    saveState: async (state) => {
      const plain = { table: 'root', id: stateId, rev: store.newRev(), index: {}, schema: stateSchema };
      await db.sealed('root').put(await sealing.seal({ ...plain, bytes: encodeJson(state) }));
    },
    hasOverwritten: async (name) => {
      const [local] = await locals(records, name.kind, await db.sealed(name.kind).bulkGet([name.id]));
      return local !== undefined && isOverwritten(name.kind, local.version);
    },
  };
}

/** What lies here under these ids, in order. */
async function locals(
  records: SealedRecords,
  kind: RecordKind,
  rows: readonly (SealedRow | undefined)[],
): Promise<readonly (Local | undefined)[]> {
  const there = rows.filter((row) => row !== undefined);
  const erased = new Map<string, ErasedRecord>();
  const opened = await records.openRows(kind, there, undefined, (id, left) => erased.set(id, left));
  const byId = new Map(opened.map(({ id, row: _row, ...version }) => [id, version as StampedRecord]));
  return rows.map((row) => {
    if (!row) return undefined;
    const schema = ((row.body[0] ?? 0) << 8) | (row.body[1] ?? 0);
    const version =
      byId.get(row.id) ?? erased.get(row.id) ?? (schema > recordTypes[kind].version ? 'newer' : 'refused');
    return { row, version };
  });
}

const isVersion = (version: Local['version'] | undefined): version is RecordVersion =>
  typeof version === 'object';

const same = (one: RecordVersion, other: RecordVersion): boolean =>
  one === other ||
  JSON.stringify(one) === JSON.stringify(other) ||
  canonicalJson(one) === canonicalJson(other);

const isOverwritten = (kind: RecordKind, version: Local['version']): boolean =>
  isVersion(version) &&
  'value' in version &&
  kind !== 'audit' &&
  overwrittenEdits(recordTypes[kind].merging, version).length > 0;

/** A frame of the journal holds so many bytes with room to spare; pictures are nearly all of what is long. */
const frameBytes = 16_777_216;

/** In order, each part as long as one frame takes, or a single one that is longer. */
function inFrames<T>(list: readonly T[], lengthOf: (one: T) => number): readonly (readonly T[])[] {
  const parts: T[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const one of list) {
    length += lengthOf(one);
    if (length > frameBytes) {
      parts.push([]);
      length = lengthOf(one);
    }
    parts.at(-1)?.push(one);
  }
  return parts;
}

async function takeAll(
  deps: ReplicaDeps,
  incoming: Incoming,
): Promise<Result<readonly TakenRecord[], string>> {
  const taken: TakenRecord[] = [];
  for (const part of inFrames(incoming, ({ kind, version }) => picturesLength(kind, version))) {
    const some = await deps.store.enqueue(() => take(deps, part));
    if (!some.ok) return some;
    taken.push(...some.value);
  }
  return ok(taken);
}

const picturesLength = (kind: RecordKind, version: RecordVersion): number =>
  picturedKinds.includes(kind)
    ? withoutPictures(version).pictures.reduce((sum, { picture }) => sum + picture.length, 0)
    : 0;

async function take(deps: ReplicaDeps, incoming: Incoming): Promise<Result<readonly TakenRecord[], string>> {
  const { store, records, clock } = deps;
  const writes: RowWrite[] = [];
  const taken = new Map<(typeof incoming)[number], TakenRecord>();
  const breathe = breather();
  for (const [kind, list] of Map.groupBy(incoming, (record) => record.kind)) {
    const rows = await store.rowsAt(
      kind,
      list.map(({ id }) => id),
    );
    const here = await locals(records, kind, rows);
    for (const [at, record] of list.entries()) {
      const local = here[at];
      // Of a newer app: what comes from an older one waits until this one is updated.
      if (local?.version === 'newer') {
        taken.set(record, {
          kind,
          id: record.id,
          isSettled: true,
          isChanged: false,
          hasOverwritten: false,
          dropped: [],
        });
        continue;
      }
      const mine = isVersion(local?.version) ? local.version : undefined;
      const { version, dropped } = merged(kind, mine, record.version);
      const isChanged = !mine || !same(version, mine);
      if (isChanged) writes.push(rowWrite(store, { kind, id: record.id }, local?.row, mine, version));
      taken.set(record, {
        kind,
        id: record.id,
        isSettled: same(version, record.version),
        isChanged,
        hasOverwritten: isOverwritten(kind, version),
        dropped,
      });
      for (const stamp of Object.values(record.version.stamps)) clock.observe(stamp);
      await breathe();
    }
  }
  const stored = await commit(deps, writes);
  if (!stored.ok) return stored;
  return ok(incoming.map((record) => taken.get(record) as TakenRecord));
}

function merged(
  kind: RecordKind,
  mine: RecordVersion | undefined,
  theirs: RecordVersion,
): { readonly version: RecordVersion; readonly dropped: TakenRecord['dropped'] } {
  const { merging } = recordTypes[kind];
  const version = mine ? mergeVersions(merging, mine, theirs).version : theirs;
  if ('erased' in version) return { version, dropped: [] };
  const { record, dropped } = tidied(merging, version);
  return { version: record, dropped };
}

/** A merged or put right version in place of what was here. */
function rowWrite(
  store: Store,
  { kind, id }: RecordName,
  replaces: SealedRow | undefined,
  before: RecordVersion | undefined,
  after: RecordVersion,
): RowWrite {
  const rev = store.newRev();
  return {
    kind,
    plain:
      'erased' in after
        ? encodeErased(kind, id, rev, after.stamps['*'] ?? '')
        : encodeRecord(kind, id, rev, after as StampedRecord<RecordOf<RecordKind>>),
    replaces,
    before: entryOf(kind, id, before),
    after: entryOf(kind, id, after),
  };
}

const entryOf = (kind: RecordKind, id: string, version: RecordVersion | undefined): RowWrite['before'] =>
  version && 'value' in version ? projected(kind, id, version.value as RecordOf<RecordKind>) : undefined;

async function commit(deps: ReplicaDeps, writes: readonly RowWrite[]): Promise<Result<null, string>> {
  const { store, records, changed } = deps;
  if (writes.length === 0) return ok(null);
  const { lastStamp } = store.state;
  const stored = await store.commit(writes, { lastStamp, heads: headsAfter(deps, writes) });
  if (!stored.ok) return stored;
  for (const { kind, plain, after, before } of writes) if (before && !after) records.forget(kind, [plain.id]);
  changed(new Set(writes.map(({ kind }) => kind)), writes);
  return ok(null);
}

/** The ends of the other workstations' chains: entries may come in any order, and a gap is found by the check. */
function headsAfter({ store, sealing }: ReplicaDeps, writes: readonly RowWrite[]): ChainHeads {
  let { heads } = store.state;
  for (const { kind, plain } of writes) {
    if (kind !== 'audit') continue;
    const { value } = decodeJson<StampedRecord<RecordOf<'audit'>>>(plain.bytes);
    const { workstationId, number } = value;
    if (plain.id !== entryId(workstationId, number) || number <= (heads[workstationId]?.number ?? 0))
      continue;
    heads = { ...heads, [workstationId]: { number, digest: sealing.entryDigest(plain.id, value) } };
  }
  return heads;
}

async function outgoing(
  deps: ReplicaDeps,
  wire: WireRecords,
  names: readonly GoingRecord[],
  stored: Parameters<Replica['outgoing']>[1],
): ReturnType<Replica['outgoing']> {
  const { db, store, records } = deps;
  const { workstationId } = store.deps;
  const versions = new Map<RecordName, RecordVersion>();
  const writes: RowWrite[] = [];
  const settled: (RecordName & { readonly upTo: string })[] = [];
  for (const [kind, list] of Map.groupBy(names, (name) => name.kind)) {
    const here = await locals(records, kind, await db.sealed(kind).bulkGet(list.map(({ id }) => id)));
    for (const [at, name] of list.entries()) {
      const local = here[at];
      if (!local || !isVersion(local.version)) continue;
      const right = rebased(recordTypes[kind].merging, local.version, { ...name.rebasing, workstationId });
      versions.set(name, right);
      if (right === local.version) continue;
      writes.push(rowWrite(store, name, local.row, local.version, right));
      settled.push({ kind, id: name.id, upTo: latestOwn(right, workstationId) });
    }
  }
  if (writes.length > 0) await stored(settled);
  for (const part of inFrames(writes, ({ plain }) => plain.bytes.length)) {
    const committed = await commit(deps, part);
    if (!committed.ok) return err(committed.error);
  }
  const going = names.flatMap((name) => {
    const version = versions.get(name);
    return version ? [{ kind: name.kind, id: name.id, version }] : [];
  });
  return ok(await wire.seal(going));
}

/** Looks through all records that may have pictures. */
async function piecesAt(
  { db, records }: ReplicaDeps,
  wire: WireRecords,
  keys: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const kind of picturedKinds) {
    for await (const names of namesOf(db, kind, picturedTogether)) {
      const rows = await db.sealed(kind).bulkGet(names.map(({ id }) => id));
      for (const local of await locals(records, kind, rows)) {
        if (!isVersion(local?.version)) continue;
        for (const [key, piece] of wire.piecesOf(kind, local.version))
          if (keys.has(key)) found.set(key, piece);
      }
      if (found.size === keys.size) return found;
    }
  }
  return found;
}

async function* allNames(db: SealedDatabase): AsyncIterable<readonly RecordName[]> {
  for (const kind of recordKinds) yield* namesOf(db, kind, namesTogether);
}

async function* namesOf(
  db: SealedDatabase,
  kind: RecordKind,
  together: number,
): AsyncIterable<readonly RecordName[]> {
  for (let after = ''; ; ) {
    const ids = await db.sealed(kind).where('id').above(after).limit(together).primaryKeys();
    if (ids.length > 0) yield ids.map((id) => ({ kind, id }));
    if (ids.length < together) break;
    after = ids.at(-1) ?? '';
  }
}

async function writtenSince(
  { deps: { journal } }: Store,
  seq: number,
): Promise<readonly RecordName[] | undefined> {
  const names = new Map<string, RecordName>();
  for (let from = seq + 1; ; ) {
    const answer = await journal.read(from, framesTogether);
    if (!answer.ok || answer.value.base > seq) return undefined;
    const { frames, end } = answer.value;
    for (const { payload } of frames)
      for (const { table, row } of rowsIn(payload) ?? [])
        if (isKind(table)) names.set(`${table} ${row.id}`, { kind: table, id: row.id });
    if (end || frames.length === 0) return [...names.values()];
    from = (frames.at(-1)?.seq ?? from) + 1;
  }
}
