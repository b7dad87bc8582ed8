/**
 * Pieces of pictures on the server (docs/decisions/0023). Guarantees that a record is published only once everything
 * that it refers to lies there, whole and under the newest epoch.
 */
import type { OpenedEntry, Replica } from '#shared/ports/replica.ts';
import type { PublishOutcome, SyncEntry, SyncLine } from '#shared/ports/sync-transport.ts';

export interface PiecesWay {
  readonly line: SyncLine;
  readonly replica: Pick<Replica, 'epoch' | 'sealPiece' | 'piecesAt'>;
  readonly open: (entries: readonly SyncEntry[]) => Promise<readonly OpenedEntry[]>;
  /** Hears of every sealing that goes, before it goes. */
  readonly sent: (rev: string) => void;
}

/** Which revision it has is nobody's matter. */
export type PieceOutcome = Exclude<PublishOutcome, { kind: 'stored' }> | { readonly kind: 'stored' };

/** Writing a piece that somebody else writes as well fails once, and then it is there. */
const mostAttempts = 5;

export class ServerPieces {
  /** By key: the epoch under which it is known to lie there. */
  readonly #there = new Map<string, string>();
  /** To be put right. */
  readonly #broken = new Map<string, string>();

  get areBroken(): boolean {
    return this.#broken.size > 0;
  }

  /** Something else lies under these keys, some of which may be those of pieces. @returns how many were */
  async broke(keys: ReadonlySet<string>, replica: Pick<Replica, 'piecesAt'>): Promise<number> {
    for (const key of keys) this.#there.delete(key);
    const here = await replica.piecesAt(keys);
    for (const [key, piece] of here) this.#broken.set(key, piece);
    return here.size;
  }

  /** Puts right what is broken. @returns the first failure */
  async mend(way: PiecesWay): Promise<PieceOutcome | undefined> {
    for (const [key, piece] of this.#broken) {
      const outcome = await this.put(way, key, piece);
      if (outcome.kind !== 'stored') return outcome;
      this.#broken.delete(key);
    }
    return undefined;
  }

  /** `stored` also where it lay there before. */
  async put({ line, replica, open, sent }: PiecesWay, key: string, piece: string): Promise<PieceOutcome> {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const epoch = replica.epoch();
      if (this.#there.get(key) === epoch) return { kind: 'stored' };
      const read = await line.get(key);
      if (!read.ok) return { kind: read.error === 'offline' ? 'offline' : 'unknown' };
      const [found] = read.value ? await open([read.value]) : [];
      if (found?.kind === 'picture' && found.isUnderNewest) {
        this.#there.set(key, epoch);
        continue;
      }
      const sealed = await replica.sealPiece(key, piece);
      sent(sealed.rev);
      const outcome = await line.publish(key, sealed.value, read.value?.revision ?? 0);
      if (outcome.kind === 'stored') this.#there.set(key, sealed.epoch);
      else if (outcome.kind !== 'conflict') return outcome;
    }
    return { kind: 'conflict' };
  }
}
