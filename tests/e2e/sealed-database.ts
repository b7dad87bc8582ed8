/** The working database as someone finds it who gets past the app: read and changed raw, at the lock screen. */

import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';

/** A row as it crosses to the test: bytes are lists of numbers. */
export type RawRow = {
  readonly id: string;
  readonly rev: string;
  readonly keyId: string;
  readonly nonce: readonly number[];
  readonly body: readonly number[];
  readonly index: Readonly<Record<string, string>>;
};

type Change = { readonly table: string; readonly put?: RawRow; readonly remove?: string };

/** All rows of a table, in the order of their keys. */
export function rawRows(page: Page, table: string): Promise<RawRow[]> {
  return page.evaluate(
    (name) =>
      new Promise<RawRow[]>((resolve, reject) => {
        const opening = indexedDB.open('wegmarke');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const reading = db.transaction(name).objectStore(name).getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            db.close();
            resolve(
              reading.result.map((row) => ({ ...row, nonce: [...row.nonce], body: [...row.body] }) as RawRow),
            );
          };
        };
      }),
    table,
  );
}

/** Puts or removes one row, past every check of the app. */
export function changeRaw(page: Page, change: Change): Promise<void> {
  return page.evaluate(
    ({ table, put, remove }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('wegmarke');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const writing = db.transaction(table, 'readwrite');
          const store = writing.objectStore(table);
          if (put) store.put({ ...put, nonce: new Uint8Array(put.nonce), body: new Uint8Array(put.body) });
          if (remove !== undefined) store.delete(remove);
          writing.onabort = () => reject(writing.error);
          writing.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
    change,
  );
}

/** Deletes every IndexedDB of a closed app's profile. @returns how many folders there were. */
export async function deleteDatabases(dataDir: string): Promise<number> {
  const profile = join(dataDir, 'profile');
  const folders = (await readdir(profile, { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && entry.name === 'IndexedDB',
  );
  for (const { parentPath, name } of folders) await rm(join(parentPath, name), { recursive: true });
  return folders.length;
}
