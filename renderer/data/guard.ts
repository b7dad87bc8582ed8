/**
 * The last check before the disk. Guarantees, against a slip anywhere above: every value that reaches IndexedDB has
 * exactly the fields of a sealed row, ciphertext for a body, and index fields that are ids. Synchronous, so that no
 * transaction waits for it.
 */
import type { DBCore, DBCoreMutateRequest, Middleware } from 'dexie';
import { indexNames } from '#shared/ports/sealing.ts';

const fields = new Set(['id', 'rev', 'keyId', 'nonce', 'body', 'index']);
const allowedIndex = new Set<string>(indexNames);
const idPattern = /^[0-9A-Za-z_-]{1,40}$/;
/** Two bytes of version, and a tag of AES-GCM at least. */
const shortestBody = 18;

/** Thrown for a row that is not sealed; names the table and nothing of the row. */
export class UnsealedRowError extends Error {
  constructor(table: string) {
    super(`a row that is not sealed was refused: ${table}`);
    this.name = 'UnsealedRowError';
  }
}

/** Whether a value has the form of a sealed row and nothing else. */
function isSealedRow(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const row = value as Record<string, unknown>;
  const names = Object.keys(row);
  if (names.length !== fields.size || names.some((name) => !fields.has(name))) return false;
  if (typeof row.id !== 'string' || !idPattern.test(row.id)) return false;
  if (typeof row.rev !== 'string' || !/^[0-9a-z]+\.[0-9a-f]{16}\.[0-9a-f]{8}$/.test(row.rev)) return false;
  if (typeof row.keyId !== 'string' || !idPattern.test(row.keyId)) return false;
  if (!(row.nonce instanceof Uint8Array) || row.nonce.length !== 12) return false;
  if (!(row.body instanceof Uint8Array) || row.body.length < shortestBody) return false;
  if (typeof row.index !== 'object' || row.index === null) return false;
  return Object.entries(row.index).every(
    ([name, id]) => allowedIndex.has(name) && typeof id === 'string' && idPattern.test(id),
  );
}

export const guardSealed: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'guard-sealed',
  create: (core) => ({
    ...core,
    table: (name) => {
      const table = core.table(name);
      return {
        ...table,
        mutate: (request: DBCoreMutateRequest) => {
          const values: readonly unknown[] =
            request.type === 'add' || request.type === 'put' ? request.values : [];
          if (!values.every(isSealedRow)) return Promise.reject(new UnsealedRowError(name));
          return table.mutate(request);
        },
      };
    },
  }),
};
