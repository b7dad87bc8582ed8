/**
 * Opens the working database at unlock. Guarantees, against crashes, a lost or an older database: what the journal
 * has acknowledged is there before the first screen, or the data opens read-only with the reason.
 */
import { localDay } from '#shared/domain/calendar/dates.ts';
import type { CommandContext } from '#shared/domain/commands/define.ts';
import { monthPart } from '#shared/domain/directory.ts';
import { decodeFrame } from '#shared/journal/frame.ts';
import type { SignedIn } from '#shared/ports/account.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import type { Sealing } from '#shared/ports/sealing.ts';
import { hybridClock } from '#shared/sync/clock.ts';
import { commandRunner } from './command-runner.ts';
import { damageLog } from './damage.ts';
import { openDatabase, type SealedDatabase, tableNames } from './database.ts';
import { type Chunk, DirectoryStore, type Parts } from './directory-store.ts';
import { directoryView } from './directory-view.ts';
import type { JournalPort } from './journal-port.ts';
import { fromSums, sameSums } from './manifest.ts';
import { verifyManifest } from './manifest-check.ts';
import { decodeJson } from './record-codec.ts';
import { applyFrames, FrameRefusedError, openFrame, type ReplayDeps } from './replay.ts';
import { savingLog } from './saving-state.ts';
import { SealedRecords } from './sealed-records.ts';
import { layoutVersion, type Root, rootId, Store } from './store.ts';

export interface DataDeps {
  readonly sealing: Sealing;
  readonly signedIn: SignedIn;
  readonly journal: JournalPort;
  readonly workstationId: string;
  /** What this workstation was called before snapshots were restored. */
  readonly replacedWorkstations?: readonly string[];
  readonly now: () => Date;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly proofSigner: CommandContext['proofSigner'];
  readonly databaseName?: string;
  /** Frames applied so far and in all, while catching up. */
  readonly onProgress?: (done: number, of: number) => void;
}

export interface OpenedData
  extends Pick<
    AppServices,
    'signedIn' | 'commands' | 'records' | 'directory' | 'saving' | 'damage' | 'clock'
  > {
  /** Rows that were written again from the journal because the database was lost or damaged; `null` if it was whole. */
  readonly rebuiltRows: number | null;
  /** The data is that of a snapshot, and nothing was written since it was restored. */
  readonly restored: boolean;
  /** Reads every row's identity and compares with the manifest. `false`: something is missing; the next unlock rebuilds. */
  verify(): Promise<boolean>;
  /** Resolves when everything that was saved is in the database too. */
  settled(): Promise<void>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** Thrown when the data can't be opened at all; `code` is a failure code. */
export class DataUnavailableError extends Error {
  readonly code: string;

  constructor(code: string) {
    super('the data can not be opened');
    this.name = 'DataUnavailableError';
    this.code = code;
  }
}

/** Bytes of frames that are read and applied at a time. */
const replayBytes = 4_194_304;

const idAlphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Opens, catches up with the journal, and gives the services. */
export async function openData(deps: DataDeps): Promise<OpenedData> {
  const newId = (): string => Array.from(deps.randomBytes(26), (byte) => idAlphabet[byte % 32]).join('');
  const damage = damageLog();
  const saving = savingLog(deps.now);
  const status = await deps.journal.status();
  if (!status.ok) throw new DataUnavailableError(status.error);
  const db = await openDatabase(deps.databaseName);
  const records = new SealedRecords(db, deps.sealing, damage.note);
  const journalDamaged = status.value.condition === 'damaged';
  const opening = { deps, db, records, newId, lastSeq: status.value.lastSeq, journalDamaged };
  const opened = await openExisting(opening)
    .then((existing) => (typeof existing === 'string' ? rebuild(opening, existing) : existing))
    .catch((error: unknown) => {
      db.close();
      throw error;
    });
  const readOnly = journalDamaged ? 'journal.damaged' : opened.readOnly;
  if (readOnly) saving.stop(readOnly);
  const store = new Store(
    {
      db,
      sealing: deps.sealing,
      journal: deps.journal,
      directory: opened.directory,
      workstationId: deps.workstationId,
      randomBytes: deps.randomBytes,
    },
    { ...opened.state, readOnly, distrusted: false },
  );
  // The journal has refused rows as they were. Right after a rebuild they are refused there too: once is enough.
  if (opened.rebuiltRows === null) {
    const repair = (): void => {
      if (damage.current().some(({ reason }) => reason !== 'newer')) void store.distrust();
    };
    damage.subscribe(repair);
    repair();
  }
  const clock = hybridClock(() => deps.now().getTime(), deps.workstationId);
  clock.observe(opened.state.lastStamp);
  const today = (): string => localDay(deps.now());
  const directory = directoryView(opened.directory, today);
  const now = () => ({ instant: deps.now(), today: today() });
  return {
    signedIn: deps.signedIn,
    records,
    directory,
    saving,
    damage,
    clock: { now: deps.now, today },
    commands: commandRunner({
      store,
      records,
      clock,
      signedIn: deps.signedIn,
      saving,
      now,
      newId,
      sheetsOf: directory.sheetsOf,
      proofSigner: deps.proofSigner,
      changed: directory.changed,
    }),
    rebuiltRows: opened.rebuiltRows,
    restored: opened.restored,
    verify: () =>
      verifyManifest(db, deps.sealing, store, () => {
        if (store.state.readOnly !== undefined) return;
        store.state.readOnly = 'manifest.mismatch';
        saving.stop('manifest.mismatch');
      }),
    settled: () => store.settled(),
    close: async () => {
      await store.settled();
      db.close();
    },
  };
}

interface Opening {
  readonly deps: DataDeps;
  readonly db: SealedDatabase;
  readonly records: SealedRecords;
  readonly newId: () => string;
  readonly lastSeq: number;
  readonly journalDamaged: boolean;
}

interface OpenedState {
  readonly state: {
    readonly seq: number;
    readonly manifest: ReturnType<typeof fromSums>;
    readonly lastStamp: string;
  };
  readonly directory: DirectoryStore;
  readonly rebuiltRows: number | null;
  readonly restored: boolean;
  readonly readOnly: string | undefined;
}

/**
 * Why the database is written anew: there is none or it can't be trusted, another version of the app laid it out, or it
 * belongs to the journal in whose place a snapshot was put.
 */
type Unusable = 'lost' | 'other-layout' | 'replaced';

/** The workstation that wrote a row. */
const writerOf = (rev: string): string => rev.split('.')[1] ?? '';

const asItIs = { rebuiltRows: null, restored: false } as const;

/** The database as it stands, caught up with the journal. */
async function openExisting(opening: Opening): Promise<OpenedState | Unusable> {
  const { deps, db, lastSeq } = opening;
  const row = await db.sealed('root').get(rootId);
  const answer = row && (await deps.sealing.open('root', row));
  if (!answer?.ok) return 'lost';
  // It may be ahead of the restored journal, and is not its future.
  if (deps.replacedWorkstations?.includes(writerOf(answer.value.rev))) return 'replaced';
  const root = decodeJson<Root>(answer.value.bytes);
  // Only a journal that is whole and not behind may be what the database is written anew from.
  const behind = root.appliedSeq > lastSeq;
  const replaceable = !behind && !opening.journalDamaged;
  const unreadable = (why: Unusable): Unusable => {
    if (replaceable) return why;
    throw new DataUnavailableError(behind ? 'journal.behind' : 'journal.damaged');
  };
  if (answer.value.schema !== layoutVersion) return unreadable('other-layout');
  const directory = directoryOf(opening, root.parts, replaceable);
  try {
    await openResident(directory, deps);
  } catch {
    return unreadable('lost');
  }
  const state = { seq: root.appliedSeq, manifest: fromSums(root.sums), lastStamp: root.lastStamp };
  // The database knows of writes that the journal does not have: the journal was cut or replaced by an older one.
  if (behind) return { ...asItIs, state, directory, readOnly: 'journal.behind' };
  if (root.appliedSeq > 0 && !(await agreesWithAnchor(opening, root))) {
    // A damaged journal is no reason to give up a database that may have what the journal lost.
    return opening.journalDamaged ? { ...asItIs, state, directory, readOnly: 'journal.damaged' } : 'lost';
  }
  const caughtUp = await replay(opening, directory, state);
  return { ...asItIs, state: caughtUp.state, directory, readOnly: caughtUp.readOnly };
}

/**
 * Writes the whole database anew from the journal. Nothing is cleared before the journal could be read, nor where the
 * journal is empty or damaged and the rows may be all there is.
 */
async function rebuild(opening: Opening, why: Unusable): Promise<OpenedState> {
  const { deps, db, lastSeq } = opening;
  if ((lastSeq === 0 || opening.journalDamaged) && (await db.sealed('audit').count()) > 0) {
    throw new DataUnavailableError(opening.journalDamaged ? 'journal.damaged' : 'journal.behind');
  }
  const first = lastSeq > 0 ? await deps.journal.read(1, 1) : undefined;
  if (first && !first.ok) throw new DataUnavailableError(first.error);
  await db.transaction('rw', [...tableNames], async () => {
    for (const table of tableNames) await db.sealed(table).clear();
  });
  const directory = directoryOf(opening, {}, true);
  await openResident(directory, deps);
  const result = await replay(opening, directory, { seq: 0, manifest: new Map(), lastStamp: '' });
  const restored = await isAsRestored(opening);
  return {
    state: result.state,
    directory,
    // Neither a new version of the app nor a restore is a loss that anybody has to be told of.
    rebuiltRows: why === 'lost' && lastSeq > 0 && !restored ? result.rows : null,
    restored,
    readOnly: result.readOnly,
  };
}

/** Whether the journal came out of a snapshot and this workstation has added nothing to it yet. */
async function isAsRestored({ deps, lastSeq }: Opening): Promise<boolean> {
  if (!deps.replacedWorkstations?.length || lastSeq === 0) return false;
  const last = await deps.journal.read(lastSeq, 1);
  const frame = last.ok ? last.value.frames[0] : undefined;
  const trailer = frame && decodeFrame(frame.payload)?.trailer;
  return trailer !== undefined && writerOf(trailer.rev) !== deps.workstationId;
}

/** Whether the root says what the journal's frame of that sequence says. */
async function agreesWithAnchor({ deps }: Opening, root: Root): Promise<boolean> {
  const answer = await deps.journal.read(root.appliedSeq, 1);
  const frame = answer.ok ? answer.value.frames[0] : undefined;
  if (frame?.seq !== root.appliedSeq) return false;
  try {
    return sameSums((await openFrame(deps.sealing, frame.seq, frame.payload)).trailer.sums, root.sums);
  } catch {
    return false;
  }
}

async function replay(
  { deps, db, records, lastSeq }: Opening,
  directory: DirectoryStore,
  start: OpenedState['state'],
) {
  const newRev: ReplayDeps['newRev'] = (seq) =>
    `${seq.toString(36)}.${deps.workstationId}.${Array.from(deps.randomBytes(4), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  let state = start;
  let rows = 0;
  while (state.seq < lastSeq) {
    const answer = await deps.journal.read(state.seq + 1, replayBytes);
    if (!answer.ok || answer.value.frames.length === 0)
      return { state, rows, readOnly: answer.ok ? 'journal.damaged' : answer.error };
    try {
      const applied = await applyFrames(
        { db, sealing: deps.sealing, records, directory, newRev },
        answer.value.frames,
        state,
      );
      state = { seq: applied.seq, manifest: applied.manifest, lastStamp: applied.lastStamp };
      rows += applied.rows;
    } catch (error) {
      if (error instanceof FrameRefusedError) return { state, rows, readOnly: 'journal.refused' };
      throw error;
    }
    deps.onProgress?.(state.seq, lastSeq);
  }
  return { state, rows, readOnly: undefined };
}

function directoryOf({ deps, db, newId }: Opening, parts: Parts, replaceable: boolean): DirectoryStore {
  const load = async (_part: string, chunkIds: readonly string[]): Promise<readonly Chunk[]> => {
    const rows = (await db.sealed('directory').bulkGet([...chunkIds])).filter((row) => row !== undefined);
    const opened = await deps.sealing.openAll('directory', rows);
    const chunks = opened.flatMap((answer) => (answer.ok ? [decodeJson<Chunk>(answer.value.bytes)] : []));
    if (chunks.length === chunkIds.length) return chunks;
    // The directory is derived: the next unlock makes it anew with the whole database.
    if (replaceable) await db.sealed('root').delete(rootId);
    throw new DataUnavailableError('directory.damaged');
  };
  return new DirectoryStore(parts, load, newId);
}

async function openResident(directory: DirectoryStore, deps: DataDeps): Promise<void> {
  const today = localDay(deps.now());
  await directory.ensure([
    'participant',
    'badge',
    'distinctPeople',
    'partner',
    'subProject',
    'offer',
    'courseGroup',
    'enrolment',
    monthPart('session', today),
    monthPart('attendanceSheet', today),
  ]);
}
