/**
 * The erasure ledger beside the journal: sealed rows of the table `erasure`, kept by main where a restore does not reach.
 *
 * Guarantees, against an older snapshot in the journal's place: every erasure that this PC acknowledged is known at the
 * next unlock, whatever the journal says. An entry that does not open is left alone; it may belong to another facility
 * or to an epoch that this account has no key for.
 */
import type { LedgerEntry } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';
import { decodeFrame, encodeFrame } from '#shared/journal/frame.ts';
import type { SealedRow, Sealing } from '#shared/ports/sealing.ts';
import type { SealedDatabase } from './database.ts';
import { decodeRecord } from './record-codec.ts';

/** Main's side; errors are codes of the IPC contract. */
export interface LedgerPort {
  read(): Promise<Result<readonly Uint8Array[], string>>;
  add(entries: readonly Uint8Array[]): Promise<Result<unknown, string>>;
}

export interface ErasureLedger {
  /** What opens of it. */
  entries(): Promise<readonly LedgerEntry[]>;
  /** Puts into it what the database has of it and it does not. `false`: the disk refused; the next unlock tries again. */
  keep(): Promise<boolean>;
  /** Entries that the database does not have: ids of those that open, and how many others there are. */
  missing(): Promise<{ readonly ids: readonly string[]; readonly locked: number }>;
}

const table = 'erasure';

/** An entry lies there as a frame of its own: the row in the trailer's place, and no rows. */
const encode = (row: SealedRow): Uint8Array => encodeFrame({ trailer: row, rows: [] });
const decode = (bytes: Uint8Array): SealedRow | undefined => decodeFrame(bytes)?.trailer;

/** The ledger of a facility, over main's file and the database's table. */
export function erasureLedger(db: SealedDatabase, sealing: Sealing, port: LedgerPort): ErasureLedger {
  const read = async (): Promise<readonly SealedRow[]> => {
    const answer = await port.read();
    return answer.ok ? answer.value.flatMap((bytes) => decode(bytes) ?? []) : [];
  };
  const opening = async (rows: readonly SealedRow[]): Promise<readonly LedgerEntry[]> => {
    const opened = await sealing.openAll(table, rows);
    return opened.flatMap((answer): LedgerEntry[] => {
      const record = answer.ok ? decodeRecord(table, answer.value) : undefined;
      return answer.ok && record && 'value' in record ? [{ id: answer.value.id, value: record.value }] : [];
    });
  };
  return {
    entries: async () => opening(await read()),
    keep: async () => {
      const known = new Set((await read()).map(({ id }) => id));
      const ids = (await db.sealed(table).toCollection().primaryKeys()).filter((id) => !known.has(id));
      if (ids.length === 0) return true;
      const rows = (await db.sealed(table).bulkGet(ids)).filter((row) => row !== undefined);
      return (await port.add(rows.map(encode))).ok;
    },
    missing: async () => {
      const there = new Set(await db.sealed(table).toCollection().primaryKeys());
      const rows = (await read()).filter(({ id }) => !there.has(id));
      const ids = new Set((await opening(rows)).map(({ id }) => id));
      return { ids: [...ids], locked: new Set(rows.map(({ id }) => id)).size - ids.size };
    },
  };
}
