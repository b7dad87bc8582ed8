import { isAbsolute, join, relative } from 'node:path';
import { z } from 'zod';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { writeWholeFile } from '#electron/disk/write-whole-file.ts';

const stored = z.strictObject({ folder: z.string() });

/** The folder for second copies that the administrator chose. A share (UNC) is fine: nothing waits for it. */
export interface AwayFolder {
  /** `null`: none was ever chosen. */
  read(): Promise<string | null>;
  write(folder: string): Promise<void>;
}

/** Remembers the choice in `directory`. A file that can't be understood counts as none: the state says so at once. */
export function awayFolder(fs: FileSystem, directory: string): AwayFolder {
  const path = join(directory, 'backup-folder.json');
  return {
    read: async () => {
      const bytes = await fs.readFile(path);
      try {
        return bytes && stored.parse(JSON.parse(new TextDecoder().decode(bytes))).folder;
      } catch {
        return null;
      }
    },
    write: (folder) => writeWholeFile(fs, path, Buffer.from(JSON.stringify({ folder }))),
  };
}

/** Whether `folder` is `above` or lies in it: a second copy there would go with the first. */
export function liesIn(folder: string, above: string): boolean {
  const way = relative(above, folder);
  return way === '' || !(way.startsWith('..') || isAbsolute(way));
}
