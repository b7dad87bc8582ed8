import type { Refusal } from '#shared/domain/commands/define.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import type { DirectoryKind, EntryOf, SessionEntry, SheetEntry } from '#shared/domain/directory.ts';
import type { RecordKind } from '#shared/domain/records/registry.ts';
import type { Result } from '#shared/domain/result.ts';
import type { OccupyingSession } from '#shared/domain/timetable/clashes.ts';
import type { SignedIn } from '#shared/ports/account.ts';
import type { AccountsPort } from '#shared/ports/accounts.ts';
import type { AuditPort } from '#shared/ports/audit.ts';
import type { BackupPort } from '#shared/ports/backup.ts';
import type { BegunEntriesPort } from '#shared/ports/begun-entries.ts';
import type { DamagePort } from '#shared/ports/damage.ts';
import type { DataKeysPort } from '#shared/ports/data-keys.ts';
import type { DocumentPort } from '#shared/ports/documents.ts';
import type { KioskStaffPort } from '#shared/ports/kiosk-staff.ts';
import type { ProofPort } from '#shared/ports/proof.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import type { RecoveryPort } from '#shared/ports/recovery.ts';
import type { RetentionPort } from '#shared/ports/retention.ts';
import type { SyncPort } from '#shared/ports/sync.ts';
import type { WorkstationsPort } from '#shared/ports/workstations.ts';

/** What features may use of the rest of the app. `app/` makes it when the vault is open and gives it by context. */
export interface AppServices {
  readonly signedIn: SignedIn;
  /** Of this computer: head counts are kept for each. */
  readonly workstationId: string;
  readonly commands: CommandPort;
  readonly records: RecordReader;
  readonly directory: DirectoryPort;
  readonly documents: DocumentPort;
  readonly saving: SavingPort;
  readonly damage: DamagePort;
  readonly kiosk: KioskStaffPort;
  readonly proof: ProofPort;
  readonly backup: BackupPort;
  readonly audit: AuditPort;
  readonly accounts: AccountsPort;
  readonly recovery: RecoveryPort;
  readonly keys: DataKeysPort;
  readonly retention: RetentionPort;
  readonly begun: BegunEntriesPort;
  readonly sync: SyncPort;
  readonly workstations: WorkstationsPort;
  /** What staff call another workstation; `undefined`: it has no name that is known here. */
  workstationName(id: string): string | undefined;
  readonly clock: { now(): Date; today(): string };
  /** Throws the opened data away and goes to the lock screen. */
  lock(): void;
  /** The same, for somebody else to come: the lock screen asks who. */
  switchUser(): void;
}

/** The only way to write. Resolves when the write is journalled ("saved"); a refusal has changed nothing. */
export interface CommandPort {
  execute<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Result<CommandOutput<N>, Refusal>>;
  /** Whether the signed-in account's role may run the command. */
  allows(name: CommandName): boolean;
}

/** Kinds whose entries are all in memory. */
export type ResidentKind = Exclude<DirectoryKind, 'session' | 'attendanceSheet'>;

/** In-memory entries for lists and search; immediate, and up to date with every write. */
export interface DirectoryPort {
  get<K extends ResidentKind>(kind: K, id: string): EntryOf[K] | undefined;
  /** The same array until something of that kind changes. */
  list<K extends ResidentKind>(kind: K): readonly EntryOf[K][];
  /** Sessions from `from` to `to` (days, inclusive), in order of time; opens the months that are not in memory yet. */
  sessionsBetween(
    from: string,
    to: string,
  ): Promise<readonly { readonly session: SessionEntry; readonly sheet: SheetEntry | undefined }[]>;
  /**
   * Which rooms and leads are taken from `from` to `to`, and by which group, but not who is in it: whoever plans may
   * know it of every group. Cancelled sessions take nothing.
   */
  occupiedBetween(from: string, to: string): Promise<readonly OccupyingSession[]>;
  /** Ids of the attendance sheets in which a participant has a mark; opens the months of all years. */
  sheetsOf(participantId: string): Promise<readonly string[]>;
  /** The places of a group or of a person, ended and waiting ones included. */
  enrolmentsOf(index: 'groupId' | 'participantId', id: string): readonly EntryOf['enrolment'][];
  /**
   * People whose names (any spelling, any script), number, former numbers, badges or room fit every typed word, best
   * matches first, at most `limit` (may be infinite); without a word everybody in order of name. Immediate: some
   * milliseconds at 50,000 people. Screens use `useFoundPeople`, which asks again when the answer may have changed.
   */
  searchPeople(text: string, limit: number): readonly EntryOf['participant'][];
  /**
   * Another number, told to `subscribe`, whenever `searchPeople` may answer otherwise: after a write, and once the
   * index is complete (right after unlock it is still being built, and only beginnings of words are found).
   */
  peopleVersion(): number;
  /** Called after every write and every rebuild with the kinds that changed. Returns its unsubscribe function. */
  subscribe(listener: (kinds: ReadonlySet<RecordKind>) => void): () => void;
}

/** The state chip's source. */
export interface SavingState {
  readonly state: 'saved' | 'saving' | 'failed' | 'read-only';
  /** Of the last failure. */
  readonly code: string | null;
  /** Of the last journalled write in this run. */
  readonly savedAt: Date | null;
}
export interface SavingPort {
  current(): SavingState;
  subscribe(listener: () => void): () => void;
}
