import { z } from 'zod';
import { call } from './define.ts';

const seq = z.number().int().nonnegative();

const journalStatus = z.strictObject({
  /** Sequence of the last frame that is on the disk for certain; 0 if there is none. */
  lastSeq: seq,
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
  /** Frames from `fromSeq` on, about `maxBytes` of them but at least one where there is one. */
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
    }),
    ['journal.damaged'],
  ),
} as const;
