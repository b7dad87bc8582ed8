/** Seals or opens batches of rows beside the window's thread. It gets handles of keys, never key bytes. */
import { type CipherJob, type CipherSetup, mapItems, packResults } from './cipher-batch.ts';
import { decrypt, encrypt } from './row-cipher.ts';

let keys: readonly CryptoKey[] = [];
/** One batch after the other, so that a bounded number of operations is in flight. */
let last: Promise<void> = Promise.resolve();

async function runJob(job: CipherJob): Promise<void> {
  const run = job.mode === 'seal' ? encrypt : decrypt;
  const results = await Promise.all(
    mapItems(job, (keyIndex, nonce, binding, data) => {
      const key = keys[keyIndex];
      return key ? run(key, nonce, binding, data) : null;
    }),
  );
  const answer = packResults(job.job, results);
  if (job.mode === 'seal') job.bytes.fill(0);
  postMessage(answer, { transfer: [answer.bytes.buffer, answer.lengths.buffer] });
}

addEventListener('message', ({ data }: MessageEvent<CipherSetup | CipherJob>) => {
  if (data.kind === 'setup') keys = data.keys;
  // An error must reach the window as one, so that no caller waits for ever.
  else last = last.then(() => runJob(data)).catch((cause: unknown) => reportError(cause));
});
