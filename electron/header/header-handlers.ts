import type { DiskSpace } from '#electron/disk/free-disk.ts';
import type { HandlersOf } from '#electron/ipc/handlers.ts';
import type { HeaderFile } from './header-file.ts';

/** Answers the vault header's calls. */
export function headerHandlers(
  header: HeaderFile,
  space: DiskSpace,
): HandlersOf<'header.read' | 'header.write'> {
  return {
    'header.read': () => header.read(),
    'header.write': async (next) => {
      await space.demandRoom();
      await header.write(next);
    },
  };
}
