/**
 * Many rows at once, spread over workers.
 *
 * Guarantees results in order, a bounded number of batches on the way, and an end of all workers (with their
 * handles of keys) when the vault is locked.
 */
import type { Bytes } from './bytes.ts';
import {
  type CipherAnswer,
  type CipherJob,
  type CipherMode,
  type CipherSetup,
  packItems,
  unpackResults,
} from './cipher-batch.ts';
import type { CipherItem } from './row-cipher.ts';
import { VaultLockedError } from './vault-failure.ts';

/** Rows of a batch: large enough that the message costs nothing, small enough that workers end together. */
const batchRows = 500;
/** A few very large rows (directory chunks) fill a batch as well. */
const batchBytes = 2 * 1024 * 1024;
/** Batches under way per worker, so that it finds the next one waiting. */
const depth = 2;

interface Waiting {
  readonly resolve: (answer: CipherAnswer) => void;
  readonly reject: (cause: Error) => void;
}

export interface CipherPool {
  run(mode: CipherMode, items: readonly CipherItem[]): Promise<(Bytes | null)[]>;
  /** Goes on with these keys: the present ones first, more behind them. */
  extend(keys: readonly CryptoKey[]): void;
  close(): void;
}

/** Cuts rows into batches by number and size. */
function batches(items: readonly CipherItem[]): (readonly CipherItem[])[] {
  const cut: (readonly CipherItem[])[] = [];
  let start = 0;
  let size = 0;
  items.forEach((item, at) => {
    size += item.data.length;
    if (at + 1 - start < batchRows && size < batchBytes) return;
    cut.push(items.slice(start, at + 1));
    start = at + 1;
    size = 0;
  });
  if (start < items.length) cut.push(items.slice(start));
  return cut;
}

/** Starts one worker per spare processor, at least two (WebCrypto waits more than it works), at most four. */
export function createCipherPool(first: readonly CryptoKey[]): CipherPool {
  let keys = first;
  const waiting = new Map<number, Waiting>();
  let jobs = 0;
  const failAll = (cause: Error): void => {
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  };
  const workers = Array.from({ length: Math.min(4, Math.max(2, navigator.hardwareConcurrency - 1)) }, () => {
    const worker = new Worker(new URL('./cipher-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<CipherAnswer>) => {
      waiting.get(data.job)?.resolve(data);
      waiting.delete(data.job);
    });
    worker.addEventListener('error', () => failAll(new Error('A cipher worker failed.')));
    return worker;
  });

  const extend = (next: readonly CryptoKey[]): void => {
    keys = next;
    const setup: CipherSetup = { kind: 'setup', keys };
    for (const worker of workers) worker.postMessage(setup);
  };
  extend(first);

  const send = (worker: Worker, mode: CipherMode, batch: readonly CipherItem[]): Promise<CipherAnswer> =>
    new Promise((resolve, reject) => {
      jobs += 1;
      waiting.set(jobs, { resolve, reject });
      const job: CipherJob = { kind: 'job', job: jobs, mode, ...packItems(batch, keys) };
      worker.postMessage(job, [job.bytes.buffer, job.layout.buffer]);
    });

  return {
    async run(mode, items) {
      const todo = batches(items);
      const results: (Bytes | null)[][] = [];
      let next = 0;
      const lane = async (worker: Worker): Promise<void> => {
        for (let at = next++; at < todo.length; at = next++) {
          results[at] = unpackResults(await send(worker, mode, todo[at] ?? []));
        }
      };
      await Promise.all(workers.flatMap((worker) => Array.from({ length: depth }, () => lane(worker))));
      return results.flat();
    },
    extend,
    close() {
      for (const worker of workers) worker.terminate();
      failAll(new VaultLockedError());
    },
  };
}
