import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { application } from './application.ts';
import { ChromiumGoneError } from './cdp.ts';
import { control } from './control.ts';
import { mayClose, openWindows } from './open-windows.ts';
import { endSessions } from './session.ts';

const paths = new Map<string, string>([
  ['home', homedir()],
  ['temp', tmpdir()],
  ['documents', homedir()],
]);

class StandInApp extends EventEmitter {
  readonly isPackaged = application.packaged;
  readonly commandLine = { appendSwitch: (): void => undefined };
  #quitting = false;
  /** A quit that was held in `will-quit` goes on from there. */
  #sessionsEnded = false;

  getVersion = (): string => application.version;
  getName = (): string => application.name;
  getLocale = (): string => Intl.DateTimeFormat().resolvedOptions().locale;
  getPreferredSystemLanguages = (): string[] => [this.getLocale()];
  enableSandbox = (): void => undefined;
  whenReady = (): Promise<void> => Promise.resolve();

  setPath = (name: string, path: string): void => {
    mkdirSync(path, { recursive: true });
    paths.set(name, path);
  };

  getPath = (name: string): string => {
    const path = paths.get(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    return path;
  };

  /** As Electron's: one process for each `userData` folder. The first one is not told of the second. */
  requestSingleInstanceLock = (): boolean => {
    const digest = createHash('sha256').update(this.getPath('userData')).digest('hex').slice(0, 32);
    const address = process.platform === 'win32' ? `\\\\.\\pipe\\shell-${digest}` : `\0shell-${digest}`;
    const server = createServer((socket) => socket.destroy());
    // Node binds at once and reports on the next tick; whoever loses ends before it has opened a window.
    server.once('error', () => this.exit(0));
    server.listen(address, () => server.unref());
    return true;
  };

  quit = (): void => {
    if (this.#quitting) return;
    this.#quitting = true;
    let prevented = false;
    this.emit('before-quit', {
      preventDefault: () => {
        prevented = true;
      },
    });
    if (prevented || ![...openWindows].every(mayClose)) {
      this.#quitting = false;
      return;
    }
    const ended = this.#sessionsEnded ? Promise.resolve() : endSessions();
    void ended.then(() => {
      this.#sessionsEnded = true;
      let held = false;
      this.emit('will-quit', {
        preventDefault: () => {
          held = true;
        },
      });
      if (held) this.#quitting = false;
      else process.exit(0);
    });
  };

  exit = (code = 0): void => {
    void endSessions().finally(() => process.exit(code));
  };
}

/** Electron's `app`, as far as the app uses it. */
export const app = new StandInApp();

process.on('unhandledRejection', (reason) => {
  if (!(reason instanceof ChromiumGoneError)) throw reason;
});
process.once('SIGTERM', () => app.quit());
process.once('SIGINT', () => app.quit());
control.events.on('quit', () => app.quit());
