/** What disks, crashes and hands do to the files of a closed app. */
import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { deleteDatabases } from '#tests/e2e/sealed-database.ts';

export interface Damage {
  readonly name: string;
  /**
   * What makes everything whole: the next unlock or the one after it; a restore of the newest snapshot, at the lock screen
   * where nothing can be unlocked; nothing has to, because it is refused.
   */
  readonly mendedBy: 'unlock' | 'restore' | 'restore-at-lock-screen' | 'refusal';
  readonly act: (dataDir: string) => Promise<void>;
}

async function filesBelow(folder: string, fits: (path: string) => boolean): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const found = paths.filter(fits).toSorted();
  if (found.length === 0) throw new Error('There is no such file to damage.');
  return found;
}

const inDatabase = (dataDir: string, name: RegExp): Promise<readonly string[]> =>
  filesBelow(
    join(dataDir, 'profile'),
    (path) => path.includes('.indexeddb.leveldb') && name.test(basename(path)),
  );

const largest = async (paths: readonly string[]): Promise<string> => {
  const sizes = await Promise.all(paths.map(async (path) => ({ path, size: (await stat(path)).size })));
  return sizes.toSorted((a, b) => b.size - a.size)[0]?.path ?? '';
};

/** Turns bits of `count` bytes from `share` (0 to 1) of the file on. */
async function flip(path: string, share: number, count: number): Promise<void> {
  const bytes = await readFile(path);
  const from = Math.min(bytes.length - count, Math.floor(bytes.length * share));
  for (let at = Math.max(0, from); at < from + count; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0x55;
  await writeFile(path, bytes);
}

const tables = (dataDir: string): Promise<string> => inDatabase(dataDir, /\.ldb$/).then(largest);
const log = (dataDir: string): Promise<string> => inDatabase(dataDir, /\.log$/).then(largest);
const segments = (dataDir: string): Promise<readonly string[]> =>
  filesBelow(join(dataDir, 'journal'), (path) => path.endsWith('.wmj'));

const gone: Damage['act'] = async (dataDir) => {
  await deleteDatabases(dataDir);
};
const journalFlipped: Damage['act'] = async (dataDir) =>
  flip(await largest(await segments(dataDir)), 0.5, 16);

export const damages: readonly Damage[] = [
  { name: 'the whole IndexedDB is gone', mendedBy: 'unlock', act: gone },
  {
    name: 'a table’s footer is flipped',
    mendedBy: 'unlock',
    act: async (dir) => flip(await tables(dir), 1, 40),
  },
  { name: 'a table is deleted', mendedBy: 'unlock', act: async (dir) => rm(await tables(dir)) },
  {
    name: 'bytes in the middle of a table are flipped',
    mendedBy: 'unlock',
    act: async (dir) => flip(await tables(dir), 0.5, 64),
  },
  {
    name: 'MANIFEST is zeroed',
    mendedBy: 'unlock',
    act: async (dir) => {
      for (const path of await inDatabase(dir, /^MANIFEST/))
        await writeFile(path, new Uint8Array((await stat(path)).size));
    },
  },
  {
    name: 'CURRENT is deleted',
    mendedBy: 'unlock',
    act: async (dir) => {
      for (const path of await inDatabase(dir, /^CURRENT$/)) await rm(path);
    },
  },
  {
    name: 'LevelDB’s log is halved',
    mendedBy: 'unlock',
    act: async (dir) => {
      const path = await log(dir);
      await truncate(path, Math.floor((await stat(path)).size / 2));
    },
  },
  {
    name: 'bytes in LevelDB’s log are flipped',
    mendedBy: 'unlock',
    act: async (dir) => flip(await log(dir), 0.3, 64),
  },
  {
    name: 'the journal is cut',
    mendedBy: 'restore',
    act: async (dir) => {
      const path = (await segments(dir)).at(-1) ?? '';
      await truncate(path, Math.max(1, (await stat(path)).size - 4_000));
    },
  },
  { name: 'bytes in the journal are flipped', mendedBy: 'restore', act: journalFlipped },
  {
    name: 'the end of the journal is doubled',
    mendedBy: 'unlock',
    act: async (dir) => {
      const path = (await segments(dir)).at(-1) ?? '';
      const bytes = await readFile(path);
      await writeFile(path, Buffer.concat([bytes, bytes.subarray(-4_000)]));
    },
  },
  {
    name: 'the IndexedDB is gone and the journal flipped',
    mendedBy: 'restore-at-lock-screen',
    act: async (dir) => {
      await gone(dir);
      await journalFlipped(dir);
    },
  },
  {
    name: 'the snapshots are flipped',
    mendedBy: 'refusal',
    act: async (dir) => {
      for (const path of await filesBelow(join(dir, 'snapshots'), (one) => one.endsWith('.wms')))
        await flip(path, 0.5, 16);
    },
  },
];
