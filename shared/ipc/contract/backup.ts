import { z } from 'zod';
import { call, event } from './define.ts';

/** `here`: in the data folder; `away`: in the folder that the administrator chose. */
const place = z.enum(['here', 'away']);
export type BackupPlace = z.infer<typeof place>;

const count = z.number().int().nonnegative();

/** Names a snapshot; main finds the file, a path never crosses to it. */
const snapshotRef = z.strictObject({
  place,
  name: z.string().regex(/^wegmarke-[0-9a-f]{8}-\d{8}T\d{6}Z-\d{1,15}\.wms$/),
});
export type SnapshotRef = z.infer<typeof snapshotRef>;

const snapshot = snapshotRef.extend({
  /** Milliseconds since 1970. */
  madeAt: z.number().int(),
  /** Of the last frame in it. */
  lastSeq: count,
  bytes: count,
  /** It was read back whole before it got its name; `false`: it is not any more. */
  whole: z.boolean(),
  /** When it was last read from its first byte to its last, milliseconds since 1970; `null`: not on this computer. */
  verifiedAt: z.number().int().nullable(),
});
export type Snapshot = z.infer<typeof snapshot>;

const problem = z.enum([
  'disk.full',
  'disk.failed',
  'disk.timeout',
  'journal.damaged',
  'backup.damaged',
  'backup.timeout',
  'backup.failed',
]);

/** What was wrong with a copy of the erasure ledger; no entry of such a one is applied. */
const ledgerProblem = z.enum(['damaged', 'unreadable', 'foreign']);
export type LedgerProblem = z.infer<typeof ledgerProblem>;

const placeState = z.strictObject({
  newest: snapshot.nullable(),
  /** Why the last attempt failed; `null` after one that did not. */
  problem: problem.nullable(),
});

const backupState = z.strictObject({
  /** One is being made or copied. */
  busy: z.boolean(),
  /** All are being read back: how many were, of how many. */
  verifying: z.strictObject({ done: count, of: count }).nullable(),
  /** Frames in the journal that are in no snapshot of `here`. */
  unsaved: count,
  here: placeState,
  away: placeState.extend({
    /** The chosen folder, to be shown; `null`: none was ever chosen. */
    folder: z.string().nullable(),
    /** What is wrong with the erasure ledger there; `behind`: the last attempt to bring it up to date failed. */
    ledger: z.enum(['behind', ...ledgerProblem.options]).nullable(),
  }),
  /** The last restore could not take over all of the erasure ledger beside the snapshot; until somebody has seen it. */
  restoredWithout: ledgerProblem.nullable(),
});
export type BackupState = z.infer<typeof backupState>;

/** What was there before a restore. Main finds its folder; the id says nothing of where that is. */
const setAside = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  /** When the restore was, milliseconds since 1970. */
  at: z.number().int(),
  bytes: count,
});
export type SetAside = z.infer<typeof setAside>;

const disk = ['disk.full', 'disk.failed', 'disk.timeout', 'backup.timeout'] as const;

export const backupContract = {
  'backup.state': call(z.void(), backupState),
  /** Another state, whenever it changes. */
  'backup.changed': event(backupState),
  /** Of this facility, newest first, in both places; one that can't be reached has none. */
  'backup.list': call(z.void(), z.array(snapshot)),
  /** Makes a snapshot of everything that is acknowledged, and copies it to the chosen folder. */
  'backup.make': call(z.void(), backupState, [
    'backup.nothing',
    'backup.damaged',
    'journal.damaged',
    ...disk,
  ]),
  /**
   * Reads every snapshot in both places from its first byte to its last, one after the other. Answers how many were read
   * and how many of them are damaged; `stopped`: by the next call.
   */
  'backup.verify': call(z.void(), z.strictObject({ read: count, damaged: count, stopped: z.boolean() }), [
    ...disk,
  ]),
  'backup.stopVerifying': call(z.void(), z.void()),
  /** Asks for the second folder. `chosen: false`: the person cancelled. */
  'backup.chooseFolder': call(z.void(), z.strictObject({ chosen: z.boolean() }), [
    'backup.inside-data',
    ...disk,
  ]),
  /** Frames of a snapshot, as `journal.read` answers them; asking for the first one verifies the whole file. */
  'backup.read': call(
    snapshotRef.extend({
      fromSeq: z.number().int().positive(),
      maxBytes: z.number().int().positive().max(33_554_432),
    }),
    z.strictObject({
      frames: z.array(
        z.strictObject({ seq: z.number().int().positive(), payload: z.instanceof(Uint8Array) }),
      ),
      end: z.boolean(),
      base: count,
    }),
    ['backup.damaged', 'backup.missing', ...disk],
  ),
  /**
   * Puts a snapshot in the place of the journal, which is set aside, and gives the folder a new workstation id. The
   * window must be loaded anew afterwards.
   */
  'backup.restore': call(snapshotRef, z.void(), [
    'backup.damaged',
    'backup.missing',
    'backup.other-facility',
    ...disk,
  ]),
  /** The same with a file that main asks for. `restored: false`: the person cancelled. */
  'backup.restoreFile': call(z.void(), z.strictObject({ restored: z.boolean() }), [
    'backup.damaged',
    'backup.other-facility',
    ...disk,
  ]),
  /** What restores have set aside and nobody has deleted, newest first. */
  'backup.listSetAside': call(z.void(), z.array(setAside), [...disk]),
  /** Deletes one of them for good; one that is not there is fine. */
  'backup.deleteSetAside': call(setAside.pick({ id: true }), z.void(), [...disk]),
  /** Somebody has seen `restoredWithout`. */
  'backup.dismissLedger': call(z.void(), z.void(), ['disk.failed', 'disk.timeout']),
} as const;
