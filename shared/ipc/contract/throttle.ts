import { z } from 'zod';
import { call } from './define.ts';

const throttleState = z.strictObject({
  /** Wrong passphrases since the last right one. */
  failures: z.number().int().nonnegative(),
  /** Milliseconds until the next attempt may be made; 0 if now. */
  waitMs: z.number().int().nonnegative(),
});
export type ThrottleState = z.infer<typeof throttleState>;

/** Wrong passphrases are slowed down: 1, 2, 4 … 60 s. Main keeps the count, so that a restart does not help. */
/** The count is kept on the disk before it is answered for. */
const disk = ['disk.full', 'disk.failed', 'disk.timeout'] as const;

export const throttleContract = {
  'throttle.state': call(z.void(), throttleState),
  /** To be called before the passphrase is tried; refused while waiting. Counts a failure until `throttle.succeeded`. */
  'throttle.attempt': call(z.void(), throttleState, ['throttle.wait', ...disk]),
  'throttle.succeeded': call(z.void(), z.void(), disk),
} as const;
