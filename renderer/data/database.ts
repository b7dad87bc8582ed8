import { Dexie, type Table } from 'dexie';
import { type RecordKind, recordKinds } from '#shared/domain/records/registry.ts';
import type { SealedRow } from '#shared/ports/sealing.ts';
import { guardSealed } from './guard.ts';

/** Tables beside the records': the directory's chunks and the one root row. */
export type TableName = RecordKind | 'directory' | 'root';
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

type Earlier = keyof typeof first | keyof typeof second | keyof typeof third;
const fourth: Readonly<Record<Exclude<TableName, Earlier>, string>> = {
  certificateTemplate: 'id',
  certificateDecision: 'id, index.participantId, index.groupId',
};

/** Schema versions: append only, a version that was delivered is never changed. */
const versions = [first, second, third, fourth];

export type SealedDatabase = Dexie & { readonly sealed: (table: TableName) => Table<SealedRow, string> };

/** Opens the local database of sealed rows. A row that is not sealed can't be put into it. */
export async function openDatabase(name = 'wegmarke'): Promise<SealedDatabase> {
  const db = new Dexie(name);
  for (const [index, stores] of versions.entries()) db.version(index + 1).stores(stores);
  db.use(guardSealed);
  await db.open();
  return Object.assign(db, { sealed: (table: TableName): Table<SealedRow, string> => db.table(table) });
}
