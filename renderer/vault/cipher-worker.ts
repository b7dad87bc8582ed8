/** Seals or opens batches of rows beside the window's thread. It gets handles of keys, never key bytes. */
import type { Bytes } from './bytes.ts';
import {
  type CipherJob,
  type CipherSetup,
  type PackedItem,
  packResults,
  unpackItems,
} from './cipher-batch.ts';
import { decryptRow, encryptRow } from './row-cipher.ts';

/** Operations in flight; more gain nothing and hold memory. */
const inFlight = 128;
let keys: readonly CryptoKey[] = [];
let last: Promise<void> = Promise.resolve();

async function runJob(job: CipherJob): Promise<void> {
  const run = job.mode === 'seal' ? encryptRow : decryptRow;
  const one = ({ keyIndex, ...rest }: PackedItem): Promise<Bytes | null> => {
    const key = keys[keyIndex];
    return key ? run({ key, ...rest }) : Promise.resolve(null);
  };
  const items = [...unpackItems(job)];
  const results: (Bytes | null)[] = [];
  for (let start = 0; start < items.length; start += inFlight) {
    results.push(...(await Promise.all(items.slice(start, start + inFlight).map(one))));
  }
  const answer = packResults(job.job, results);
  if (job.mode === 'seal') job.bytes.fill(0);
  postMessage(answer, { transfer: [answer.bytes.buffer, answer.lengths.buffer] });
}

addEventListener('message', ({ data }: MessageEvent<CipherSetup | CipherJob>) => {
  if (data.kind === 'setup') keys = data.keys;
  // An error must reach the window as one, so that no caller waits for ever.
  else last = last.then(() => runJob(data)).catch((cause: unknown) => reportError(cause));
});
