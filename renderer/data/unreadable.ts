/**
 * Notices that IndexedDB can't read what it holds. A damaged LevelDB answers some reads with an error and others with
 * fewer rows; the first kind is seen here, wherever the app reads, the second by the manifest.
 */
import { type DBCore, Dexie, type Middleware } from 'dexie';

/** Names of the errors by which Chromium says that its files are damaged or gone. */
const damaged: ReadonlySet<string> = new Set(['UnknownError', 'NotReadableError', 'DataError']);

/** Whether an error of the database, or what lies behind it, says that its files can't be read. */
export function isUnreadable(error: unknown): boolean {
  for (let one = error; one instanceof Error; one = one instanceof Dexie.DexieError ? one.inner : undefined)
    if (damaged.has(one.name)) return true;
  return false;
}

/** Calls `onUnreadable` for every read that fails so; the read fails all the same. */
export function watchReads(onUnreadable: () => void): Middleware<DBCore> {
  const watched = <T>(reading: Promise<T>): Promise<T> =>
    reading.catch((error: unknown) => {
      if (isUnreadable(error)) onUnreadable();
      throw error;
    });
  return {
    stack: 'dbcore',
    name: 'watch-reads',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          get: (request) => watched(table.get(request)),
          getMany: (request) => watched(table.getMany(request)),
          query: (request) => watched(table.query(request)),
          count: (request) => watched(table.count(request)),
          openCursor: (request) => watched(table.openCursor(request)),
        };
      },
    }),
  };
}
