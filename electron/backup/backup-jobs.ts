/**
 * What the backup process does for main, one job after the other. It runs apart from main because a dead network share
 * keeps whoever asks it waiting, and the journal has to go on meanwhile.
 */
import { join } from 'node:path';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { codedDiskError } from '#electron/disk/guarded-file-system.ts';
import {
  type KeepLedger,
  keepLedger,
  type TakenLedger,
  takeLedger,
} from '#electron/erasures/ledger-copies.ts';
import type { StoredHeader } from '#electron/header/header-file.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import type { FramePage } from '#electron/journal/frame-reader.ts';
import { segmentNumber } from '#electron/journal/segment-format.ts';
import { type Compacted, type CompactionOrder, writeCompacted } from '#electron/journal/write-compacted.ts';
import type { SetAside } from '#shared/ipc/contract/backup.ts';
import { glance, readSnapshot, verify, type WholeSnapshot } from './read-snapshot.ts';
import { type KeptFile, superfluous } from './retention.ts';
import { emptySetAside, listSetAside } from './set-aside.ts';
import { parseSnapshotName } from './snapshot-name.ts';
import { copySnapshot, makeSnapshot, type SnapshotSource, unpackSnapshot } from './write-snapshot.ts';

/** A snapshot as a folder's list shows it. */
export interface ListedSnapshot extends KeptFile {
  readonly bytes: number;
}

/** A snapshot that was read from its first byte to its last. */
interface VerifiedSnapshot {
  readonly madeAt: number;
  readonly lastSeq: number;
  readonly bytes: number;
  readonly header: StoredHeader;
}

/** Each job: what it takes and what it answers. */
interface BackupJobs {
  readonly make: {
    readonly takes: { readonly folder: string; readonly facility: string; readonly source: SnapshotSource };
    readonly answers: ListedSnapshot;
  };
  readonly copy: {
    readonly takes: { readonly from: string; readonly folder: string };
    readonly answers: ListedSnapshot;
  };
  readonly list: {
    /**
     * `isOurs`: the folder may be made; a chosen one that is missing is out of reach. `damaged`: names of those that were
     * found so when they were read.
     */
    readonly takes: {
      readonly folder: string;
      readonly facility: string;
      readonly isOurs: boolean;
      readonly damaged: readonly string[];
    };
    readonly answers: readonly ListedSnapshot[];
  };
  /** Deletes what need not be kept of this facility's snapshots. */
  readonly prune: {
    readonly takes: {
      readonly folder: string;
      readonly facility: string;
      readonly now: number;
      /** When this PC was restored: what was there before is kept for a while. */
      readonly restores: readonly number[];
      readonly damaged: readonly string[];
    };
    readonly answers: null;
  };
  /** Reads a snapshot from its first byte to its last and says whether it is whole. */
  readonly verify: { readonly takes: { readonly path: string }; readonly answers: boolean };
  readonly read: {
    readonly takes: { readonly path: string; readonly fromSeq: number; readonly maxBytes: number };
    readonly answers: FramePage;
  };
  /** Writes a compacted journal beside the present one, for main to put in its place. `null`: not enough would be gained. */
  readonly compact: { readonly takes: CompactionOrder; readonly answers: Compacted | null };
  /** Brings the erasure ledger's copy in the second place up to date, and answers what the one here lacks. */
  readonly keepLedger: { readonly takes: KeepLedger; readonly answers: TakenLedger };
  /** What the copies of the erasure ledger in a folder have together. */
  readonly takeLedger: {
    readonly takes: { readonly folder: string; readonly facilityId: string };
    readonly answers: TakenLedger;
  };
  readonly listSetAside: {
    readonly takes: { readonly setAside: string };
    readonly answers: readonly SetAside[];
  };
  readonly emptySetAside: {
    readonly takes: { readonly setAside: string; readonly id: string };
    readonly answers: null;
  };
  /** Puts the journal of a snapshot into an empty folder, as the segment of this number. */
  readonly unpack: {
    readonly takes: { readonly path: string; readonly folder: string; readonly number: number };
    readonly answers: VerifiedSnapshot;
  };
}

export type JobName = keyof BackupJobs;
export type JobTakes<N extends JobName> = BackupJobs[N]['takes'];
export type JobAnswers<N extends JobName> = BackupJobs[N]['answers'];

type Performers = {
  readonly [N in JobName]: (takes: JobTakes<N>, onBytes: (bytes: number) => void) => Promise<JobAnswers<N>>;
};

interface JobDeps {
  /** Guarded, so that its failures are codes and its writes end. */
  readonly fs: FileSystem;
  readonly freeBytes: (folder: string) => Promise<number>;
}

/** What has to be free beside the snapshot itself. */
const spareBytes = 500_000_000;
const temporary = /\.new$/;

async function listed(
  fs: FileSystem,
  { folder, facility, damaged }: Pick<JobTakes<'list'>, 'folder' | 'facility' | 'damaged'>,
): Promise<ListedSnapshot[]> {
  const found: ListedSnapshot[] = [];
  for (const name of await fs.list(folder)) {
    const parsed = parseSnapshotName(name);
    if (parsed?.facility !== facility) continue;
    const path = join(folder, name);
    const { madeAt, lastSeq } = parsed;
    const isWhole = !damaged.includes(name) && (await glance(fs, path).catch(() => null)) !== null;
    found.push({ name, madeAt, lastSeq, whole: isWhole, bytes: await fs.size(path) });
  }
  return found.sort((a, b) => b.madeAt - a.madeAt || b.lastSeq - a.lastSeq);
}

/** Leftovers of a run that was killed while it wrote. */
async function removeLeftovers(fs: FileSystem, folder: string, facility: string): Promise<void> {
  for (const name of await fs.list(folder)) {
    if (temporary.test(name) && parseSnapshotName(name.replace(temporary, ''))?.facility === facility)
      await fs.remove(join(folder, name));
  }
}

async function journalBytes(fs: FileSystem, journal: string): Promise<number> {
  let bytes = 0;
  for (const name of await fs.list(journal))
    if (segmentNumber(name) !== null) bytes += await fs.size(join(journal, name));
  return bytes;
}

function shown(name: string, { lastSeq, bytes }: WholeSnapshot): ListedSnapshot {
  // As the list reads it: the name's time has whole seconds.
  return { name, madeAt: parseSnapshotName(name)?.madeAt ?? 0, lastSeq, bytes, whole: true };
}

/** The jobs over a file system. What was verified for reading is remembered until another snapshot is read. */
export function backupJobs({ fs, freeBytes }: JobDeps): Performers {
  let open: { readonly path: string; readonly whole: WholeSnapshot } | null = null;

  async function demandRoom(folder: string, bytes: number): Promise<void> {
    const free = await freeBytes(folder).catch(() => Number.POSITIVE_INFINITY);
    if (free < bytes + spareBytes) throw new CodedError('disk.full');
  }

  return {
    make: async ({ folder, facility, source }, onBytes) => {
      await fs.makeDirectory(folder);
      await removeLeftovers(fs, folder, facility);
      await demandRoom(folder, await journalBytes(fs, source.journal));
      const { name, whole } = await makeSnapshot(fs, folder, facility, source, onBytes);
      return shown(name, whole);
    },
    copy: async ({ from, folder }, onBytes) => {
      await demandRoom(folder, await fs.size(from));
      const { name, whole } = await copySnapshot(fs, from, folder, onBytes);
      return shown(name, whole);
    },
    list: async (takes) => {
      if (takes.isOurs) await fs.makeDirectory(takes.folder);
      return listed(fs, takes);
    },
    verify: async ({ path }, onBytes) => {
      try {
        await verify(fs, path, onBytes);
        return true;
      } catch (error) {
        if (error instanceof CodedError && error.code === 'backup.damaged') return false;
        throw error;
      }
    },
    prune: async ({ folder, facility, now, restores, damaged }) => {
      await removeLeftovers(fs, folder, facility);
      for (const name of superfluous(await listed(fs, { folder, facility, damaged }), now, restores))
        await fs.remove(join(folder, name));
      return null;
    },
    read: async ({ path, fromSeq, maxBytes }, onBytes) => {
      if (open?.path !== path || fromSeq === 1) open = { path, whole: await verify(fs, path, onBytes) };
      return readSnapshot(fs, path, open.whole, fromSeq, maxBytes);
    },
    compact: (order, onBytes) =>
      writeCompacted({ fs, onBytes, demandRoom: (bytes) => demandRoom(order.journal, bytes) }, order),
    keepLedger: (takes) => keepLedger(fs, takes),
    takeLedger: ({ folder, facilityId }) => takeLedger(fs, folder, facilityId),
    listSetAside: ({ setAside }) => listSetAside(fs, setAside),
    emptySetAside: async ({ setAside, id }) => {
      await emptySetAside(fs, setAside, id);
      return null;
    },
    unpack: async ({ path, folder, number }, onBytes) => {
      await fs.makeDirectory(folder);
      for (const name of await fs.list(folder)) await fs.remove(join(folder, name));
      await demandRoom(folder, await fs.size(path));
      const { madeAt, lastSeq, bytes, header } = await unpackSnapshot(fs, path, folder, number, onBytes);
      return { madeAt, lastSeq, bytes, header };
    },
  };
}

/** A job on its way to the backup process. */
export type JobMessage = {
  readonly [N in JobName]: { readonly id: number; readonly job: N; readonly takes: JobTakes<N> };
}[JobName];

/** What the backup process says: still at it, done, or failed with a code. */
export type ProcessMessage =
  | { readonly id: number; readonly kind: 'alive' }
  | { readonly id: number; readonly kind: 'done'; readonly answer: unknown }
  | { readonly id: number; readonly kind: 'failed'; readonly code: string };

const aliveEveryBytes = 4_194_304;

/** Does one job and says so; never throws. */
export async function perform(
  performers: Performers,
  { id, job, takes }: JobMessage,
  send: (message: ProcessMessage) => void,
): Promise<void> {
  let unsaid = 0;
  const onBytes = (bytes: number): void => {
    unsaid += bytes;
    if (unsaid < aliveEveryBytes) return;
    unsaid = 0;
    send({ id, kind: 'alive' });
  };
  try {
    // A message pairs a job with what it takes; the compiler can't follow that through a union.
    const performer = performers[job] as (
      takes: unknown,
      onBytes: (bytes: number) => void,
    ) => Promise<unknown>;
    send({ id, kind: 'done', answer: await performer(takes, onBytes) });
  } catch (error) {
    send({ id, kind: 'failed', code: codedDiskError(error).code });
  }
}
