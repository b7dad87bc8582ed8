/**
 * Guarantees that the journal and the database lie on a disk of this computer: on a network share or in a folder
 * that a cloud client copies, an fsync promises nothing and a second writer can appear at any time.
 */

import type { AppInfo } from '#shared/ipc/contract/app.ts';

/** What is known of the place where the data folder lies. */
export type FolderFacts = {
  readonly platform: NodeJS.Platform;
  /** The folder with links and mapped drives resolved (on Windows a mapped drive resolves to its UNC path). */
  readonly realPath: string;
  /** The file system's type on Linux (`/proc/mounts`), such as `ext4`; `undefined` where it is not known. */
  readonly fileSystem: string | undefined;
  /** Folders that a cloud client keeps up, as the environment names them. */
  readonly syncedFolders: readonly string[];
};

const networkFileSystems =
  /^(nfs\d?|cifs|smb\d?|smbfs|sshfs|fuse\.sshfs|fuse\.rclone|davfs2?|fuse\.davfs2|afs|ceph|glusterfs|fuse\.glusterfs|ncpfs)$/;
const syncedNames = /^(onedrive( - .+)?|dropbox|nextcloud|owncloud|google drive|icloud ?drive|box sync)$/i;

const comparable = (path: string, platform: NodeJS.Platform): string => {
  const slashed = path.replaceAll('\\', '/').replace(/\/+$/, '');
  return platform === 'win32' ? slashed.toLowerCase() : slashed;
};

function isNetwork({ platform, realPath, fileSystem }: FolderFacts): boolean {
  if (platform !== 'win32') return fileSystem !== undefined && networkFileSystems.test(fileSystem);
  const path = realPath.replaceAll('/', '\\');
  const isLocalDevice = /^\\\\[?.]\\[a-z]:\\/i.test(path);
  return path.startsWith('\\\\') && !isLocalDevice;
}

function isSynced({ platform, realPath, syncedFolders }: FolderFacts): boolean {
  const path = comparable(realPath, platform);
  const inside = syncedFolders
    .map((folder) => comparable(folder, platform))
    .some((folder) => folder !== '' && (path === folder || path.startsWith(`${folder}/`)));
  return inside || path.split('/').some((name) => syncedNames.test(name));
}

/** What speaks against the place where the data folder lies or would lie; `none` if nothing does. */
export function dataFolderProblem(
  facts: FolderFacts,
): Extract<AppInfo['dataFolderProblem'], 'none' | 'network' | 'synced'> {
  if (isNetwork(facts)) return 'network';
  return isSynced(facts) ? 'synced' : 'none';
}
