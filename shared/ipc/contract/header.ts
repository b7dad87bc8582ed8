import { z } from 'zod';
import { call } from './define.ts';

/**
 * The vault header as main sees it: text that it keeps safe and does not understand, with the generation that
 * decides which of two copies is newer. Its meaning is in renderer/vault/header.ts.
 */
const headerFile = z.strictObject({
  generation: z.number().int().positive(),
  /** JSON, at most 1 MiB. */
  text: z.string().max(1_048_576),
});

export const headerContract = {
  /** `null`: there is none yet. `header.damaged`: both copies are unreadable. */
  'header.read': call(z.void(), headerFile.nullable(), ['header.damaged']),
  /** Written to two copies and fsync'd. Refused unless `generation` is the present one plus 1 (1 for the first). */
  'header.write': call(headerFile, z.void(), ['header.outdated', 'disk.full', 'disk.failed', 'disk.timeout']),
} as const;
