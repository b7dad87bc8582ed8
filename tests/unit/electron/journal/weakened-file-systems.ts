import type { FileSystem, OpenFile } from '#electron/disk/file-system.ts';
import type { Weaken } from './journal-under-faults.ts';

function replaceSync(fs: FileSystem, sync: (file: OpenFile) => Promise<void>): FileSystem {
  return new Proxy(fs, {
    get: (target, name: keyof FileSystem) => {
      if (name !== 'open') return target[name].bind(target);
      return async (path: string, mode: 'read' | 'update' | 'create'): Promise<OpenFile> => {
        const file = await target.open(path, mode);
        return { ...file, sync: () => sync(file) };
      };
    },
  });
}

function withoutDirectorySync(fs: FileSystem): FileSystem {
  return new Proxy(fs, {
    get: (target, name: keyof FileSystem) =>
      name === 'syncDirectory' ? async () => undefined : target[name].bind(target),
  });
}

/** What the check must notice: a file system on which one of the journal's precautions is without effect. */
export const weakened: readonly (readonly [string, Weaken])[] = [
  ['fsync of files is left out', (fs) => replaceSync(fs, async () => undefined)],
  ['fsync of folders is left out', withoutDirectorySync],
  [
    'a failed fsync is tried again and believed',
    (fs) => replaceSync(fs, (file) => file.sync().catch(() => file.sync())),
  ],
];
