import { err, type Result } from '#shared/domain/result.ts';
import { mostBytes, type ReadFailure, type ReadFile, type ReadOptions } from './read-table.ts';
import type { ReadRequest } from './read-table-worker.ts';

export interface Reading {
  readonly done: Promise<Result<ReadFile, ReadFailure>>;
  /** Stops at once; `done` then never answers. */
  cancel(): void;
}

/** Reads a file in a worker of its own, so that the window stays usable and reading can be stopped at any time. */
export function startReading(file: Blob, options: ReadOptions): Reading {
  const worker = new Worker(new URL('./read-table-worker.ts', import.meta.url), { type: 'module' });
  let cancelled = false;
  const done = (async (): Promise<Result<ReadFile, ReadFailure>> => {
    if (file.size > mostBytes) return err('too-large');
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return err('unreadable');
    }
    if (cancelled) return new Promise(() => undefined);
    return await new Promise((resolve) => {
      worker.addEventListener('message', (event: MessageEvent<Result<ReadFile, ReadFailure>>) =>
        resolve(event.data),
      );
      worker.addEventListener('error', () => resolve(err('unreadable')));
      const request: ReadRequest = { bytes, options };
      worker.postMessage(request, [bytes.buffer]);
    });
  })();
  const ended = done.finally(() => worker.terminate());
  return {
    done: ended,
    cancel: () => {
      cancelled = true;
      worker.terminate();
    },
  };
}
