/**
 * Puts a snapshot's journal in the place of the present one.
 *
 * Guarantees, against a crash or a power cut at any moment: either everything is as it was, or the restored journal, its
 * vault header and a new workstation id are there together; nothing is deleted. What was there before lies in a folder
 * of its own afterwards. This is done by a plan that is fsync'd before its first step, and whose steps can be taken
 * again: the next start finishes what a crash cut short, before anything else opens the folder.
 */
import { join } from 'node:path';
import { z } from 'zod';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { makeDurableDirectory, writeWholeFile } from '#electron/disk/write-whole-file.ts';
import { noteMissingLedger } from '#electron/erasures/missing-ledger.ts';
import { copyNames, encodeHeader, type StoredHeader } from '#electron/header/header-file.ts';
import { keepWorkstation, type Workstation } from '#electron/header/workstation-id.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import { segmentName, segmentNumber } from '#electron/journal/segment-format.ts';
import { facilityIdOf } from './snapshot-name.ts';

/** The folders in the data folder that a restore touches. */
export interface RestoreFolders {
  readonly journal: string;
  readonly vault: string;
  /** Where the restored segment lies until it takes its place. */
  readonly unpacked: string;
  /** What was there before goes into a folder in here. */
  readonly setAside: string;
}

export const restoreFolders = (data: string): RestoreFolders => ({
  journal: join(data, 'journal'),
  vault: join(data, 'vault'),
  unpacked: join(data, 'restored-journal'),
  setAside: join(data, 'set-aside'),
});

const plan = z.strictObject({
  /** The restored segment: its number is higher than that of every file in the journal. */
  segment: z.number().int().positive(),
  /** Name of the folder in `setAside`. */
  aside: z.string().regex(/^[0-9TZ-]+$/),
  /** `null`: the present header stays. */
  header: z.strictObject({ generation: z.number().int().positive(), text: z.string() }).nullable(),
  workstation: z.strictObject({ workstationId: z.string(), replaced: z.array(z.string()) }),
  /** What kept the erasure ledger beside the snapshot from being taken over. */
  ledgerProblem: z.enum(['damaged', 'unreadable', 'foreign']).nullable().default(null),
});
export type RestorePlan = z.infer<typeof plan>;

/** The name of the folder in `setAside` for what a restore at this moment replaces. */
export const asideName = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '')}Z`;

/** When the restore was whose folder in `setAside` has this name, milliseconds since 1970; `null`: it is none of a restore. */
export function asideTime(name: string): number | null {
  const [, day, hour, minute, second] = /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(name) ?? [];
  const at = Date.parse(`${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : at;
}

/** When this PC was restored, milliseconds since 1970, as the folders of what was replaced say. */
export async function restoreTimes(fs: FileSystem, { setAside }: RestoreFolders): Promise<readonly number[]> {
  await fs.makeDirectory(setAside);
  return (await fs.list(setAside)).flatMap((name) => asideTime(name) ?? []);
}

const planFile = ({ vault }: RestoreFolders): string => join(vault, 'restore.json');

/**
 * The header to be put in place, `null` where the present one stays: it has every key that the snapshot's has, and an
 * older one would bring back passphrases and accounts that are gone.
 * @param present `null`: there is none; `damaged`: both copies are unreadable.
 * @throws CodedError `backup.other-facility`: someone else's data would be set aside by mistake.
 */
export function headerToRestore(
  present: StoredHeader | null | 'damaged',
  restored: StoredHeader,
): StoredHeader | null {
  if (present === null || present === 'damaged') return restored;
  if (facilityIdOf(present.text) !== facilityIdOf(restored.text))
    throw new CodedError('backup.other-facility');
  return present.generation >= restored.generation ? null : restored;
}

/** The number of the restored segment: no file of the journal has it or a higher one. */
export async function nextSegment(fs: FileSystem, { journal }: RestoreFolders): Promise<number> {
  const numbers = (await fs.list(journal)).map(segmentNumber).filter((number) => number !== null);
  return Math.max(0, ...numbers) + 1;
}

/** Begins the restore: from here on it will be finished. The journal must be closed. */
export async function beginRestore(
  fs: FileSystem,
  folders: RestoreFolders,
  todo: Omit<RestorePlan, 'workstation'> & { workstation: Workstation },
): Promise<void> {
  const { segment, aside, header, workstation, ledgerProblem } = todo;
  const bytes = Buffer.from(JSON.stringify({ segment, aside, header, workstation, ledgerProblem }));
  try {
    await writeWholeFile(fs, planFile(folders), bytes);
  } catch (error) {
    // A plan that is there although writing it was called failed would be carried out behind everybody's back.
    await fs.remove(planFile(folders));
    throw error;
  }
}

async function moveIfThere(fs: FileSystem, from: string, to: string): Promise<void> {
  if ((await fs.readFile(from)) !== null) await fs.rename(from, to);
}

/** Copied, for a header must be there at every moment once there was one. */
async function copyIfThere(fs: FileSystem, from: string, to: string): Promise<void> {
  const bytes = await fs.readFile(from);
  if (bytes !== null && (await fs.readFile(to)) === null) await writeWholeFile(fs, to, bytes);
}

async function carryOut(fs: FileSystem, folders: RestoreFolders, todo: RestorePlan): Promise<void> {
  const { journal, vault, unpacked } = folders;
  const aside = join(folders.setAside, todo.aside);
  const restored = segmentName(todo.segment);
  await makeDurableDirectory(fs, folders.setAside);
  await makeDurableDirectory(fs, aside);
  for (const name of await fs.list(journal)) {
    if (name !== restored) await fs.rename(join(journal, name), join(aside, name));
  }
  await moveIfThere(fs, join(unpacked, restored), join(journal, restored));
  for (const folder of [aside, journal, unpacked]) await fs.syncDirectory(folder);
  if (todo.header) {
    for (const name of copyNames) await copyIfThere(fs, join(vault, name), join(aside, name));
    for (const name of copyNames) await writeWholeFile(fs, join(vault, name), encodeHeader(todo.header));
  }
  await keepWorkstation(fs, vault, todo.workstation);
  if (todo.ledgerProblem) await noteMissingLedger(fs, vault, todo.ledgerProblem);
  await fs.remove(planFile(folders));
  await fs.syncDirectory(vault);
}

/**
 * Finishes a restore that was begun, if there is one. For the start, before journal and header are opened, and for
 * `beginRestore`.
 */
export async function finishRestore(fs: FileSystem, folders: RestoreFolders): Promise<void> {
  const bytes = await fs.readFile(planFile(folders));
  if (bytes === null) return;
  // After a crash the plan's name may be in the system's memory only: it must not be lost when its steps are not.
  await fs.syncDirectory(folders.vault);
  await carryOut(fs, folders, plan.parse(JSON.parse(new TextDecoder().decode(bytes))));
}
