import type { TableName } from './database.ts';

export interface IdentitiesRequest {
  readonly database: string;
  readonly table: TableName;
  /** The last id of the answer before. */
  readonly after: string | undefined;
}

/**
 * What rows are called and in which state they lie there: `[id, rev]`, ascending by id. `unreadable`: the files below the
 * database are damaged.
 */
export type IdentitiesAnswer =
  | { readonly rows: readonly (readonly [id: string, rev: string])[]; readonly isEnd: boolean }
  | 'unreadable';

/** Reads the rows' identities in a worker of its own; one request at a time. */
export interface RowIdentities {
  read(table: TableName, after: string | undefined): Promise<IdentitiesAnswer>;
  close(): void;
}

/** Starts the worker over the database of that name. */
export function rowIdentities(database: string): RowIdentities {
  const worker = new Worker(new URL('./identities-worker.ts', import.meta.url), { type: 'module' });
  return {
    read: (table, after) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<IdentitiesAnswer>) => resolve(data);
        worker.onerror = () => reject(new Error('The rows could not be read.'));
        const request: IdentitiesRequest = { database, table, after };
        worker.postMessage(request);
      }),
    close: () => worker.terminate(),
  };
}
