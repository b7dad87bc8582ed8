import { z } from 'zod';
import { call } from './define.ts';

const seq = z.number().int().nonnegative();

const journalStatus = z.strictObject({
  /** Sequence of the last frame that is on the disk for certain; 0 if there is none. */
  lastSeq: seq,
  /**
   * The last sequence of the base with which a compacted journal begins; 0: it was never compacted. What is behind the
   * base can be replayed on top of it only.
   */
  base: seq,
  /** Bytes of all segments. */
  bytes: seq,
  /** What start-up found behind the last good frame: nothing, a torn tail that was never acknowledged, or damage. */
  condition: z.enum(['clean', 'torn-tail', 'damaged']),
  /** The last good frame's sequence before a damaged stretch; only with `damaged`. */
  damagedAfterSeq: seq.optional(),
});
export type JournalStatus = z.infer<typeof journalStatus>;

export const journalContract = {
  'journal.status': call(z.void(), journalStatus),
  /**
   * Appends one frame and answers when it is fsync'd. `seq` must be the last one plus 1; the same `seq` with the
   * same bytes again is answered as done (a retry after a lost answer). `payload` is opaque, at most 32 MiB.
   */
  'journal.append': call(
    z.strictObject({ seq: z.number().int().positive(), payload: z.instanceof(Uint8Array) }),
    z.strictObject({
      seq: z.number().int().positive(),
      /** Milliseconds of write and fsync in main. */ diskMs: z.number(),
    }),
    ['journal.out-of-order', 'journal.too-large', 'disk.full', 'disk.failed', 'disk.timeout'],
  ),
  /** Frames from `fromSeq` on, or from the beginning on where that is later, about `maxBytes` of them but at least one where there is one. */
  'journal.read': call(
    z.strictObject({
      fromSeq: z.number().int().positive(),
      maxBytes: z.number().int().positive().max(33_554_432),
    }),
    z.strictObject({
      frames: z.array(
        z.strictObject({ seq: z.number().int().positive(), payload: z.instanceof(Uint8Array) }),
      ),
      end: z.boolean(),
      base: seq,
    }),
    ['journal.damaged'],
  ),
  /**
   * Removes from the disk every frame of the journal whose rows were all written again, and of the others the older
   * rows. Answers when that is done; nothing acknowledged is lost, and what is appended meanwhile waits for a moment.
   */
  'journal.compact': call(z.void(), z.strictObject({ bytesBefore: seq, bytesAfter: seq }), [
    'journal.damaged',
    'journal.too-large',
    'backup.timeout',
    'disk.full',
    'disk.failed',
    'disk.timeout',
  ]),
} as const;
