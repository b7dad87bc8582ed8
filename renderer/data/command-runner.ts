import type { CommandContext, Decision, RecordPut, Refusal } from '#shared/domain/commands/define.ts';
import {
  type CommandInput,
  type CommandName,
  type CommandOutput,
  commands,
} from '#shared/domain/commands/registry.ts';
import { type DirectoryKind, isDirectoryKind, type Projected, project } from '#shared/domain/directory.ts';
import type { AuditEntry } from '#shared/domain/records/audit-entry.ts';
import type { RecordKind, RecordOf } from '#shared/domain/records/registry.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { Role, SignedIn } from '#shared/ports/account.ts';
import type { CommandPort } from '#shared/ports/app-services.ts';
import type { HybridClock } from '#shared/sync/clock.ts';
import { stampFields } from '#shared/sync/field-stamps.ts';
import { encodeRecord } from './record-codec.ts';
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
  readonly changed: (kinds: ReadonlySet<RecordKind>, writes: readonly RowWrite[]) => void;
}

/**
 * Runs commands: role, parser, decision, audit entry, stamps, then the store. Nothing else in the app can write. The
 * role is checked here, in the command itself, not by hiding buttons.
 */
export function commandRunner(deps: CommandRunnerDeps): CommandPort {
  const allows = (name: CommandName): boolean =>
    (commands[name].roles as readonly Role[]).includes(deps.signedIn.role);
  return {
    allows,
    execute: async (name, input) => {
      if (!allows(name)) return err({ code: 'role' });
      const parsed = commands[name].input.safeParse(input);
      if (!parsed.success) return err({ code: 'input', field: parsed.error.issues[0]?.path.join('.') ?? '' });
      return deps.saving.during(() =>
        deps.store.enqueue(() => run(deps, name, parsed.data as CommandInput<typeof name>)),
      );
    },
  };
}

async function run<N extends CommandName>(
  deps: CommandRunnerDeps,
  name: N,
  input: CommandInput<N>,
): Promise<Result<CommandOutput<N>, Refusal>> {
  const { instant, today } = deps.now();
  const minted = new Set<string>();
  const context: CommandContext = {
    by: deps.signedIn,
    workstationId: deps.store.deps.workstationId,
    now: instant,
    today,
    sheetsOf: deps.sheetsOf,
    newId: () => {
      const id = deps.newId();
      minted.add(id);
      return id;
    },
    randomBytes: deps.store.deps.randomBytes,
    proofSigner: deps.proofSigner,
  };
  const decided = await commands[name].decide(deps.records, input as never, context);
  if (!decided.ok) return decided;
  const decision = decided.value as Decision<CommandOutput<N>>;
  const stamp = deps.clock.next();
  const writes = await rowWrites(
    deps,
    [...decision.puts, auditPut(deps, name, decision, instant)],
    minted,
    stamp,
  );
  const committed = await deps.store.commit(writes, stamp);
  if (!committed.ok) return err({ code: committed.error });
  deps.changed(new Set(decision.puts.map(({ kind }) => kind)), writes);
  return ok(decision.output);
}

function auditPut(
  deps: CommandRunnerDeps,
  command: CommandName,
  { subjects }: Decision<unknown>,
  instant: Date,
): RecordPut {
  const value: AuditEntry = {
    at: instant.toISOString(),
    accountId: deps.signedIn.accountId,
    workstationId: deps.store.deps.workstationId,
    command,
    subjects: [...subjects],
  };
  return { kind: 'audit', id: deps.newId(), value };
}

/** Finds what the puts replace (ids drawn just now replace nothing) and stamps the fields that change. */
async function rowWrites(
  deps: CommandRunnerDeps,
  puts: readonly RecordPut[],
  minted: ReadonlySet<string>,
  stamp: string,
): Promise<RowWrite[]> {
  const before = new Map<string, OpenedRow>();
  for (const [kind, list] of Map.groupBy(puts, (put) => put.kind)) {
    if (kind === 'audit') continue;
    const known = list.map(({ id }) => id).filter((id) => !minted.has(id));
    for (const row of await deps.records.rows(kind, known)) before.set(`${kind} ${row.id}`, row);
  }
  return puts.map((put) => rowWrite(deps.store, put, before.get(`${put.kind} ${put.id}`), stamp));
}

function rowWrite(
  store: Store,
  { kind, id, value }: RecordPut,
  before: OpenedRow | undefined,
  stamp: string,
): RowWrite {
  const stamps = stampFields(before && { record: before.value, stamps: before.stamps }, value, stamp);
  return {
    kind,
    plain: encodeRecord(kind, id, store.newRev(), { value, stamps }),
    replaces: before?.row,
    before: before && projected(kind, id, before.value),
    after: projected(kind, id, value),
  };
}

/** The directory's entry of a record, for the kinds that have one. */
export function projected(
  kind: RecordKind,
  id: string,
  value: RecordOf<RecordKind>,
): Projected<DirectoryKind> | undefined {
  return isDirectoryKind(kind) ? project(kind, id, value as never) : undefined;
}
