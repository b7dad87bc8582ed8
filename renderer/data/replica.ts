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
import type { GoingRecord, OpenedEntry, RecordName, Replica, TakenRecord } from '#shared/ports/replica.ts';
import type { SealedRow, Sealing } from '#shared/ports/sealing.ts';
import type { SyncEntry } from '#shared/ports/sync-transport.ts';
import type { HybridClock } from '#shared/sync/clock.ts';
import { overwrittenEdits, tidied } from '#shared/sync/edits.ts';
import type { ErasedRecord, RecordVersion, StampedRecord } from '#shared/sync/field-stamps.ts';
import { mergeVersions } from '#shared/sync/merge.ts';
import { rebased } from '#shared/sync/rebase.ts';
import { latestByWorkstation } from '#shared/sync/record-state.ts';
import { readWireContent, rowOnWire, wireContent, wireOf, wireTable, writerOf } from '#shared/sync/wire.ts';
import { projected } from './command-runner.ts';
import type { SealedDatabase } from './database.ts';
import { decodeJson, decodeRecord, encodeErased, encodeJson, encodeRecord } from './record-codec.ts';
import type { SealedRecords } from './sealed-records.ts';
import type { RowWrite, Store } from './store.ts';

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

const stateId = 'sync';
/** Of the sealed state. */
const stateSchema = 1;
/** Names that are read at a time. */
const namesTogether = 5_000;
/** Bytes of frames that are read at a time. */
const framesTogether = 4_194_304;

export interface LocalReplica extends Replica {
  /** To be told of every write of a command. */
  written(writes: readonly RowWrite[]): void;
}

export function localReplica(deps: ReplicaDeps): LocalReplica {
  const { db, sealing, store, records } = deps;
  const listeners = new Set<Parameters<Replica['onWritten']>[0]>();
  const keyOf = ({ kind, id }: RecordName): string =>
    sealing.digest(wireTable, kind, id).toString(16).padStart(32, '0');
  return {
    workstationId: store.deps.workstationId,
    keyOf,
    open: (entries) => openEntries(sealing, store.deps.workstationId, keyOf, entries),
    take: (incoming) => store.enqueue(() => take(deps, incoming)),
    outgoing: (going, stored) => store.enqueue(() => outgoing(deps, keyOf, going, stored)),
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

async function openEntries(
  sealing: Sealing,
  workstationId: string,
  keyOf: (name: RecordName) => string,
  entries: readonly SyncEntry[],
): Promise<readonly OpenedEntry[]> {
  const rows = entries.map(({ key, value }) => rowOnWire(key, value));
  const opened = await sealing.openAll(
    wireTable,
    rows.filter((row) => row !== undefined),
  );
  const epochs = sealing.epochs();
  let next = 0;
  return rows.map((row): OpenedEntry => {
    if (!row) return { kind: 'garbage' };
    const answer = opened[next];
    next += 1;
    if (!answer?.ok) return { kind: epochs.includes(row.keyId) ? 'garbage' : 'unknown-epoch' };
    const content = readWireContent(answer.value.bytes);
    if (!content) return { kind: 'garbage' };
    if (!isKind(content.kind)) return { kind: 'newer' };
    const name = { kind: content.kind, id: content.id };
    if (keyOf(name) !== row.id) return { kind: 'garbage' };
    try {
      const plain = { ...answer.value, table: name.kind, id: name.id, bytes: content.json };
      const version = decodeRecord(name.kind, plain);
      if (!version) return { kind: 'newer' };
      const isUnderNewest = row.keyId === epochs.at(-1);
      const ownUpTo = latestOwn(version, workstationId);
      return { kind: 'record', name, version, writer: writerOf(row), isUnderNewest, ownUpTo };
    } catch {
      return { kind: 'garbage' };
    }
  });
}

const isKind = (kind: string): kind is RecordKind => (recordKinds as readonly string[]).includes(kind);

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

async function take(
  deps: ReplicaDeps,
  incoming: Parameters<Replica['take']>[0],
): Promise<Result<readonly TakenRecord[], string>> {
  const { store, records, clock } = deps;
  const writes: RowWrite[] = [];
  const taken = new Map<(typeof incoming)[number], TakenRecord>();
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
  keyOf: Replica['keyOf'],
  names: readonly GoingRecord[],
  stored: Parameters<Replica['outgoing']>[1],
): ReturnType<Replica['outgoing']> {
  const { db, sealing, store, records } = deps;
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
  const committed = await commit(deps, writes);
  if (!committed.ok) return err(committed.error);
  const sealedNames = names.filter((name) => versions.has(name));
  const rows = await sealing.sealAll(
    sealedNames.map((name) => ({
      table: wireTable,
      id: keyOf(name),
      rev: store.newRev(),
      index: {},
      schema: recordTypes[name.kind].version,
      bytes: wireContent(name.kind, name.id, encodeJson(versions.get(name))),
    })),
  );
  return ok(
    sealedNames.map(({ kind, id }, at) => {
      const row = rows[at];
      if (!row) throw new Error('a record was not sealed');
      return { kind, id, key: row.id, rev: row.rev, value: wireOf(row) };
    }),
  );
}

/** The workstation's latest stamp that a version knows. */
function latestOwn(version: RecordVersion, workstationId: string): string {
  const stamps = Object.values(version.stamps);
  const others =
    'erased' in version
      ? []
      : [...(version.history ?? []).map(({ stamp }) => stamp), ...(version.seen ?? [])];
  return latestByWorkstation([...stamps, ...others]).get(workstationId) ?? '';
}

async function* allNames(db: SealedDatabase): AsyncIterable<readonly RecordName[]> {
  for (const kind of recordKinds) {
    for (let after = ''; ; ) {
      const ids = await db.sealed(kind).where('id').above(after).limit(namesTogether).primaryKeys();
      if (ids.length > 0) yield ids.map((id) => ({ kind, id }));
      if (ids.length < namesTogether) break;
      after = ids.at(-1) ?? '';
    }
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
