import { join } from 'node:path';
import type { FileSystem, OpenFile } from '#electron/disk/file-system.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import { FileWindow } from './file-window.ts';
import { decodeHead, frameBytes, headBytes, payloadOf } from './frame-format.ts';
import type { FrameIndex, Place } from './frame-index.ts';
import { segmentName } from './segment-format.ts';
import { frameAt } from './segment-scan.ts';

/** A frame as it was appended. */
export interface JournalFrame {
  readonly seq: number;
  readonly payload: Uint8Array<ArrayBuffer>;
}

/** Collects payloads until a page is full; the first one always fits. */
class Page {
  readonly frames: JournalFrame[] = [];
  readonly maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  /** False: it did not fit and the page is full. */
  add(seq: number, payload: Uint8Array): boolean {
    if (this.frames.length > 0 && this.#bytes + payload.length > this.maxBytes) return false;
    this.#bytes += payload.length;
    // A copy of its own, for the view dies with the window's next move.
    this.frames.push({ seq, payload: new Uint8Array(payload) });
    return true;
  }
}

const smallestRead = 65_536;
const largestRead = 4_194_304;

/** Adds the run's frames from `fromSeq` on. Answers the next sequence to read, or `null` if the page is full. */
async function readRun(file: OpenFile, place: Place, fromSeq: number, page: Page): Promise<number | null> {
  const atOnce = Math.min(largestRead, Math.max(smallestRead, page.maxBytes));
  const window = new FileWindow(file, place.end, atOnce);
  let { position, seq } = place;
  for (; seq < fromSeq; seq++) {
    const head = decodeHead(await window.at(position, headBytes));
    if (head?.seq !== seq) throw new CodedError('journal.damaged');
    position += frameBytes(head.payloadBytes);
  }
  for (; seq <= place.lastSeq; seq++) {
    const found = await frameAt(window, position, null);
    if (found?.head.seq !== seq) throw new CodedError('journal.damaged');
    if (!page.add(seq, payloadOf(found.frame))) return null;
    position += found.frame.length;
  }
  return seq;
}

/** A page of frames; `end`: there are none behind them. */
export interface FramePage {
  readonly frames: JournalFrame[];
  readonly end: boolean;
  /** The last sequence of the base with which this journal begins; another one: it was compacted meanwhile. */
  readonly base: number;
}

/**
 * Frames from `fromSeq` on of what `index` knows, or from its beginning on where that is later, about `maxBytes` of them but at least one where there is one; each is
 * checked again. @param openSegment opens the file of a segment.
 * @throws CodedError `journal.damaged` where the first frame asked for is lost, or one is found changed.
 */
export async function readIndexed(
  openSegment: (segment: number) => Promise<OpenFile>,
  index: FrameIndex,
  fromSeq: number,
  maxBytes: number,
): Promise<FramePage> {
  const { lastSeq, beginning } = index;
  const page = new Page(maxBytes);
  let next: number | null = Math.max(fromSeq, beginning.firstSeq);
  while (next !== null && next <= lastSeq) {
    const place: Place | null = index.find(next);
    if (!place) {
      if (page.frames.length === 0) throw new CodedError('journal.damaged');
      break;
    }
    const file = await openSegment(place.segment);
    try {
      next = await readRun(file, place, next, page);
    } finally {
      await file.close();
    }
  }
  return { frames: page.frames, end: next !== null && next > lastSeq, base: beginning.base };
}

/** `readIndexed` over the segments in `directory`. */
export function readFrames(
  fs: FileSystem,
  directory: string,
  index: FrameIndex,
  fromSeq: number,
  maxBytes: number,
): Promise<FramePage> {
  const openSegment = (segment: number) => fs.open(join(directory, segmentName(segment)), 'read');
  return readIndexed(openSegment, index, fromSeq, maxBytes);
}
