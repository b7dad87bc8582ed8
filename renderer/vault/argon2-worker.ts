/** Stretches one passphrase off the window's thread. Ended after each answer, so that its memory goes with it. */
import { argon2id } from 'hash-wasm';
import type { StretchAnswer, StretchRequest } from './passphrase-stretching.ts';

async function stretch({ passphrase, salt, kdf }: StretchRequest): Promise<void> {
  const start = performance.now();
  const stretched = await argon2id({
    password: passphrase,
    salt,
    memorySize: kdf.memoryKiB,
    iterations: kdf.iterations,
    parallelism: kdf.parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
  passphrase.fill(0);
  const answer: StretchAnswer = { stretched: new Uint8Array(stretched), argon2Ms: performance.now() - start };
  postMessage(answer, { transfer: [answer.stretched.buffer] });
}

addEventListener('message', ({ data }: MessageEvent<StretchRequest>) => {
  // An error (too little memory) must reach the window as one, so that no caller waits for ever.
  stretch(data).catch((cause: unknown) => reportError(cause));
});
