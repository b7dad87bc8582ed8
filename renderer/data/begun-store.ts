/**
 * One sealed row for each account: the entries that were in progress when it was locked. Guarantees that they never
 * reach the disk but sealed. The row is no record: it is in no journal, manifest or snapshot, and stays on this PC.
 */
import type { SealedRow, Sealing } from '#shared/ports/sealing.ts';
import type { SealedDatabase } from './database.ts';
import { decodeJson, encodeJson } from './record-codec.ts';

export interface BegunStore {
  /** What was written last; `undefined`: nothing, or it does not open. */
  read(): Promise<unknown>;
  /** `undefined` removes it. */
  write(value: unknown): Promise<void>;
  /** Writes what `left` leaves of each account's row; `undefined` removes it, and so does one that does not open. */
  rewrite(left: (value: unknown) => unknown): Promise<void>;
}

const table = 'begun';
const schema = 1;

export function begunStore(
  db: SealedDatabase,
  sealing: Sealing,
  accountId: string,
  newRev: () => string,
): BegunStore {
  const write = async (id: string, value: unknown): Promise<void> => {
    if (value === undefined) return db.sealed(table).delete(id);
    const bytes = encodeJson(value);
    await db.sealed(table).put(await sealing.seal({ table, id, rev: newRev(), index: {}, schema, bytes }));
  };
  const opened = async (row: SealedRow): Promise<unknown> => {
    const answer = await sealing.open(table, row);
    return answer.ok && answer.value.schema === schema ? decodeJson<unknown>(answer.value.bytes) : undefined;
  };
  return {
    read: async () => {
      const row = await db.sealed(table).get(accountId);
      return row && opened(row);
    },
    write: (value) => write(accountId, value),
    rewrite: async (left) => {
      for (const row of await db.sealed(table).toArray()) {
        const value = await opened(row);
        await write(row.id, value === undefined ? undefined : left(value));
      }
    },
  };
}
