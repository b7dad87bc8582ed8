/** Where frames lie: unbroken runs of sequences in a segment, with a mark about every MiB. */

interface Mark {
  readonly seq: number;
  readonly position: number;
}

/** Frames that follow each other without a gap in one segment. */
interface Run {
  readonly segment: number;
  readonly firstSeq: number;
  lastSeq: number;
  /** Byte behind the last frame. */
  end: number;
  marks: Mark[];
}

/** A place from which a reader finds a frame by walking forward. */
export interface Place {
  readonly segment: number;
  /** A frame starts here … */
  readonly position: number;
  /** … and has this sequence. */
  readonly seq: number;
  /** The run's last sequence and the byte behind it. */
  readonly lastSeq: number;
  readonly end: number;
}

const markEveryBytes = 1_048_576;

/** The last element for which `holds`, in a list where it holds for a beginning of it. */
function lastWhere<T>(list: readonly T[], holds: (item: T) => boolean): T | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = list[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}

/** How a journal begins: with its first frame, or with the base that compaction made. */
export interface Beginning {
  readonly firstSeq: number;
  /** The last sequence of the base; 0: the journal was never compacted. */
  readonly base: number;
}

export class FrameIndex {
  readonly #runs: Run[] = [];
  beginning: Beginning = { firstSeq: 1, base: 0 };

  /** Sequence of the last frame known; 0 without one. */
  get lastSeq(): number {
    return this.#runs.at(-1)?.lastSeq ?? 0;
  }

  /** Adds a frame behind all others. @param bytes the frame's whole length. */
  add(segment: number, position: number, seq: number, bytes: number): void {
    const last = this.#runs.at(-1);
    if (last && last.segment === segment && last.end === position && last.lastSeq + 1 === seq) {
      last.lastSeq = seq;
      last.end = position + bytes;
      if (position - (last.marks.at(-1)?.position ?? 0) >= markEveryBytes) last.marks.push({ seq, position });
      return;
    }
    this.#runs.push({
      segment,
      firstSeq: seq,
      lastSeq: seq,
      end: position + bytes,
      marks: [{ seq, position }],
    });
  }

  /** Forgets the frames from this sequence on; others are about to be added in their place. */
  dropFrom(seq: number): void {
    while ((this.#runs.at(-1)?.firstSeq ?? 0) >= seq) this.#runs.pop();
    const last = this.#runs.at(-1);
    if (!last || last.lastSeq < seq) return;
    last.lastSeq = seq - 1;
    last.marks = last.marks.filter((mark) => mark.seq < seq);
  }

  /** A place at or before the frame with this sequence; `null` if there is no such frame. */
  find(seq: number): Place | null {
    const run = lastWhere(this.#runs, (candidate) => candidate.firstSeq <= seq);
    if (!run || run.lastSeq < seq) return null;
    const mark = lastWhere(run.marks, (candidate) => candidate.seq <= seq);
    return mark ? { segment: run.segment, ...mark, lastSeq: run.lastSeq, end: run.end } : null;
  }
}
