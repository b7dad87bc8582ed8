import { staffRetention } from '#renderer/app/retention/staff-retention.ts';
import { rightTo } from '#shared/domain/access/rights.ts';
import { admit } from '#shared/domain/commands/admit.ts';
import type { CommandContext, LedgerEntry } from '#shared/domain/commands/define.ts';
import {
  type EntryOf,
  isDirectoryKind,
  isInSheet,
  project,
  type SessionEntry,
  type SheetEntry,
} from '#shared/domain/directory.ts';
import type { KioskContent } from '#shared/domain/kiosk/kiosk-day.ts';
import { isActiveBadge } from '#shared/domain/records/badge.ts';
import { type RecordKind, recordKinds } from '#shared/domain/records/registry.ts';
import { createPeopleIndex, type PeopleIndex } from '#shared/domain/search/people-index.ts';
import type { Role } from '#shared/ports/account.ts';
import type { StaffAccount } from '#shared/ports/accounts.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import type { Overwritten, RecordReader } from '#shared/ports/record-reader.ts';
import { memoryAccounts } from './memory-accounts.ts';
import { type MemoryAudit, memoryAudit } from './memory-audit.ts';
import { type MemoryBackup, memoryBackup } from './memory-backup.ts';
import { memoryDocuments } from './memory-documents.ts';
import { type MemoryKeys, memoryKeys } from './memory-keys.ts';
import { memoryProof } from './memory-proof.ts';
import { memoryRecovery } from './memory-recovery.ts';
import { memorySigner } from './memory-signer.ts';
import { type MemorySync, memorySync } from './memory-sync.ts';
import { type MemoryWorkstations, memoryWorkstations } from './memory-workstations.ts';

type MemoryServices = AppServices & {
  readonly tables: Tables;
  /** Overwritten edits of records, by kind and id. */
  readonly edits: Edits;
  readonly kiosks: readonly KioskContent[];
  readonly backup: MemoryBackup;
  readonly audit: MemoryAudit;
  readonly keys: MemoryKeys;
  readonly sync: MemorySync;
  readonly workstations: MemoryWorkstations;
};

/**
 * The app's services over maps, for tests of screens and rules: the real commands decide, nothing is sealed or
 * journalled. Give it to `AppServicesContext`.
 */
export function memoryServices(
  options: {
    readonly role?: Role;
    readonly now?: Date;
    /** What is there already: of other services, as another account sees it. */
    readonly tables?: Tables;
    readonly edits?: Edits;
    /** Beside the signed-in one. */
    readonly accounts?: readonly StaffAccount[];
    /** The erasure ledger beside the journal. */
    readonly ledger?: readonly LedgerEntry[];
    /** Names of workstations, by id. */
    readonly workstations?: Readonly<Record<string, string>>;
    /** Begins the ids that are drawn. */
    readonly idPrefix?: string;
  } = {},
): MemoryServices {
  const kiosks: KioskContent[] = [];
  const tables: Tables = options.tables ?? Object.fromEntries(recordKinds.map((kind) => [kind, new Map()]));
  const edits: Edits = options.edits ?? new Map();
  const table = (kind: RecordKind): Map<string, Readonly<Record<string, unknown>>> =>
    tables[kind] ?? new Map();
  const listeners = new Set<(kinds: ReadonlySet<RecordKind>) => void>();
  const lists = new Map<string, readonly unknown[]>();
  const indexes = new WeakMap<readonly unknown[], PeopleIndex>();
  let version = 0;
  const now = options.now ?? new Date(2026, 10, 23, 9, 5);
  const today = now.toLocaleDateString('sv-SE');
  const by = { accountId: 'account-1', name: 'Test', role: options.role ?? 'administrator' } as const;
  let drawn = 0;
  const context: CommandContext = {
    by,
    workstationId: '0123456789abcdef',
    now,
    today,
    sheetsOf: async (participantId) => sheetsOf(participantId),
    erasureLedger: async () => options.ledger ?? [],
    newId: () => {
      drawn += 1;
      return `${options.idPrefix ?? (options.tables ? 'later' : 'id')}-${String(drawn).padStart(6, '0')}`;
    },
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    proofSigner: async () => ({ ok: true, value: await memorySigner() }),
  };
  const stored = (kind: RecordKind, id: string, value: unknown) => ({ kind, id, value });
  const records = {
    get: async (kind: RecordKind, id: string) => table(kind).get(id),
    getMany: async (kind: RecordKind, ids: readonly string[]) =>
      ids.flatMap((id) => (table(kind).has(id) ? [stored(kind, id, table(kind).get(id))] : [])),
    where: async (kind: RecordKind, index: string, value: string) =>
      [...table(kind)]
        .filter(([, record]) => record[index] === value)
        .map(([id, record]) => stored(kind, id, record)),
    overwritten: async (kind: RecordKind, id: string) => edits.get(`${kind} ${id}`) ?? [],
    all: async (kind: RecordKind) => [...table(kind)].map(([id, record]) => stored(kind, id, record)),
  } as unknown as RecordReader;
  const entries = (kind: keyof EntryOf): unknown[] =>
    [...table(kind)].flatMap(([id, record]) => project(kind, id, record as never)?.entry ?? []);
  const sheetsOf = (participantId: string): string[] =>
    (entries('attendanceSheet') as SheetEntry[]).flatMap((sheet) =>
      isInSheet(sheet, participantId) ? [sheet.id] : [],
    );
  const list = (kind: keyof EntryOf): readonly unknown[] => {
    const known = lists.get(kind) ?? entries(kind);
    lists.set(kind, known);
    return known;
  };
  const audit = memoryAudit(by.role, context.workstationId, () => now);
  const services: Omit<MemoryServices, 'retention'> = {
    audit,
    tables,
    edits,
    kiosks,
    signedIn: by,
    workstationId: context.workstationId,
    records,
    clock: { now: () => now, today: () => today },
    lock: () => undefined,
    switchUser: () => undefined,
    begun: {
      keep: () => undefined,
      drop: () => undefined,
      peek: () => undefined,
      taken: () => undefined,
      waiting: () => nothingBegun,
      subscribe: () => () => undefined,
    },
    keys: memoryKeys(new Date(2026, 8, 1, 8, 0)),
    sync: memorySync(),
    workstations: memoryWorkstations(context.workstationId),
    workstationName: (id) => options.workstations?.[id],
    recovery: memoryRecovery(new Date(2026, 8, 1, 8, 0), now),
    accounts: memoryAccounts(by, options.accounts ?? []),
    damage: { current: () => undamaged, subscribe: () => () => undefined },
    kiosk: {
      start: async (content) => {
        kiosks.push(content);
        return { ok: true, value: undefined };
      },
      inbox: () => emptyInbox,
      subscribe: () => () => undefined,
      discard: async () => ({ ok: true, value: undefined }),
    },
    proof: memoryProof(today, async (number) =>
      (await records.all('certificate')).find(({ value }) => value.number === number),
    ),
    backup: memoryBackup(() => now),
    saving: { current: () => saved, subscribe: () => () => undefined },
    documents: memoryDocuments(),
    commands: {
      allows: (name) => rightTo(by.role, name) !== 'none',
      execute: async (name, input) => {
        const admitted = admit(name, input, by.role);
        if (!admitted.ok) return admitted;
        const decided = await admitted.value(records, context);
        if (!decided.ok) return decided;
        for (const put of decided.value.puts) table(put.kind).set(put.id, put.value);
        const removes = decided.value.removes ?? [];
        for (const { kind, id } of removes) table(kind).delete(id);
        const dismisses = decided.value.dismisses ?? [];
        for (const { kind, id, field, stamp } of dismisses) {
          const left = edits.get(`${kind} ${id}`) ?? [];
          edits.set(
            `${kind} ${id}`,
            left.filter((edit) => edit.field !== field || edit.stamp !== stamp),
          );
        }
        audit.add({ command: name, subjects: [...decided.value.subjects] });
        const kinds = new Set([...decided.value.puts, ...removes, ...dismisses].map(({ kind }) => kind));
        for (const kind of kinds) if (isDirectoryKind(kind)) lists.delete(kind);
        if (kinds.has('badge')) lists.delete('participant');
        version += 1;
        for (const listener of listeners) listener(kinds);
        return { ok: true, value: decided.value.output as never };
      },
    },
    directory: {
      get: (kind, id) => list(kind).find((entry) => (entry as { id: string }).id === id) as never,
      list: (kind) => list(kind) as never,
      sessionsBetween: async (from, to) =>
        (entries('session') as SessionEntry[])
          .filter(({ date }) => date >= from && date <= to)
          .sort((a, b) => a.date.localeCompare(b.date) || a.startsAt - b.startsAt)
          .map((session) => ({
            session,
            sheet: (entries('attendanceSheet') as SheetEntry[]).find(({ id }) => id === session.id),
          })),
      occupiedBetween: async (from, to) =>
        (entries('session') as SessionEntry[])
          .filter(({ date, cancelled }) => date >= from && date <= to && !cancelled)
          .map((session) => {
            const group = (list('courseGroup') as EntryOf['courseGroup'][]).find(
              ({ id }) => id === session.groupId,
            );
            return { ...session, lead: session.lead ?? group?.lead ?? null, groupName: group?.name ?? '' };
          }),
      sheetsOf: async (participantId) => sheetsOf(participantId),
      enrolmentsOf: (index, id) =>
        (list('enrolment') as EntryOf['enrolment'][]).filter((place) => place[index] === id),
      searchPeople: (text, limit) => {
        const people = list('participant') as EntryOf['participant'][];
        const badgesOf = (id: string): string[] =>
          (list('badge') as EntryOf['badge'][])
            .filter((badge) => badge.participantId === id && isActiveBadge(badge))
            .map(({ number }) => number);
        const index = indexes.get(people) ?? createPeopleIndex(people, { badgesOf });
        indexes.set(people, index);
        return index.search(text, limit);
      },
      peopleVersion: () => version,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
  const retention = staffRetention({
    ...services,
    repeated: { ok: true, value: { count: 0, locked: 0 } },
    forget: async () => undefined,
    compact: async () => true,
  });
  return { ...services, retention };
}

type Edits = Map<string, readonly Overwritten[]>;
type Tables = Record<string, Map<string, Readonly<Record<string, unknown>>>>;
const saved = { state: 'saved', code: null, savedAt: null } as const;
const undamaged = [] as const;
const nothingBegun = [] as const;
const emptyInbox = { taken: 0, refused: [], putAside: 0, damaged: false } as const;
