/**
 * Values that are costly to make, kept by a key. Once as many are kept as may be, it begins anew, so that memory stays
 * flat however long the worker lives.
 */
export class Remembered<Value> {
  readonly #most: number;
  readonly #values = new Map<string, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The value of a key; made at the first question, and kept unless making it fails. */
  of(key: string, make: () => Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined || this.#values.has(key)) return known as Value;
    const made = make();
    if (this.#values.size >= this.#most) this.#values.clear();
    this.#values.set(key, made);
    return made;
  }
}
