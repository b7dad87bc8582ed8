import type { OpenFile } from '#electron/disk/file-system.ts';

/** What is read at once unless told: large enough for a fast start, small enough for the memory. */
const defaultChunkBytes = 4_194_304;

/**
 * Walks through a file with one buffer of a few MiB. A view that `at` answers is good until the next call.
 */
export class FileWindow {
  readonly #file: OpenFile;
  readonly #end: number;
  readonly #chunkBytes: number;
  #buffer: Buffer = Buffer.alloc(0);
  /** File position of the buffer's first byte, and how many bytes of the buffer are filled. */
  #start = 0;
  #filled = 0;

  /** @param end the byte behind the last one that may be looked at. */
  constructor(file: OpenFile, end: number, chunkBytes: number = defaultChunkBytes) {
    this.#file = file;
    this.#end = end;
    this.#chunkBytes = chunkBytes;
  }

  /** `length` bytes from `position` on, fewer only where the file ends. */
  async at(position: number, length: number): Promise<Buffer> {
    const wanted = Math.min(length, this.#end - position);
    if (wanted <= 0) return Buffer.alloc(0);
    if (position < this.#start || position + wanted > this.#start + this.#filled) {
      await this.#load(position, Math.min(this.#end - position, Math.max(wanted, this.#chunkBytes)));
    }
    const offset = position - this.#start;
    return this.#buffer.subarray(offset, Math.min(offset + wanted, this.#filled));
  }

  async #load(position: number, length: number): Promise<void> {
    if (this.#buffer.length < length) this.#buffer = Buffer.allocUnsafe(length);
    this.#filled = 0;
    this.#start = position;
    this.#filled = await this.#file.read(this.#buffer.subarray(0, length), position);
  }
}
