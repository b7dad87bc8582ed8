/**
 * Reads which rows lie in the database beside the window's thread, which would otherwise have to take every sealed body
 * in only to drop it. Knows no key and opens nothing.
 */
import { openDatabase } from './database.ts';
import type { IdentitiesAnswer, IdentitiesRequest } from './row-identities.ts';
import { isUnreadable } from './unreadable.ts';

/** Rows read in one go: some megabytes at most. */
const slice = 500;
let opening: ReturnType<typeof openDatabase> | undefined;

async function read({ database, table, after }: IdentitiesRequest): Promise<IdentitiesAnswer> {
  opening ??= openDatabase(database);
  const rows = (await opening).sealed(table);
  const range = after === undefined ? rows.toCollection() : rows.where('id').above(after);
  const found = await range.limit(slice).toArray();
  return { rows: found.map(({ id, rev }) => [id, rev] as const), isEnd: found.length < slice };
}

addEventListener('message', ({ data }: MessageEvent<IdentitiesRequest>) => {
  read(data)
    .then(postMessage)
    .catch((cause: unknown) => {
      if (isUnreadable(cause)) postMessage('unreadable');
      // Any other error must reach the window as one, so that the check does not wait for ever.
      else reportError(cause);
    });
});
