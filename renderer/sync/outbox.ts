import type { RecordName } from '#shared/ports/replica.ts';

/** A record that may be ahead of the server. */
export interface Waiting extends RecordName {
  /** Nobody has it yet, as far as is known: it is published without reading first. */
  readonly isNew: boolean;
  /** Staff wrote it here since everything was published: its stamps may be those of a wrong clock. */
  readonly isWritten: boolean;
  /** It is published even where the server has the same, so that it lies there under the newest epoch. */
  readonly reseals: boolean;
}

const idOf = ({ kind, id }: RecordName): string => `${kind} ${id}`;

/**
 * Records that may be ahead of the server, each once, the longest waiting first. It may say too much, never too little:
 * what the server has already is found when it is compared.
 */
export class Outbox {
  readonly #waiting = new Map<string, Waiting>();
  /** What the server will never take as it is. */
  readonly #parked = new Map<string, RecordName>();
  /** Audit entries among them: nobody thinks of them as changes. */
  #unseen = 0;

  get size(): number {
    return this.#waiting.size;
  }

  /** Those that staff would call changes. */
  get changes(): number {
    return this.#waiting.size - this.#unseen + this.#parked.size;
  }

  get parked(): number {
    return this.#parked.size;
  }

  add(name: RecordName, { isNew = false, isWritten = false, reseals = false } = {}): void {
    const id = idOf(name);
    this.#parked.delete(id);
    const before = this.#waiting.get(id);
    if (!before && name.kind === 'audit') this.#unseen += 1;
    // A new object, so that what is on its way does not count as this one.
    this.#waiting.set(id, {
      ...{ kind: name.kind, id: name.id },
      isNew: before ? before.isNew && isNew : isNew,
      isWritten: isWritten || (before?.isWritten ?? false),
      reseals: reseals || (before?.reseals ?? false),
    });
  }

  /** The next ones; they stay until they are settled. */
  first(count: number): readonly Waiting[] {
    const found: Waiting[] = [];
    for (const waiting of this.#waiting.values()) {
      if (found.push(waiting) === count) break;
    }
    return found;
  }

  has(name: RecordName): boolean {
    return this.#waiting.has(idOf(name));
  }

  /** It is on the server as it was; without effect where it was written again meanwhile. */
  settle(waiting: Waiting): void {
    if (this.#waiting.get(idOf(waiting)) === waiting) this.remove(waiting);
  }

  /** The server has what is here. */
  remove(name: RecordName): void {
    if (this.#waiting.delete(idOf(name)) && name.kind === 'audit') this.#unseen -= 1;
  }

  /** The server will not take it before it is written again. */
  park(waiting: Waiting): void {
    if (this.#waiting.get(idOf(waiting)) !== waiting) return;
    this.remove(waiting);
    this.#parked.set(idOf(waiting), { kind: waiting.kind, id: waiting.id });
  }

  /** It has to be read before it is published, and waits behind the others. */
  again(waiting: Waiting): void {
    const id = idOf(waiting);
    const present = this.#waiting.get(id);
    if (!present) return;
    this.#waiting.delete(id);
    this.#waiting.set(id, { ...present, isNew: false });
  }
}
