import { z } from 'zod';
import type { Result } from '#shared/domain/result.ts';
import type { SignedIn } from '#shared/ports/account.ts';
import type { ProofSigner } from '#shared/ports/proof-signer.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import type { Erasure } from '../records/erasure.ts';
import type { RecordKind, RecordOf } from '../records/registry.ts';

/** A record to be written whole. */
export type RecordPut = {
  readonly [K in RecordKind]: { readonly kind: K; readonly id: string; readonly value: RecordOf<K> };
}[RecordKind];

/** A record by its name. Audit entries are never removed. */
export interface RecordRef {
  readonly kind: Exclude<RecordKind, 'audit'>;
  readonly id: string;
}

/** An edit of a record that was overwritten unseen (`RecordReader.overwritten`). */
export interface OverwrittenRef extends RecordRef {
  readonly field: string;
  readonly stamp: string;
}

/** A record that a deed concerned, for the audit log: random ids only. */
interface Subject {
  readonly kind: Exclude<RecordKind, 'audit'> | 'account' | 'workstation';
  readonly id: string;
}

/** What a command decided: nothing is written before the whole of it is journalled. */
export interface Decision<O> {
  readonly puts: readonly RecordPut[];
  /** Records that are erased for good: nothing but the id stays. Only deeds that are right for everything may do so. */
  readonly removes?: readonly RecordRef[];
  /** Overwritten edits that go, of records that are put or of others. */
  readonly dismisses?: readonly OverwrittenRef[];
  readonly subjects: readonly Subject[];
  readonly output: O;
}

/** An entry of the erasure ledger with its id. */
export interface LedgerEntry {
  readonly id: string;
  readonly value: Erasure;
}

/** What a command may know beside the records. */
export interface CommandContext {
  readonly by: SignedIn;
  readonly workstationId: string;
  readonly now: Date;
  /** Local day, `YYYY-MM-DD`. */
  readonly today: string;
  /** Ids of the attendance sheets in which a participant has a line, a cleared one included, over all years. */
  sheetsOf(participantId: string): Promise<readonly string[]>;
  /** The erasure ledger as it lies beside the journal: with entries that a restored snapshot does not have. */
  erasureLedger(): Promise<readonly LedgerEntry[]>;
  newId(): string;
  randomBytes(count: number): Uint8Array;
  /** What signs certificates here; `certificate.no-key` when this workstation has no key that this account may use. */
  proofSigner(): Promise<Result<ProofSigner, Refusal>>;
}

/**
 * Why a command refused. `code` is a key of `locales/*​/failures.json`; `values` fill its sentence; `field` is the
 * input's field that it is about.
 */
export interface Refusal {
  readonly code: string;
  readonly field?: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/**
 * A deed of staff: what it takes, and the pure function that decides what is written. Who may do it stands in
 * `domain/access/rights.ts`; `admit.ts` is the only way to `decide`.
 */
export interface Command<I extends z.ZodType, O> {
  readonly input: I;
  /** `write` puts records; `note` only leaves an audit entry (a view, a print, an export). */
  readonly kind: 'write' | 'note';
  readonly decide: (
    reader: RecordReader,
    input: z.infer<I>,
    context: CommandContext,
  ) => Promise<Result<Decision<O>, Refusal>>;
}

/** Declares a command that writes. */
export function command<I extends z.ZodType, O>(definition: Omit<Command<I, O>, 'kind'>): Command<I, O> {
  return { ...definition, kind: 'write' };
}

/** Declares a deed that only leaves an audit entry about the given records. */
export function note<K extends Subject['kind']>(
  kind: K,
): Command<z.ZodObject<{ ids: z.ZodArray<z.ZodString> }>, null> {
  return {
    kind: 'note',
    input: z.strictObject({ ids: z.array(z.string()).min(1).max(1000) }),
    decide: async (_reader, { ids }) => ({
      ok: true,
      value: { puts: [], subjects: ids.map((id) => ({ kind, id })), output: null },
    }),
  };
}
