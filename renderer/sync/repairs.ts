import type { Replica } from '#shared/ports/replica.ts';
import type { Outbox } from './outbox.ts';
import type { ServerPieces } from './server-pieces.ts';

/** Keys on the server under which lies nothing of ours: what is here takes its place. */
export class Repairs {
  #keys = new Set<string>();
  #count = 0;

  /** What was put right, or is about to be, in this run. */
  get count(): number {
    return this.#count;
  }

  note(key: string): void {
    this.#keys.add(key);
  }

  /** Finds out whose keys they are, and lets those records and pictures be published. */
  async prepare(replica: Replica, outbox: Outbox, pieces: ServerPieces): Promise<void> {
    const keys = this.#keys;
    if (keys.size === 0) return;
    this.#keys = new Set();
    for await (const names of replica.names()) {
      for (const name of names) {
        if (!keys.delete(replica.keyOf(name))) continue;
        this.#count += 1;
        outbox.add(name);
      }
    }
    if (keys.size > 0) this.#count += await pieces.broke(keys, replica);
  }
}
