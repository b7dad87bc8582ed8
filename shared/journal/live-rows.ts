/**
 * Which rows of a journal are still live: of each row the one that was written last. Guarantees that what compaction
 * keeps is every row that replaying all frames would leave, and nothing older.
 *
 * The frames are gone through twice: `note` learns where each row was written last, `left` then gives of each frame
 * what no later frame replaces.
 */
import { encodePage, type FrameRow, mostRowBytes } from './frame.ts';

interface Last {
  readonly seq: number;
  readonly bytes: number;
}

const keyOf = ({ table, row }: FrameRow): string => `${table} ${row.id}`;

/** Cuts rows into pages: a page is full when the next row would pass `most` bytes. */
class Cutter {
  readonly #most: number;
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether a new page begins with a row of so many bytes. */
  begins(bytes: number): boolean {
    const fresh = this.#bytes === 0 || this.#bytes + bytes > this.#most;
    this.#bytes = fresh ? bytes : this.#bytes + bytes;
    return fresh;
  }
}

export class LiveRows {
  /** In the order in which the frames are gone through, for a row moves to the end when it is written again. */
  readonly #last = new Map<string, Last>();
  /** Rows that a later frame has replaced. */
  superseded = 0;

  /** Notes the rows of the next frame or page. */
  note(seq: number, rows: readonly FrameRow[]): void {
    for (const row of rows) {
      const key = keyOf(row);
      if (this.#last.delete(key)) this.superseded++;
      this.#last.set(key, { seq, bytes: mostRowBytes(row) });
    }
  }

  /** Of the rows of this frame those that no later one replaces, in order. */
  left(seq: number, rows: readonly FrameRow[]): readonly FrameRow[] {
    const mine = new Map<string, FrameRow>();
    for (const row of rows) {
      const key = keyOf(row);
      mine.delete(key);
      if (this.#last.get(key)?.seq === seq) mine.set(key, row);
    }
    return [...mine.values()];
  }

  /** Bytes of all live rows, at most, without those that frame `except` wrote. */
  bytes(except: number): number {
    let sum = 0;
    for (const { seq, bytes } of this.#last.values()) if (seq !== except) sum += bytes;
    return sum;
  }

  /** How many pages `pages` makes of the live rows but those that frame `except` wrote. */
  pageCount(most: number, except: number): number {
    const cutter = new Cutter(most);
    let count = 0;
    for (const { seq, bytes } of this.#last.values()) if (seq !== except && cutter.begins(bytes)) count++;
    return count;
  }
}

/** Gathers rows into pages of about `most` bytes, as `pageCount` counts them. */
export class Pages {
  readonly #cutter: Cutter;
  #rows: FrameRow[] = [];

  constructor(most: number) {
    this.#cutter = new Cutter(most);
  }

  /** Adds rows; answers the pages that became full. */
  add(rows: readonly FrameRow[]): readonly Uint8Array<ArrayBuffer>[] {
    const full: Uint8Array<ArrayBuffer>[] = [];
    for (const row of rows) {
      if (this.#cutter.begins(mostRowBytes(row)) && this.#rows.length > 0) full.push(this.#cut());
      this.#rows.push(row);
    }
    return full;
  }

  /** The last page, if there is one. */
  end(): readonly Uint8Array<ArrayBuffer>[] {
    return this.#rows.length > 0 ? [this.#cut()] : [];
  }

  #cut(): Uint8Array<ArrayBuffer> {
    const rows = this.#rows;
    this.#rows = [];
    return encodePage(rows);
  }
}
