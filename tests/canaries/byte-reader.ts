/** Reads the numbers and byte strings that LevelDB's formats are made of. Every method throws RangeError past the end. */
export class ByteReader {
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) throw new RangeError('The bytes end too early');
    this.#at += 1;
    return value;
  }

  /** Seven bits a byte, the lowest first. */
  varint(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 49; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw new RangeError('A number does not end');
  }

  take(length: number): Buffer {
    if (this.#at + length > this.#bytes.length) throw new RangeError('The bytes end too early');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** A length and as many bytes. */
  sized(): Buffer {
    return this.take(this.varint());
  }
}
