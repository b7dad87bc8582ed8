import { join } from 'node:path';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { makeDurableDirectory, writeWholeFile } from '#electron/disk/write-whole-file.ts';
import { readServerAddress, type ServerAddress } from './server-address.ts';

/** The file of the server kit that an administrator gave this computer. Nothing in it is secret. */
export interface KnownServer {
  /** `null`: there is none, or one that can't be read. */
  read(): Promise<ServerAddress | null>;
  write(text: string): Promise<void>;
  forget(): Promise<void>;
}

/** Kept in `directory`, which is made on the first write. */
export function knownServer(fs: FileSystem, directory: string): KnownServer {
  const path = join(directory, 'server.json');
  return {
    read: async () => {
      const bytes = await fs.readFile(path);
      return (bytes && readServerAddress(new TextDecoder().decode(bytes))) ?? null;
    },
    write: async (text) => {
      await makeDurableDirectory(fs, directory);
      await writeWholeFile(fs, path, Buffer.from(text));
    },
    forget: () => fs.remove(path),
  };
}
