/** Electron's `utilityProcess`: a Node process of its own that speaks over a port, by structured clone. */

import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { fileURLToPath } from 'node:url';

const run = fileURLToPath(new URL('./run-utility.ts', import.meta.url));

class StandInUtilityProcess extends EventEmitter {
  readonly stdout = null;
  readonly stderr = null;
  readonly #child: ChildProcess;

  constructor(modulePath: string, args: readonly string[]) {
    super();
    this.#child = fork(run, [modulePath, ...args], {
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code) => this.emit('exit', code ?? 1));
  }

  /** `undefined` before it was spawned and after it ended. */
  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined;
  }

  /** What can't be delivered any more is lost, as in Electron. */
  postMessage = (message: unknown): void => {
    if (this.#child.connected) this.#child.send(message as object, () => undefined);
  };

  /** As Electron: asks the process to end at once, and says whether it could be asked. */
  kill = (): boolean => this.#child.kill('SIGTERM');
}

export const utilityProcess = {
  fork: (
    modulePath: string,
    args: string[] = [],
    _options: Electron.ForkOptions = {},
  ): StandInUtilityProcess => new StandInUtilityProcess(modulePath, args),
};
