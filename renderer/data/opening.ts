/**
 * Opens the working database at unlock. Guarantees, against crashes, a lost or an older database: what the journal
 * has acknowledged is there before the first screen, or the data opens read-only with the reason.
 */
import { type ChainHeads, sameHeads } from '#shared/domain/audit/chain.ts';
import { localDay } from '#shared/domain/calendar/dates.ts';
import { monthPart } from '#shared/domain/directory.ts';
import { decodeFrame } from '#shared/journal/frame.ts';
import type { Sealing } from '#shared/ports/sealing.ts';
import { hybridClock } from '#shared/sync/clock.ts';
import { workstationOf } from '#shared/sync/stamp.ts';
import { deleteUnreadable, emptied, openDatabase, type SealedDatabase } from './database.ts';
import { type Chunk, DirectoryStore, type Parts } from './directory-store.ts';
import type { JournalPort } from './journal-port.ts';
import { fromSums, sameSums } from './manifest.ts';
import { decodeJson } from './record-codec.ts';
import { applyFrames, FrameRefusedError, openFrame, type ReplayDeps } from './replay.ts';
import type { SealedRecords } from './sealed-records.ts';
import { layoutVersion, type Root, rootId } from './store.ts';

/** Under this name the window's own measures tell how long the check against the journal's last frame took. */
const manifestCheckMeasure = 'manifest-check';

/** What the database is opened and caught up with. */
export interface DatabaseDeps {
  readonly sealing: Sealing;
  readonly journal: JournalPort;
  readonly workstationId: string;
  /** What this workstation was called before snapshots were restored. */
  readonly replacedWorkstations?: readonly string[];
  readonly now: () => Date;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly databaseName?: string;
  /** Frames applied so far and in all, while catching up. */
  readonly onProgress?: (done: number, of: number) => void;
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

interface OpeningDeps {
  readonly deps: DatabaseDeps;
  readonly db: SealedDatabase;
  readonly records: SealedRecords;
  readonly newId: () => string;
}

interface Opening extends OpeningDeps {
  readonly lastSeq: number;
  /** See `JournalStatus`. */
  readonly base: number;
  readonly journalDamaged: boolean;
}

/** Thrown when the journal is another than it was when opening began: it was compacted meanwhile. */
class JournalCompactedError extends Error {}

/** Compaction takes seconds and comes at most once an hour: twice during one opening is not to be expected. */
const attempts = 3;

/** Opens the database against the journal as it stands, and once more where that was compacted meanwhile. */
export async function openWith(given: OpeningDeps): Promise<OpenedState & Pick<Opening, 'journalDamaged'>> {
  for (let attempt = 1; ; attempt++) {
    const status = await given.deps.journal.status();
    if (!status.ok) throw new DataUnavailableError(status.error);
    const { lastSeq, base, condition } = status.value;
    const opening = { ...given, lastSeq, base, journalDamaged: condition === 'damaged' };
    try {
      const existing = await openExisting(opening);
      const opened = typeof existing === 'string' ? await rebuild(opening, existing) : existing;
      return { ...opened, journalDamaged: opening.journalDamaged };
    } catch (error) {
      if (!(error instanceof JournalCompactedError) || attempt === attempts) throw error;
    }
  }
}

/** The database, or an empty one in place of one whose files can't even be opened, where the journal has everything. */
async function openTrusted(
  { journal, databaseName }: Pick<DatabaseDeps, 'journal' | 'databaseName'>,
  onUnreadable: () => void,
): Promise<SealedDatabase> {
  const open = (): Promise<SealedDatabase> => openDatabase(databaseName, onUnreadable);
  return open().catch(async (error: unknown) => {
    const status = await journal.status();
    if (!status.ok || status.value.condition === 'damaged' || status.value.lastSeq === 0) throw error;
    await deleteUnreadable(error, databaseName);
    return open();
  });
}

/** A database on its way. */
export interface DatabaseAhead {
  readonly db: Promise<SealedDatabase>;
  /** Who is told of reads that fail because the files below are damaged. */
  onUnreadable: () => void;
}

/** Opens the database, for which no key is needed: while a passphrase is stretched there is time for it. */
export function openAhead(deps: Pick<DatabaseDeps, 'journal' | 'databaseName'>): DatabaseAhead {
  const ahead = { db: openTrusted(deps, () => ahead.onUnreadable()), onUnreadable: () => undefined };
  // Whoever waits for it is told.
  ahead.db.catch(() => undefined);
  return ahead;
}

/** Reads the journal that opening began with. */
async function readJournal({ deps, base }: Opening, fromSeq: number, maxBytes: number) {
  const answer = await deps.journal.read(fromSeq, maxBytes);
  if (answer.ok && answer.value.base !== base) throw new JournalCompactedError();
  return answer;
}

interface OpenedState {
  readonly state: {
    readonly seq: number;
    readonly manifest: ReturnType<typeof fromSums>;
    readonly lastStamp: string;
    readonly heads: ChainHeads;
    readonly unproved: boolean;
    readonly sealedUnder?: string | undefined;
  };
  readonly directory: DirectoryStore;
  readonly rebuiltRows: number | null;
  readonly restored: boolean;
  readonly readOnly: string | undefined;
}

/**
 * Why the database is written anew: there is none or it can't be trusted, another version of the app laid it out, it
 * belongs to the journal in whose place a snapshot was put, or it is older than the base of a compacted journal.
 */
type Unusable = 'lost' | 'other-layout' | 'replaced' | 'compacted';

/** The workstation that wrote a row. */
const writerOf = (rev: string): string => rev.split('.')[1] ?? '';

const asItIs = { rebuiltRows: null, restored: false } as const;

/** The database as it stands, caught up with the journal. */
async function openExisting(opening: Opening): Promise<OpenedState | Unusable> {
  const { deps, db, lastSeq } = opening;
  // What can't be read is lost like what is not there.
  const row = await db
    .sealed('root')
    .get(rootId)
    .catch(() => undefined);
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
  if (root.appliedSeq < opening.base) return unreadable('compacted');
  const directory = directoryOf(opening, root.parts, replaceable);
  const begun = performance.now();
  const [isThere, agrees] = await Promise.all([
    openResident(directory, deps).then(
      () => true,
      () => false,
    ),
    (behind || root.appliedSeq === 0 ? Promise.resolve(true) : agreesWithAnchor(opening, root)).finally(() =>
      performance.measure(manifestCheckMeasure, { start: begun }),
    ),
  ]);
  if (!isThere) return unreadable('lost');
  const { appliedSeq: seq, lastStamp, heads, sealedUnder } = root;
  const state = { seq, manifest: fromSums(root.sums), lastStamp, heads, unproved: false, sealedUnder };
  // The database knows of writes that the journal does not have: the journal was cut or replaced by an older one.
  if (behind) return { ...asItIs, state, directory, readOnly: 'journal.behind' };
  if (!agrees) {
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
  if ((lastSeq === 0 || opening.journalDamaged) && (await mayHoldRows(db))) {
    throw new DataUnavailableError(opening.journalDamaged ? 'journal.damaged' : 'journal.behind');
  }
  const first = lastSeq > 0 ? await readJournal(opening, 1, 1) : undefined;
  if (first && !first.ok) throw new DataUnavailableError(first.error);
  await emptied(db);
  const directory = directoryOf(opening, {}, true);
  await openResident(directory, deps);
  const nothing = { seq: 0, manifest: new Map(), lastStamp: '', heads: {}, unproved: true };
  const result = await replay(opening, directory, nothing);
  const restored = await isAsRestored(opening);
  return {
    state: result.state,
    directory,
    // Neither a new version of the app nor a restore nor a compaction is a loss that anybody has to be told of.
    rebuiltRows: why === 'lost' && lastSeq > 0 && !restored ? result.rows : null,
    restored,
    readOnly: result.readOnly,
  };
}

/** Whether there is anything in the database that is perhaps nowhere else. */
const mayHoldRows = (db: SealedDatabase): Promise<boolean> =>
  db
    .sealed('audit')
    .count()
    .then((count) => count > 0)
    .catch(() => true);

/** Whether the journal came out of a snapshot and this workstation has added nothing to it yet. */
async function isAsRestored(opening: Opening): Promise<boolean> {
  const { deps, lastSeq } = opening;
  if (!deps.replacedWorkstations?.length || lastSeq === 0) return false;
  const last = await readJournal(opening, lastSeq, 1);
  const frame = last.ok ? last.value.frames[0] : undefined;
  const trailer = frame && decodeFrame(frame.payload)?.trailer;
  return trailer !== undefined && writerOf(trailer.rev) !== deps.workstationId;
}

/** Whether the root says what the journal's frame of that sequence says. */
async function agreesWithAnchor(opening: Opening, root: Root): Promise<boolean> {
  const { deps } = opening;
  const answer = await readJournal(opening, root.appliedSeq, 1);
  const frame = answer.ok ? answer.value.frames[0] : undefined;
  if (frame?.seq !== root.appliedSeq) return false;
  try {
    const { trailer } = await openFrame(deps.sealing, frame.seq, frame.payload);
    return sameSums(trailer.sums, root.sums) && (!trailer.heads || sameHeads(trailer.heads, root.heads));
  } catch {
    return false;
  }
}

async function replay(opening: Opening, directory: DirectoryStore, start: OpenedState['state']) {
  const { deps, db, records, lastSeq } = opening;
  const newRev: ReplayDeps['newRev'] = (seq) =>
    `${seq.toString(36)}.${deps.workstationId}.${Array.from(deps.randomBytes(4), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  const own = new Set([deps.workstationId, ...(deps.replacedWorkstations ?? [])]);
  const clock = hybridClock(() => deps.now().getTime(), deps.workstationId);
  const follows = (stamp: string): boolean => own.has(workstationOf(stamp)) || clock.observe(stamp);
  let state = start;
  let rows = 0;
  while (state.seq < lastSeq) {
    const answer = await readJournal(opening, state.seq + 1, replayBytes);
    if (!answer.ok || answer.value.frames.length === 0)
      return { state, rows, readOnly: answer.ok ? 'journal.damaged' : answer.error };
    try {
      const applied = await applyFrames(
        { db, sealing: deps.sealing, records, directory, newRev, follows },
        answer.value.frames,
        state,
      );
      const { seq, manifest, lastStamp, heads, unproved } = applied;
      state = { ...state, seq, manifest, lastStamp, heads, unproved };
      rows += applied.rows;
    } catch (error) {
      if (error instanceof FrameRefusedError) return { state, rows, readOnly: 'journal.refused' };
      throw error;
    }
    deps.onProgress?.(state.seq, lastSeq);
  }
  // Pages that nothing vouches for: the frame behind them is missing.
  return { state, rows, readOnly: state.unproved && lastSeq > 0 ? 'journal.refused' : undefined };
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

async function openResident(directory: DirectoryStore, deps: DatabaseDeps): Promise<void> {
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
    'certificateDecision',
    monthPart('session', today),
    monthPart('attendanceSheet', today),
  ]);
}
