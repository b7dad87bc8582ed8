/** SQLite's rows as SQLite reads them: a text on pages that do not follow each other is not to be found in the raw file. */

import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const magic = Buffer.from('SQLite format 3\0', 'latin1');

/** Whether a file is an SQLite database. */
export const isSqlite = (file: Buffer): boolean => file.subarray(0, magic.length).equals(magic);

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function cellsOf(database: DatabaseSync): readonly Buffer[] {
  const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all();
  return tables.flatMap(({ name }) => {
    const rows = database.prepare(`SELECT * FROM ${quoted(String(name))}`);
    rows.setReadBigInts(true);
    return rows
      .all()
      .flatMap((row) => Object.values(row))
      .flatMap((cell) => {
        if (typeof cell === 'string') return [Buffer.from(cell)];
        return cell instanceof Uint8Array ? [Buffer.from(cell)] : [];
      });
  });
}

/**
 * Every text and blob in the database at `path`, its write-ahead log included. Works on a copy, so that nothing of what
 * is searched changes. @throws on a database that SQLite refuses.
 */
export async function sqliteCells(path: string): Promise<readonly Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sqlite-cells-'));
  try {
    const copy = join(folder, 'database');
    for (const part of ['', '-wal', '-journal'])
      if (existsSync(path + part)) await copyFile(path + part, copy + part);
    const database = new DatabaseSync(copy);
    try {
      return cellsOf(database);
    } finally {
      database.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
