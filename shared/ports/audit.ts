import type { ChainFinding } from '#shared/domain/audit/chain.ts';
import type { AuditFilter } from '#shared/domain/audit/filter.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { AuditEntry } from '#shared/domain/records/audit-entry.ts';
import type { Result } from '#shared/domain/result.ts';

/** An entry with its id. */
export interface AuditLine {
  readonly id: string;
  readonly entry: AuditEntry;
}

/** Where to go on: of each chain (by workstation) the number that is looked at next; 0 at its end. */
export type AuditCursor = Readonly<Record<string, number>>;

/** Entries that fit, newest first. */
export interface AuditPage {
  readonly lines: readonly AuditLine[];
  /** Entries that were looked at for them. */
  readonly looked: number;
  /** `null`: there are no more. */
  readonly cursor: AuditCursor | null;
}

/** What the check of the chains came to. */
export type AuditCheck =
  | { readonly state: 'waiting' }
  /** Entries looked at so far and in all. */
  | { readonly state: 'checking'; readonly done: number; readonly of: number }
  | { readonly state: 'done'; readonly at: Date; readonly finding: ChainFinding };

/** The audit log: everything that commands left behind. Only administrators may read it; others are refused with `role`. */
export interface AuditPort {
  /**
   * Looks back from the cursor (`null`: from the newest entry) until `limit` entries fit or a few thousand were looked
   * at, so that whoever asks can draw in between and stop.
   */
  page(filter: AuditFilter, cursor: AuditCursor | null, limit: number): Promise<Result<AuditPage, Refusal>>;
  /** Entries in all chains. */
  count(): number;
  /** Whose chain it is: this computer's, the one that it had before a snapshot was restored, or another computer's. */
  originOf(workstationId: string): 'this' | 'replaced' | 'other';
  /** Checks every entry against its chain, in slices. Runs by itself after the start. */
  check(): Promise<void>;
  current(): AuditCheck;
  subscribe(listener: () => void): () => void;
  /** Names of the staff accounts, disabled ones included, by id. Empty for those who may not read the log. */
  accountNames(): Promise<ReadonlyMap<string, string>>;
}
