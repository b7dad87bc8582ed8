/** Stretches one passphrase off the window's thread. Ended after each answer, so that its 64 MiB go with it. */
import { argon2id } from 'hash-wasm';
import type { StretchAnswer, StretchRequest } from './passphrase-stretching.ts';

addEventListener('message', async (event: MessageEvent<StretchRequest>) => {
  const { passphrase, salt, kdf } = event.data;
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
});
