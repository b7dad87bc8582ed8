import { hash } from 'node:crypto';

/** Up to 2 KB that depend on the sequence alone, so that another process can tell whether they are right. */
export function realDiskPayload(seq: number): Buffer {
  const part = hash('sha256', String(seq), 'buffer');
  return Buffer.concat(Array.from({ length: 1 + (seq % 60) }, () => part));
}
