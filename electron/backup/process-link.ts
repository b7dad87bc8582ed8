import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import { CodedError } from '#electron/ipc/coded-error.ts';
import type { JobAnswers, JobName, JobTakes, ProcessMessage } from './backup-jobs.ts';

/** Does jobs elsewhere. */
export interface BackupWorker {
  /** @throws CodedError the job's code; `backup.timeout` when nothing was heard for too long or the process ended. */
  run<N extends JobName>(job: N, takes: JobTakes<N>): Promise<JobAnswers<N>>;
  /** Ends the process, whatever it is at. */
  end(): void;
}

/** The part of a utility process that is used. */
export type Child = Pick<UtilityProcess, 'postMessage' | 'kill' | 'on'>;

interface Waiting {
  readonly answer: PromiseWithResolvers<unknown>;
  timer: NodeJS.Timeout;
}

/** Without a word for this long the process is taken for dead: a share that went away answers nothing, ever. */
const silenceMs = 60_000;
/** A process that has nothing to do is ended: it would hold memory all day for a few seconds an hour. */
const idleMs = 30_000;

/** Starts `backup-process.ts` as it is built beside main. */
export const forkBackupProcess = (): Child =>
  utilityProcess.fork(join(import.meta.dirname, 'backup-process.js'), [], { serviceName: 'Backup' });

/** A process that is there while there is something to do. One that hangs is given up, and the next job gets a new one. */
export function backupWorker(fork: () => Child, silence: number = silenceMs): BackupWorker {
  const waiting = new Map<number, Waiting>();
  let child: Child | null = null;
  let nextId = 1;
  let idle: NodeJS.Timeout | undefined;

  function giveUp(of: Child): void {
    if (child !== of) return;
    child = null;
    of.kill();
    for (const [id, { answer, timer }] of waiting) {
      waiting.delete(id);
      clearTimeout(timer);
      answer.reject(new CodedError('backup.timeout'));
    }
  }

  const watch = (of: Child): NodeJS.Timeout => setTimeout(() => giveUp(of), silence);

  function hear(of: Child, message: ProcessMessage): void {
    // Jobs are done in turn: a word about one of them is a word for all that wait.
    for (const other of waiting.values()) {
      clearTimeout(other.timer);
      other.timer = watch(of);
    }
    const asked = waiting.get(message.id);
    if (!asked || message.kind === 'alive') return;
    waiting.delete(message.id);
    clearTimeout(asked.timer);
    if (message.kind === 'done') asked.answer.resolve(message.answer);
    else asked.answer.reject(new CodedError(message.code));
    if (waiting.size === 0) idle = setTimeout(() => giveUp(of), idleMs).unref();
  }

  function started(): Child {
    clearTimeout(idle);
    if (child) return child;
    const fresh = fork();
    child = fresh;
    fresh.on('message', (message: ProcessMessage) => {
      if (child === fresh) hear(fresh, message);
    });
    fresh.on('exit', () => giveUp(fresh));
    return fresh;
  }

  return {
    run: <N extends JobName>(job: N, takes: JobTakes<N>) => {
      const to = started();
      const id = nextId++;
      const answer = Promise.withResolvers<unknown>();
      waiting.set(id, { answer, timer: watch(to) });
      to.postMessage({ id, job, takes });
      // The process answers a job with what that job answers.
      return answer.promise as Promise<JobAnswers<N>>;
    },
    end: () => {
      clearTimeout(idle);
      if (child) giveUp(child);
    },
  };
}
