import { Dexie, type Table } from 'dexie';
import { type RecordKind, recordKinds } from '#shared/domain/records/registry.ts';
import type { SealedRow } from '#shared/ports/sealing.ts';
import { guardSealed } from './guard.ts';
import { isUnreadable, watchReads } from './unreadable.ts';

/** Tables beside the records': the directory's chunks and the one root row. */
export type TableName = RecordKind | 'directory' | 'root' | 'begun';
/** What the journal makes; `begun` is not among them (begun-store.ts). */
export const tableNames: readonly TableName[] = [...recordKinds, 'directory', 'root'];

const first = {
  facility: 'id',
  participant: 'id',
  partner: 'id',
  offer: 'id',
  courseGroup: 'id, index.offerId',
  enrolment: 'id, index.groupId, index.participantId',
  session: 'id, index.groupId',
  attendanceSheet: 'id, index.groupId',
  certificate: 'id, index.participantId, index.groupId',
  audit: 'id',
  directory: 'id',
  root: 'id',
} as const satisfies Partial<Record<TableName, string>>;

const second = {
  subProject: 'id',
  signatureList: 'id, index.groupId, index.sessionId',
} as const satisfies Partial<Record<TableName, string>>;

const third = {
  badge: 'id, index.participantId',
  distinctPeople: 'id',
  personMerge: 'id, index.participantId',
} as const satisfies Partial<Record<TableName, string>>;

const fourth = {
  certificateTemplate: 'id',
  certificateDecision: 'id, index.participantId, index.groupId',
} as const satisfies Partial<Record<TableName, string>>;

const fifth = { begun: 'id' } as const satisfies Partial<Record<TableName, string>>;

const sixth = {
  personChange: 'id, index.participantId',
  retentionPeriods: 'id',
  erasure: 'id',
  deletionRun: 'id',
} as const satisfies Partial<Record<TableName, string>>;

type Earlier =
  | keyof typeof first
  | keyof typeof second
  | keyof typeof third
  | keyof typeof fourth
  | keyof typeof fifth
  | keyof typeof sixth;
const seventh: Readonly<Record<Exclude<TableName, Earlier>, string>> = { settledTask: 'id' };

/** Schema versions: append only, a version that was delivered is never changed. */
const versions = [first, second, third, fourth, fifth, sixth, seventh];

export type SealedDatabase = Dexie & { readonly sealed: (table: TableName) => Table<SealedRow, string> };

const usualName = 'wegmarke';

/**
 * Opens the local database of sealed rows. A row that is not sealed can't be put into it.
 *
 * @param onUnreadable called for every read that fails because the files below are damaged
 */
export async function openDatabase(
  name = usualName,
  onUnreadable: () => void = () => undefined,
): Promise<SealedDatabase> {
  const db = new Dexie(name);
  for (const [index, stores] of versions.entries()) db.version(index + 1).stores(stores);
  db.use(guardSealed);
  db.use(watchReads(onUnreadable));
  await db.open();
  return Object.assign(db, { sealed: (table: TableName): Table<SealedRow, string> => db.table(table) });
}

/** Deletes a database that could not be opened because its files are damaged. @throws any other error again */
export async function deleteUnreadable(error: unknown, name = usualName): Promise<void> {
  if (!isUnreadable(error)) throw error;
  await Dexie.delete(name);
}

/** Takes everything out of the tables; where the files are too damaged for that, they go altogether. */
export async function emptied(db: SealedDatabase): Promise<void> {
  try {
    await db.transaction('rw', [...tableNames], async () => {
      for (const table of tableNames) await db.sealed(table).clear();
    });
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    await db.delete();
    await db.open();
  }
}
