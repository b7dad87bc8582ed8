import type { AppInfo } from '#shared/ipc/contract/app.ts';
import type { AppFolders } from './app-folders.ts';
import { type OpenDataFolder, openDataFolder, type Surroundings } from './open-data-folder.ts';
import { refusedHandlers } from './refused-handlers.ts';

type DataFolderProblem = AppInfo['dataFolderProblem'];

/** What answers about the data folder, as far as it may be used. */
export type DataFolderAnswers = OpenDataFolder & { readonly dataFolderProblem: DataFolderProblem };

/** Opens the data folder; one that may not be used, or fails to open, is not touched and every call is refused. */
export async function answersOf(
  folders: AppFolders,
  problem: DataFolderProblem,
  surroundings: Surroundings,
): Promise<DataFolderAnswers> {
  const refused = (dataFolderProblem: DataFolderProblem): DataFolderAnswers => ({
    workstation: () => ({ workstationId: '0'.repeat(16), replaced: [] }),
    locked: () => undefined,
    stopSync: async () => undefined,
    dataFolderProblem,
    close: async () => undefined,
    handlers: refusedHandlers(),
  });
  if (problem !== 'none') return refused(problem);
  try {
    return { ...(await openDataFolder(folders, surroundings)), dataFolderProblem: 'none' };
  } catch {
    return refused('not-writable');
  }
}
