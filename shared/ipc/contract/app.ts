import { z } from 'zod';
import { call, event } from './define.ts';

/** What the window has to know of the program it runs in. */
const appInfo = z.strictObject({
  version: z.string(),
  /** `electron` or `chromium-shell`; measured figures name it. */
  shell: z.string(),
  platform: z.string(),
  /** BCP 47, the operating system's. */
  locale: z.string(),
  /** Random, made once per data folder; a restore or a clone gets a new one. 16 hex digits. */
  workstationId: z.string().regex(/^[0-9a-f]{16}$/),
  /** What this workstation was called before snapshots were restored; a database of one of these is written anew. */
  replacedWorkstations: z.array(z.string()),
  /** Why the data folder may not be used, if so: the renderer shows the sentence and stops there. */
  dataFolderProblem: z.enum(['none', 'network', 'synced', 'not-writable', 'in-use']),
});
export type AppInfo = z.infer<typeof appInfo>;

export const appContract = {
  'app.info': call(z.void(), appInfo),
  /** Throws the renderer away and loads it anew, so that nothing opened stays in its memory. */
  'app.lock': call(z.void(), z.void()),
  /** The screen was locked or the computer goes to sleep: lock at once. */
  'app.lockRequested': event(z.strictObject({ reason: z.enum(['screen-locked', 'suspended']) })),
  /** Bytes free on the disk that holds the data folder. */
  'app.freeDisk': call(z.void(), z.number().int().nonnegative()),
} as const;
