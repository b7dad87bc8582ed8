/**
 * A record as it lies on the server. Guarantees, against whoever runs it: a value shows its size in steps, the epoch and
 * the workstation that wrote it, and nothing else – kind, id, index and content are inside the seal, and the key is a
 * keyed digest. What was moved to another key does not open, because the key is bound as the row's id.
 */
import type { SealedRow } from '#shared/ports/sealing.ts';
import { valueFormats } from './value-format.ts';

/** The table to which values on the server are bound, so that none passes for a row on the disk, nor the reverse. */
export const wireTable = 'sync';

const revPattern = /^[0-9a-z]{1,12}\.([0-9a-f]{16})\.[0-9a-f]{8}$/;
const ascii = new TextDecoder('ascii');
const utf8 = new TextEncoder();
const text = new TextDecoder('utf-8', { fatal: true });
const nonceBytes = 12;

/** Format (value-format.ts), epoch and rev (a byte of length before each), nonce, body. */
export function wireOf({ rev, keyId, nonce, body }: SealedRow): Uint8Array<ArrayBuffer> {
  const names = [keyId, rev].map((name) => utf8.encode(name));
  return concat([
    Uint8Array.of(valueFormats.record),
    ...names.flatMap((name) => [Uint8Array.of(name.length), name]),
    nonce,
    body,
  ]);
}

/** The sealed row under that key, `undefined` where it has no such form. */
export function rowOnWire(key: string, value: Uint8Array): SealedRow | undefined {
  let at = 1;
  const name = (): string => {
    const end = at + 1 + (value[at] ?? 0);
    const read = ascii.decode(value.subarray(at + 1, end));
    at = end;
    return read;
  };
  const keyId = name();
  const rev = name();
  const bodyAt = at + nonceBytes;
  if (value[0] !== valueFormats.record || bodyAt >= value.length || !revPattern.test(rev)) return undefined;
  return { id: key, rev, keyId, nonce: value.slice(at, bodyAt), body: value.slice(bodyAt), index: {} };
}

/** Which workstation sealed it. */
export function writerOf({ rev }: Pick<SealedRow, 'rev'>): string {
  return revPattern.exec(rev)?.[1] ?? '';
}

/** What is inside the seal: the record's name, a line each, then its JSON, filled up to a size that many have. */
export function wireContent(kind: string, id: string, json: Uint8Array): Uint8Array<ArrayBuffer> {
  const name = utf8.encode(`${kind}\n${id}\n`);
  const length = name.length + json.length;
  const bytes = new Uint8Array(padded(length)).fill(0x20);
  bytes.set(name);
  bytes.set(json, name.length);
  return bytes;
}

/** Name and JSON again; `undefined` where it is none. */
export function readWireContent(
  bytes: Uint8Array,
): { readonly kind: string; readonly id: string; readonly json: Uint8Array } | undefined {
  const first = bytes.indexOf(0x0a);
  const second = bytes.indexOf(0x0a, first + 1);
  if (first < 0 || second < 0) return undefined;
  try {
    return {
      kind: text.decode(bytes.subarray(0, first)),
      id: text.decode(bytes.subarray(first + 1, second)),
      json: bytes.subarray(second + 1),
    };
  } catch {
    return undefined;
  }
}

/** Below this everything is one size. */
const smallest = 256;

/**
 * The size that shows: Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with
 * PURBs", 2019, §4), which leaves O(log log n) bits of the size and costs at most 12 %.
 */
export function padded(length: number): number {
  if (length <= smallest) return smallest;
  const exponent = Math.floor(Math.log2(length));
  const step = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1));
  return Math.ceil(length / step) * step;
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
