import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FolderFacts } from './data-folder-problem.ts';

/** The type of the file system that holds `path`: the longest mount point above it. Linux only. */
export function fileSystemOf(path: string, mounts: string): string | undefined {
  const rows = mounts.split('\n').map((line) => {
    const [, point = '', type] = line.split(' ');
    // The kernel writes blanks in mount points as octal escapes.
    return { point: point.replaceAll('\\040', ' '), type };
  });
  const above = rows.filter(({ point }) => point === '/' || path === point || path.startsWith(`${point}/`));
  // What was mounted later hides what lies at the same point, as a share hides the automounter's place for it.
  return above.toSorted((a, b) => a.point.length - b.point.length).at(-1)?.type;
}

function nearestRealPath(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    const parent = dirname(folder);
    return parent === folder ? folder : join(nearestRealPath(parent), folder.slice(parent.length));
  }
}

/** Whether files can be written in `folder`. Makes the folder if it can. */
export function isWritable(folder: string): boolean {
  const trial = join(folder, `.trial-${randomUUID()}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(trial, '');
    rmSync(trial);
    return true;
  } catch {
    return false;
  }
}

function mountTable(platform: NodeJS.Platform): string | undefined {
  if (platform !== 'linux') return undefined;
  try {
    return readFileSync('/proc/mounts', 'utf8');
  } catch {
    return undefined;
  }
}

/** Looks at the place where `folder` lies or would lie, and touches nothing. */
export function folderFacts(
  folder: string,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): FolderFacts {
  const realPath = nearestRealPath(folder);
  const mounts = mountTable(platform);
  const synced = [env.OneDrive, env.OneDriveCommercial, env.OneDriveConsumer];
  return {
    platform,
    realPath,
    fileSystem: mounts === undefined ? undefined : fileSystemOf(realPath, mounts),
    syncedFolders: synced.filter((path) => path !== undefined),
  };
}
