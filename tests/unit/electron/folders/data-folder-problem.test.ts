import { describe, expect, it } from 'vitest';
import { dataFolderProblem, type FolderFacts } from '#electron/folders/data-folder-problem.ts';
import { fileSystemOf } from '#electron/folders/folder-facts.ts';

const windows = (change: Partial<FolderFacts>): FolderFacts => ({
  platform: 'win32',
  realPath: 'C:\\ProgramData\\Wegmarke',
  fileSystem: undefined,
  syncedFolders: ['C:\\Users\\a\\OneDrive'],
  ...change,
});
const linux = (change: Partial<FolderFacts>): FolderFacts => ({
  ...windows({
    platform: 'linux',
    realPath: '/home/a/.local/share/wegmarke',
    fileSystem: 'ext4',
    syncedFolders: [],
  }),
  ...change,
});

describe('dataFolderProblem', () => {
  it.each([
    ['a local disk on Windows', windows({})],
    ['a local device path', windows({ realPath: '\\\\?\\C:\\ProgramData\\Wegmarke' })],
    ['a neighbour of the synced folder', windows({ realPath: 'C:\\Users\\a\\OneDriveless' })],
    ['a local disk on Linux', linux({})],
    ['an overlay', linux({ fileSystem: 'overlay' })],
  ])('none: %s', (_name, facts) => {
    expect(dataFolderProblem(facts)).toBe('none');
  });

  it.each([
    ['UNC', windows({ realPath: '\\\\server\\share\\Wegmarke' })],
    ['UNC with slashes', windows({ realPath: '//server/share/Wegmarke' })],
    ['long UNC', windows({ realPath: '\\\\?\\UNC\\server\\share' })],
    ['NFS', linux({ fileSystem: 'nfs4' })],
    ['SMB', linux({ fileSystem: 'cifs' })],
    ['SSHFS', linux({ fileSystem: 'fuse.sshfs' })],
  ])('network: %s', (_name, facts) => {
    expect(dataFolderProblem(facts)).toBe('network');
  });

  it.each([
    ['in OneDrive', windows({ realPath: 'c:\\users\\A\\onedrive\\Wegmarke' })],
    [
      'OneDrive of a company',
      windows({ realPath: 'C:\\Users\\a\\OneDrive - Landkreis\\x', syncedFolders: [] }),
    ],
    ['Nextcloud', linux({ realPath: '/home/a/Nextcloud/wegmarke' })],
    ['Dropbox', linux({ realPath: '/home/a/Dropbox' })],
  ])('synced: %s', (_name, facts) => {
    expect(dataFolderProblem(facts)).toBe('synced');
  });
});

describe('fileSystemOf', () => {
  const mounts =
    '/dev/sda1 / ext4 rw 0 0\nserver:/x /srv/data nfs4 rw 0 0\n//s/y /mnt/my\\040share cifs rw 0 0\n' +
    'systemd-1 /home/b autofs rw 0 0\nserver:/b /home/b nfs4 rw 0 0\n';
  it.each([
    ['/home/a', 'ext4'],
    ['/srv/data', 'nfs4'],
    ['/srv/data/deep', 'nfs4'],
    ['/srv/database', 'ext4'],
    ['/mnt/my share/x', 'cifs'],
    ['/home/b/x', 'nfs4'],
  ])('%s lies on %s', (path, type) => {
    expect(fileSystemOf(path, mounts)).toBe(type);
  });
});
