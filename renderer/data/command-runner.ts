import { rightTo } from '#shared/domain/access/rights.ts';
import { type ChainHeads, entryId, nextLink } from '#shared/domain/audit/chain.ts';
import { type Admitted, admit } from '#shared/domain/commands/admit.ts';
import type {
  CommandContext,
  Decision,
  OverwrittenRef,
  RecordPut,
  RecordRef,
  Refusal,
} from '#shared/domain/commands/define.ts';
import type { CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import { type DirectoryKind, isDirectoryKind, type Projected, project } from '#shared/domain/directory.ts';
import type { AuditEntry } from '#shared/domain/records/audit-entry.ts';
import { type RecordKind, type RecordOf, recordTypes } from '#shared/domain/records/registry.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { SignedIn } from '#shared/ports/account.ts';
import type { CommandPort } from '#shared/ports/app-services.ts';
import type { HybridClock } from '#shared/sync/clock.ts';
import { dismissed, withoutHistory, written } from '#shared/sync/edits.ts';
import type { ErasureLedger } from './erasure-ledger.ts';
import { encodeErased, encodeRecord, type OpenedRecord } from './record-codec.ts';
import type { SavingLog } from './saving-state.ts';
import type { OpenedRow, SealedRecords } from './sealed-records.ts';
import type { RowWrite, Store } from './store.ts';

export interface CommandRunnerDeps {
  readonly store: Store;
  readonly records: SealedRecords;
  readonly clock: HybridClock;
  readonly signedIn: SignedIn;
  readonly saving: SavingLog;
  readonly now: () => { readonly instant: Date; readonly today: string };
  readonly newId: () => string;
  readonly sheetsOf: CommandContext['sheetsOf'];
  readonly proofSigner: CommandContext['proofSigner'];
  readonly ledger: Pick<ErasureLedger, 'entries' | 'keep'>;
  readonly changed: (kinds: ReadonlySet<RecordKind>, writes: readonly RowWrite[]) => void;
}

/**
 * Runs commands: admission (role, parser, own groups), decision, audit entry, stamps, then the store. Nothing else in
 * the app can write.
 */
export function commandRunner(deps: CommandRunnerDeps): CommandPort {
  return {
    allows: (name) => rightTo(deps.signedIn.role, name) !== 'none',
    execute: async (name, input) => {
      const admitted = admit(name, input, deps.signedIn.role);
      if (!admitted.ok) return admitted;
      return deps.saving.during(() => deps.store.enqueue(() => run(deps, name, admitted.value)));
    },
  };
}

async function run<N extends CommandName>(
  deps: CommandRunnerDeps,
  name: N,
  decide: Admitted<N>,
): Promise<Result<CommandOutput<N>, Refusal>> {
  const { instant, today } = deps.now();
  const minted = new Set<string>();
  const context: CommandContext = {
    by: deps.signedIn,
    workstationId: deps.store.deps.workstationId,
    now: instant,
    today,
    sheetsOf: deps.sheetsOf,
    erasureLedger: deps.ledger.entries,
    newId: () => {
      const id = deps.newId();
      minted.add(id);
      return id;
    },
    randomBytes: deps.store.deps.randomBytes,
    proofSigner: deps.proofSigner,
  };
  const decided = await decide(deps.records, context);
  if (!decided.ok) return decided;
  const decision = decided.value;
  const stamp = deps.clock.next();
  const audit = auditPut(deps, name, decision, instant);
  const writes = [
    ...(await rowWrites(deps, [...decision.puts, audit.put], decision.dismisses ?? [], minted, stamp)),
    ...(await dismissingWrites(deps, decision)),
    ...(await erasingWrites(deps, decision.removes ?? [], stamp)),
  ];
  const committed = await deps.store.commit(writes, { lastStamp: stamp, heads: audit.heads });
  if (!committed.ok) return err({ code: committed.error });
  const { puts, removes = [], dismisses = [] } = decision;
  const kinds = [...puts, ...removes, ...dismisses].map(({ kind }) => kind);
  deps.changed(new Set(kinds), writes);
  if (kinds.includes('erasure')) await deps.ledger.keep();
  return ok(decision.output);
}

/** The entry of a deed, bound to the one before, and where the chains end with it. */
function auditPut(
  { store, signedIn }: CommandRunnerDeps,
  command: CommandName,
  { subjects }: Decision<unknown>,
  instant: Date,
): { readonly put: RecordPut; readonly heads: ChainHeads } {
  const { sealing, workstationId } = store.deps;
  const { heads } = store.state;
  const value: AuditEntry = {
    at: instant.toISOString(),
    accountId: signedIn.accountId,
    workstationId,
    command,
    subjects: [...subjects],
    ...nextLink(heads, workstationId),
  };
  const { number } = value;
  const id = entryId(workstationId, number);
  const head = { number, digest: sealing.entryDigest(id, value) };
  return { put: { kind: 'audit', id, value }, heads: { ...heads, [workstationId]: head } };
}

/** Finds what the puts replace (ids drawn just now replace nothing) and stamps the fields that change. */
async function rowWrites(
  deps: CommandRunnerDeps,
  puts: readonly RecordPut[],
  dismisses: readonly OverwrittenRef[],
  minted: ReadonlySet<string>,
  stamp: string,
): Promise<RowWrite[]> {
  const before = new Map<string, OpenedRow>();
  for (const [kind, list] of Map.groupBy(puts, (put) => put.kind)) {
    if (kind === 'audit') continue;
    const known = list.map(({ id }) => id).filter((id) => !minted.has(id));
    for (const row of await deps.records.rows(kind, known)) before.set(`${kind} ${row.id}`, row);
  }
  // A deletion leaves nothing of anybody in the history of the records that it writes.
  const erases = puts.some(({ kind }) => kind === 'erasure');
  return puts.map((put) => {
    const of = dismisses.filter((edit) => isOf(edit, put));
    return rowWrite(deps.store, put, before.get(`${put.kind} ${put.id}`), { stamp, erases, dismisses: of });
  });
}

function rowWrite(
  store: Store,
  { kind, id, value }: RecordPut,
  before: OpenedRow | undefined,
  {
    stamp,
    erases,
    dismisses,
  }: { readonly stamp: string; readonly erases: boolean; readonly dismisses: readonly OverwrittenRef[] },
): RowWrite {
  const { merging } = recordTypes[kind];
  const record = written(merging, before && withoutEdits(kind, before, dismisses), value, stamp);
  return {
    kind,
    plain: encodeRecord(kind, id, store.newRev(), erases ? withoutHistory(merging, record) : record),
    replaces: before?.row,
    before: before && projected(kind, id, before.value),
    after: projected(kind, id, value),
  };
}

const isOf = (
  { kind, id }: OverwrittenRef,
  ref: { readonly kind: RecordKind; readonly id: string },
): boolean => kind === ref.kind && id === ref.id;

const withoutEdits = (
  kind: RecordKind,
  record: OpenedRecord,
  edits: readonly OverwrittenRef[],
): OpenedRecord => edits.reduce((left, edit) => dismissed(recordTypes[kind].merging, left, edit), record);

/** Writes of records of which only overwritten edits go; their values and stamps stay. */
async function dismissingWrites(
  { store, records }: CommandRunnerDeps,
  { puts, dismisses = [] }: Decision<unknown>,
): Promise<RowWrite[]> {
  const others = dismisses.filter((edit) => !puts.some((put) => isOf(edit, put)));
  const writes: RowWrite[] = [];
  for (const [kind, edits] of Map.groupBy(others, (edit) => edit.kind))
    for (const opened of await records.rows(kind, [...new Set(edits.map(({ id }) => id))])) {
      const { id, row, value } = opened;
      const of = edits.filter((edit) => edit.id === id);
      writes.push({
        ...{
          kind,
          plain: encodeRecord(kind, id, store.newRev(), withoutEdits(kind, opened, of)),
          replaces: row,
        },
        ...{ before: projected(kind, id, value), after: projected(kind, id, value) },
      });
    }
  return writes;
}

/** Writes in place of records that are to be erased; one that is not there any more needs none. */
async function erasingWrites(
  { store, records }: CommandRunnerDeps,
  removes: readonly RecordRef[],
  stamp: string,
): Promise<RowWrite[]> {
  const writes: RowWrite[] = [];
  for (const [kind, list] of Map.groupBy(removes, (ref) => ref.kind)) {
    const ids = [...new Set(list.map(({ id }) => id))];
    for (const { id, row, value } of await records.rows(kind, ids))
      writes.push({
        ...{ kind, plain: encodeErased(kind, id, store.newRev(), stamp), replaces: row },
        ...{ before: projected(kind, id, value), after: undefined },
      });
    records.forget(kind, ids);
  }
  return writes;
}

/** The directory's entry of a record, for the kinds that have one. */
export function projected(
  kind: RecordKind,
  id: string,
  value: RecordOf<RecordKind>,
): Projected<DirectoryKind> | undefined {
  return isDirectoryKind(kind) ? project(kind, id, value as never) : undefined;
}
