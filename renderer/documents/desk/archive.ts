import type { Refusal } from '#shared/domain/commands/define.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { NamedFile } from '#shared/ports/documents.ts';
import type { ArchiveAnswer, ArchiveRequest } from './archive-worker.ts';

interface PackingOptions {
  /** Ends the work at once; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onPacked?: (done: number, count: number) => void;
}

/** An encrypted ZIP (AES-256) of PDFs, made in memory on a thread of its own. Refusal: `document.failed`. */
export async function packArchive(
  files: readonly NamedFile[],
  passphrase: string,
  { signal, onPacked }: PackingOptions = {},
): Promise<Result<Uint8Array, Refusal>> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./archive-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<ArchiveAnswer>) => {
        if (data.kind === 'packed') onPacked?.(data.done, files.length);
        else resolve(data.kind === 'made' ? ok(data.zip) : err({ code: 'document.failed' }));
      });
      worker.addEventListener('error', () => resolve(err({ code: 'document.failed' })));
      signal?.addEventListener('abort', () => reject(signal.reason));
      worker.postMessage({ files, passphrase } satisfies ArchiveRequest);
    });
  } finally {
    worker.terminate();
  }
}
