/**
 * A file of the kiosk's inbox: frames of the operation journal's format behind each other, under a segment id that
 * only the inbox has. Each frame stands for itself (the chain hash is zero): one that was damaged hides no other.
 * "Synced up to" is where the frame begins, so that a bad place before a good frame is known to have been on the disk.
 */
import type { FileSystem } from '#electron/disk/file-system.ts';
import { FileWindow } from '#electron/journal/file-window.ts';
import {
  chainStart,
  encodeChecksum,
  encodeHead,
  frameBytes,
  payloadOf,
} from '#electron/journal/frame-format.ts';
import { framesBehind } from '#electron/journal/segment-scan.ts';
import { maxEntryBytes } from '#shared/ipc/contract/kiosk.ts';

/** A sealed self check-in under the number that names it. */
export interface InboxEntry {
  readonly seq: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a file was found to hold. */
export interface InboxContent {
  readonly entries: readonly InboxEntry[];
  /** Something that had been acknowledged can't be read any more. A torn end is none: it never was. */
  readonly damaged: boolean;
}

const segmentId = Buffer.from('WMKINBOX', 'latin1');

/** The bytes of one entry. @param position where it will begin in the file. */
export function encodeEntry({ seq, bytes }: InboxEntry, position: number): Buffer {
  const head = encodeHead({
    payloadBytes: bytes.length,
    seq,
    syncedUpTo: position,
    segmentId,
    previousChain: chainStart,
  });
  return Buffer.concat([head, bytes, encodeChecksum(head, bytes)]);
}

/** The bytes of a file that holds these entries. */
export function encodeEntries(entries: readonly InboxEntry[]): Buffer {
  const parts: Buffer[] = [];
  let position = 0;
  for (const entry of entries) {
    const part = encodeEntry(entry, position);
    parts.push(part);
    position += part.length;
  }
  return Buffer.concat(parts);
}

/** Reads a file to its end, whatever lies between the entries. @throws the file system's errors. */
export async function readEntries(fs: FileSystem, path: string): Promise<InboxContent> {
  const entries: InboxEntry[] = [];
  let damaged = false;
  let end = 0;
  const file = await fs.open(path, 'read');
  try {
    const size = await fs.size(path);
    const window = new FileWindow(file, size);
    for await (const { position, head, frame } of framesBehind(window, 0, segmentId)) {
      damaged ||= position > end && head.syncedUpTo > end;
      end = position + frame.length;
      entries.push({ seq: head.seq, bytes: new Uint8Array(payloadOf(frame)) });
    }
    // Entries are fsync'd one by one: a torn end is never longer than one of them.
    damaged ||= size - end > frameBytes(maxEntryBytes);
  } finally {
    await file.close();
  }
  return { entries, damaged };
}
