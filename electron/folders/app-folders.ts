import { isAbsolute, posix, win32 } from 'node:path';

/** Where things lie on this computer. */
export type AppFolders = {
  /** Vault header, journal, browser data: shared by all users of a Windows PC. */
  readonly data: string;
  /** What belongs to one user: the keystore part, and what Electron itself keeps. */
  readonly local: string;
};

/** What the choice of folders depends on. */
export type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly argv: readonly string[];
};

const dataDirSwitch = '--data-dir=';

function windowsFolders({ env, home }: Surroundings): AppFolders {
  const programData = env.ProgramData ?? env.ALLUSERSPROFILE ?? 'C:\\ProgramData';
  const localAppData = env.LOCALAPPDATA ?? win32.join(home, 'AppData', 'Local');
  return { data: win32.join(programData, 'Wegmarke'), local: win32.join(localAppData, 'Wegmarke') };
}

function xdgFolders({ env, home }: Surroundings): AppFolders {
  // The XDG base directory specification has relative values ignored.
  const folder = (value: string | undefined, otherwise: string): string =>
    value !== undefined && posix.isAbsolute(value) ? value : posix.join(home, otherwise);
  return {
    data: posix.join(folder(env.XDG_DATA_HOME, '.local/share'), 'wegmarke'),
    local: posix.join(folder(env.XDG_STATE_HOME, '.local/state'), 'wegmarke'),
  };
}

/**
 * The folders for this start. `--data-dir=<absolute path>` moves everything into one folder, for trials and tests;
 * it is checked like any other (see `dataFolderProblem`), so it opens no way around the refusals.
 */
export function appFolders(surroundings: Surroundings): AppFolders {
  const path = surroundings.platform === 'win32' ? win32 : posix;
  const given = surroundings.argv.find((arg) => arg.startsWith(dataDirSwitch))?.slice(dataDirSwitch.length);
  if (given !== undefined && isAbsolute(given)) return { data: given, local: path.join(given, 'local') };
  return surroundings.platform === 'win32' ? windowsFolders(surroundings) : xdgFolders(surroundings);
}
