/**
 * The vault header on disk: two copies, `header-a.json` and `header-b.json`, each with its generation and a checksum.
 * Guarantees that after a crash at any moment a read answers the last acknowledged generation or the one that was
 * being written, whole; and that one unreadable copy costs nothing. Without the header no key opens, so a header that
 * is there and can't be read is an error and never "there is none".
 */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { inTurn } from '#electron/disk/in-turn.ts';
import { makeDurableDirectory, prepareWholeFile, writeWholeFile } from '#electron/disk/write-whole-file.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';

/** The header as main keeps it: its text is opaque here. */
export interface StoredHeader {
  readonly generation: number;
  readonly text: string;
}

export interface HeaderFile {
  /**
   * The newest header that is whole, `null` if there never was one. A copy that is damaged or older is put right.
   * @throws CodedError `header.damaged` if there are copies and none is whole.
   */
  read(): Promise<StoredHeader | null>;
  /**
   * Returns when both copies are on the disk. The present header once more is answered as done.
   * @throws CodedError `header.outdated` unless the generation is the present one plus 1, or if the present one can't
   * be read; `disk.full`, `disk.failed`, `disk.timeout`. After those the write may or may not have taken effect;
   * the same header can be written again.
   */
  write(header: StoredHeader): Promise<void>;
}

const storedHeader = z.strictObject({
  format: z.literal(1),
  generation: z.number().int().positive(),
  sha256: z.string(),
  text: z.string(),
});

/** Names of the two copies in their folder. */
export const copyNames = ['header-a.json', 'header-b.json'] as const;

const checksum = ({ generation, text }: StoredHeader): string =>
  hash('sha256', `${generation}\n${text}`, 'hex');

/** The bytes of one copy. */
export const encodeHeader = (header: StoredHeader): Buffer =>
  Buffer.from(
    JSON.stringify({ format: 1, generation: header.generation, sha256: checksum(header), text: header.text }),
  );

/** The header in a copy's bytes; `null` if they are not whole. */
export function decodeHeader(bytes: Uint8Array): StoredHeader | null {
  try {
    const { generation, sha256, text } = storedHeader.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return checksum({ generation, text }) === sha256 ? { generation, text } : null;
  } catch {
    return null;
  }
}

interface Copy {
  readonly path: string;
  readonly exists: boolean;
  /** `null`: absent or not whole. */
  readonly header: StoredHeader | null;
}

/** Generation for sorting; an unreadable copy is the oldest. */
const age = (copy: Copy): number => copy.header?.generation ?? 0;

/** The vault header in `directory`, which is made on the first write. */
export function headerFile(fs: FileSystem, directory: string): HeaderFile {
  const alone = inTurn();

  async function copies(): Promise<readonly Copy[]> {
    const found: Copy[] = [];
    for (const name of copyNames) {
      const path = join(directory, name);
      const bytes = await fs.readFile(path);
      found.push({ path, exists: bytes !== null, header: bytes && decodeHeader(bytes) });
    }
    return found.sort((a, b) => age(a) - age(b));
  }

  async function read(): Promise<StoredHeader | null> {
    const found = await copies();
    const header = found.at(-1)?.header;
    if (!header) {
      if (found.some((copy) => copy.exists)) throw new CodedError('header.damaged');
      return null;
    }
    for (const copy of found) {
      if (copy.header && checksum(copy.header) === checksum(header)) continue;
      // The header is at hand; a repair that fails now is tried again at the next read.
      await writeWholeFile(fs, copy.path, encodeHeader(header)).catch(() => undefined);
    }
    // A copy that was put in place just before the program ended may have its name in the system's memory only.
    await fs.syncDirectory(directory).catch(() => undefined);
    return header;
  }

  async function write(header: StoredHeader): Promise<void> {
    await makeDurableDirectory(fs, directory);
    const found = await copies();
    const last = found.at(-1)?.header ?? null;
    if (!last && found.some((copy) => copy.exists)) throw new CodedError('header.outdated');
    const isRepeated = last !== null && checksum(last) === checksum(header);
    if (!isRepeated && header.generation !== (last?.generation ?? 0) + 1)
      throw new CodedError('header.outdated');
    // All that needs room is done before anything takes effect; then the older copy first.
    const bytes = encodeHeader(header);
    const prepared = [];
    for (const { path } of found) prepared.push(await prepareWholeFile(fs, path, bytes));
    for (const copy of prepared) await copy.commit();
  }

  return { read: () => alone(read), write: (header) => alone(() => write(header)) };
}
