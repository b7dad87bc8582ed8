/**
 * The erasure ledger on disk: two copies, `erasures-a.json` and `erasures-b.json`, beside the vault header and out of a
 * restore's way. Guarantees, against a crash at any moment and against one unreadable copy, that an entry that was
 * acknowledged stays; entries are only ever added. What is in both copies together counts, so that they need no order.
 * The entries are sealed; main does not understand them.
 */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { inTurn } from '#electron/disk/in-turn.ts';
import { makeDurableDirectory, prepareWholeFile } from '#electron/disk/write-whole-file.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';

export interface LedgerFile {
  /** @throws CodedError `erasures.damaged` if there are copies and none is whole; the disk's codes. */
  read(): Promise<readonly Uint8Array[]>;
  /** Returns when both copies are on the disk. Copies of which none is whole are replaced. @throws the disk's codes. */
  add(entries: readonly Uint8Array[]): Promise<void>;
}

const stored = z.strictObject({ format: z.literal(1), sha256: z.string(), entries: z.array(z.base64()) });

/** Names of the two copies in their folder. */
const copyNames = ['erasures-a.json', 'erasures-b.json'] as const;

const checksum = (entries: readonly string[]): string => hash('sha256', entries.join('\n'), 'hex');

function encode(entries: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify({ format: 1, sha256: checksum(entries), entries }));
}

/** The entries of a copy, in base64; `null` if it is not whole. */
function decode(bytes: Uint8Array): readonly string[] | null {
  try {
    const { sha256, entries } = stored.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return checksum(entries) === sha256 ? entries : null;
  } catch {
    return null;
  }
}

/** The ledger in `directory`, which is made on the first write. */
export function ledgerFile(fs: FileSystem, directory: string): LedgerFile {
  const alone = inTurn();
  const paths = copyNames.map((name) => join(directory, name));

  async function readAll(orNone: boolean): Promise<ReadonlySet<string>> {
    const copies: (readonly string[] | null)[] = [];
    for (const path of paths) {
      const bytes = await fs.readFile(path);
      if (bytes !== null) copies.push(decode(bytes));
    }
    if (!orNone && copies.length > 0 && copies.every((copy) => copy === null))
      throw new CodedError('erasures.damaged');
    return new Set(copies.flatMap((copy) => copy ?? []));
  }

  async function add(entries: readonly Uint8Array[]): Promise<void> {
    const known = await readAll(true);
    const all = [...new Set([...known, ...entries.map((entry) => Buffer.from(entry).toString('base64'))])];
    await makeDurableDirectory(fs, directory);
    // All that needs room is done before anything takes effect.
    const prepared = [];
    for (const path of paths) prepared.push(await prepareWholeFile(fs, path, encode(all)));
    for (const copy of prepared) await copy.commit();
  }

  return {
    read: () =>
      alone(async () =>
        [...(await readAll(false))].map((entry) => new Uint8Array(Buffer.from(entry, 'base64'))),
      ),
    add: (entries) => alone(() => add(entries)),
  };
}
