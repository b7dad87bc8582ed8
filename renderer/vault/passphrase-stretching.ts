import { type Bytes, utf8 } from './bytes.ts';
import type { KdfParameters } from './header.ts';

export interface StretchRequest {
  readonly passphrase: Bytes;
  readonly salt: Bytes;
  readonly kdf: Pick<KdfParameters, 'memoryKiB' | 'iterations' | 'parallelism'>;
}

export interface StretchAnswer {
  /** 32 bytes. To be wiped by the caller. */
  readonly stretched: Bytes;
  /** Milliseconds of Argon2id alone, without the worker's start. */
  readonly argon2Ms: number;
}

const started = (): Worker => new Worker(new URL('./argon2-worker.ts', import.meta.url), { type: 'module' });

let waiting: Worker | undefined;

/** Starts the worker, which has nothing of anybody yet, while somebody is still typing. */
export function prepareStretching(): void {
  waiting ??= started();
}

/**
 * Argon2id of a passphrase, in a worker so that the window stays responsive. NFKC first: the same letters typed on
 * another keyboard or system (ä as one or two code points) are the same passphrase.
 */
export function stretchPassphrase(
  passphrase: string,
  salt: Bytes,
  kdf: StretchRequest['kdf'],
): Promise<StretchAnswer> {
  const worker = waiting ?? started();
  waiting = undefined;
  return new Promise<StretchAnswer>((resolve, reject) => {
    worker.addEventListener('message', (event: MessageEvent<StretchAnswer>) => resolve(event.data));
    worker.addEventListener('error', () => reject(new Error('The key derivation worker failed.')));
    const request: StretchRequest = { passphrase: utf8(passphrase.normalize('NFKC')), salt, kdf };
    worker.postMessage(request, [request.passphrase.buffer]);
  }).finally(() => worker.terminate());
}
