import type { AppInfo } from '#shared/ipc/contract/app.ts';
import { dataFolderProblem } from './data-folder-problem.ts';
import { folderFacts, isWritable } from './folder-facts.ts';
import { lockFolder } from './folder-lock.ts';

/**
 * Checks the data folder and takes it for this process until it ends. Answers why it may not be used, or `none`. A
 * folder in a place that is refused is not touched.
 */
export async function claimDataFolder(
  folder: string,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Promise<AppInfo['dataFolderProblem']> {
  const facts = folderFacts(folder, platform, env);
  const problem = dataFolderProblem(facts);
  if (problem !== 'none') return problem;
  if (!isWritable(folder)) return 'not-writable';
  return (await lockFolder(facts.realPath, platform)) ? 'none' : 'in-use';
}
