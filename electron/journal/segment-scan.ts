/**
 * Reads one segment from its header to its end and says what holds.
 *
 * Torn or damaged? A crash may leave any part of what was written after the last fsync. So a bad place is taken for a
 * torn tail only in the last segment, and only if no frame behind it says that the disk already held more than that
 * place. Everything else is damage to frames that had been reported as saved.
 */

import type { FileWindow } from './file-window.ts';
import {
  chainOfFrame,
  checksumHolds,
  decodeClosingMark,
  decodeHead,
  type FrameHead,
  frameBytes,
  frameMagic,
  headBytes,
} from './frame-format.ts';

/** The last good frame, which the next one has to follow. */
export interface Tail {
  readonly seq: number;
  readonly chain: Buffer;
  /** The frame's first 48 bytes; `null` before the first frame. */
  readonly head: Buffer | null;
}

/** Where a frame lies in its segment. */
export interface FramePlace {
  readonly position: number;
  readonly seq: number;
  readonly bytes: number;
}

export interface SegmentScan {
  readonly condition: 'clean' | 'torn' | 'damaged';
  readonly tail: Tail;
  /** Byte behind the last frame of the unbroken sequence. */
  readonly end: number;
  /** What was fsync'd for certain: up to which byte of the segment (0: not even its name), and the last frame of it. */
  readonly synced: { readonly upTo: number; readonly tail: Tail };
  /** The journal was closed in order behind the last frame. */
  readonly closed: boolean;
  /** Good frames behind damage. */
  readonly rescued: readonly FramePlace[];
}

interface FoundFrame {
  readonly position: number;
  readonly head: FrameHead;
  /** All its bytes, as a view that is good until the window moves. */
  readonly frame: Buffer;
}

/** The frame at this position, if its checksums hold. @param id of the segment; `null` takes any. */
export async function frameAt(
  window: FileWindow,
  position: number,
  id: Buffer | null,
): Promise<FoundFrame | null> {
  const head = decodeHead(await window.at(position, headBytes));
  if (!head || (id && !head.segmentId.equals(id))) return null;
  const frame = await window.at(position, frameBytes(head.payloadBytes));
  if (frame.length < frameBytes(head.payloadBytes) || !checksumHolds(frame)) return null;
  return { position, head, frame };
}

const searchBytes = 1_048_576;

async function nextMagic(window: FileWindow, from: number): Promise<number | null> {
  let position = from;
  for (;;) {
    const bytes = await window.at(position, searchBytes);
    if (bytes.length < frameMagic.length) return null;
    const offset = bytes.indexOf(frameMagic);
    if (offset >= 0) return position + offset;
    position += bytes.length - frameMagic.length + 1;
  }
}

/** Every frame from `from` on whose checksums hold, whatever lies between. */
export async function* framesBehind(
  window: FileWindow,
  from: number,
  id: Buffer | null,
): AsyncGenerator<FoundFrame, void, undefined> {
  let position: number | null = from;
  while (position !== null) {
    const found: FoundFrame | null = await frameAt(window, position, id);
    if (found) {
      const next: number = position + found.frame.length;
      yield found;
      position = next;
    } else {
      position = await nextMagic(window, position + 1);
    }
  }
}

async function isClosedAt(
  window: FileWindow,
  position: number,
  bounds: SegmentBounds,
  tail: Tail,
): Promise<boolean> {
  if (!bounds.isLast || position + headBytes !== bounds.end) return false;
  const mark = decodeClosingMark(await window.at(position, headBytes));
  return (
    mark !== null &&
    mark.syncedUpTo === position &&
    mark.segmentId.equals(bounds.id) &&
    mark.previousChain.equals(tail.chain)
  );
}

async function judgeBadPlace(
  window: FileWindow,
  bad: number,
  id: Buffer,
  isLast: boolean,
): Promise<Pick<SegmentScan, 'condition' | 'rescued'>> {
  const rescued: FramePlace[] = [];
  let provesLoss = !isLast;
  for await (const { position, head, frame } of framesBehind(window, bad, id)) {
    rescued.push({ position, seq: head.seq, bytes: frame.length });
    provesLoss ||= head.syncedUpTo > bad;
  }
  return provesLoss ? { condition: 'damaged', rescued } : { condition: 'torn', rescued: [] };
}

/** What a segment is expected to hold. */
export interface SegmentBounds {
  readonly id: Buffer;
  /** The frame before its first one. */
  readonly tail: Tail;
  /** Where its frames begin and end, in bytes. */
  readonly start: number;
  readonly end: number;
  /** No later segment vouches for its end. */
  readonly isLast: boolean;
}

/** Checks every frame: checksums, sequence, chain. @param onFrame gets each frame of the unbroken sequence. */
export async function scanSegment(
  window: FileWindow,
  bounds: SegmentBounds,
  onFrame: (place: FramePlace) => void,
): Promise<SegmentScan> {
  let { tail } = bounds;
  let position = bounds.start;
  let synced = { upTo: 0, tail };
  while (position < bounds.end) {
    const found = await frameAt(window, position, bounds.id);
    if (!found || found.head.seq !== tail.seq + 1 || !found.head.previousChain.equals(tail.chain)) break;
    const { head, frame } = found;
    onFrame({ position, seq: head.seq, bytes: frame.length });
    // Frames of one fsync name the same byte: the one at which the first of them starts.
    if (head.syncedUpTo !== synced.upTo) synced = { upTo: head.syncedUpTo, tail };
    tail = { seq: head.seq, chain: chainOfFrame(frame), head: Buffer.from(frame.subarray(0, headBytes)) };
    position += frame.length;
  }
  const scanned = { tail, end: position, rescued: [] };
  if (await isClosedAt(window, position, bounds, tail)) {
    return { ...scanned, condition: 'clean', synced: { upTo: position, tail }, closed: true };
  }
  if (position >= bounds.end) return { ...scanned, condition: 'clean', synced, closed: false };
  const judged = await judgeBadPlace(window, position, bounds.id, bounds.isLast);
  return { ...scanned, ...judged, synced, closed: false };
}
