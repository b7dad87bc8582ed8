import { describe, expect, it } from 'vitest';
import { appFolders, type Surroundings } from '#electron/folders/app-folders.ts';

const on = (change: Partial<Surroundings>): ReturnType<typeof appFolders> =>
  appFolders({ platform: 'linux', env: {}, home: '/home/a', argv: [], ...change });

describe('appFolders', () => {
  it('on Windows: data for the PC, the keystore part for the user', () => {
    const env = { ProgramData: 'D:\\ProgramData', LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' };
    expect(on({ platform: 'win32', env, home: 'C:\\Users\\a' })).toEqual({
      data: 'D:\\ProgramData\\Wegmarke',
      local: 'C:\\Users\\a\\AppData\\Local\\Wegmarke',
    });
  });

  it('on Windows without an environment: the usual places', () => {
    expect(on({ platform: 'win32', home: 'C:\\Users\\a' })).toEqual({
      data: 'C:\\ProgramData\\Wegmarke',
      local: 'C:\\Users\\a\\AppData\\Local\\Wegmarke',
    });
  });

  it('on Linux: the XDG folders, relative ones ignored', () => {
    expect(on({})).toEqual({ data: '/home/a/.local/share/wegmarke', local: '/home/a/.local/state/wegmarke' });
    expect(on({ env: { XDG_DATA_HOME: '/srv/x', XDG_STATE_HOME: 'rel' } })).toEqual({
      data: '/srv/x/wegmarke',
      local: '/home/a/.local/state/wegmarke',
    });
  });

  it('takes everything into --data-dir, but only an absolute one', () => {
    expect(on({ argv: ['app', '--data-dir=/tmp/x'] })).toEqual({ data: '/tmp/x', local: '/tmp/x/local' });
    expect(on({ argv: ['--data-dir=x'] }).data).toBe('/home/a/.local/share/wegmarke');
  });
});
