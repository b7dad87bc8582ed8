/**
 * What the signed-in account may read, over a reader and a directory that have everything. Guarantees that screens get
 * nothing that `access/rights.ts` does not give the role: what may not be read is not there for them. Commands decide
 * over everything; what they may be about is checked in `commands/admit.ts`.
 */
import { groupIdOf, isInGroup, leads } from '#shared/domain/access/own-groups.ts';
import { type Right, rightToRead } from '#shared/domain/access/rights.ts';
import { type EntryOf, isDirectoryKind, isInSheet } from '#shared/domain/directory.ts';
import { currentPerson } from '#shared/domain/people/current-person.ts';
import { type RecordKind, type RecordOf, recordKinds, type Stored } from '#shared/domain/records/registry.ts';
import type { SignedIn } from '#shared/ports/account.ts';
import type { DirectoryPort, ResidentKind } from '#shared/ports/app-services.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import type { DirectoryView } from './directory-view.ts';

type Readable = (
  kind: RecordKind,
  found: readonly { readonly id: string; readonly value: RecordOf<RecordKind> }[],
) => Promise<ReadonlySet<string>>;

/** The records that `signedIn` may read. `directory` has everything. */
export function readableRecords(
  all: RecordReader,
  directory: DirectoryView,
  signedIn: SignedIn,
): RecordReader {
  const right = (kind: RecordKind): Right => rightToRead(signedIn.role, kind);
  if (recordKinds.every((kind) => right(kind) === 'all')) return all;
  const ownIds = ownRecords(all, directory, signedIn.accountId);
  const readable = async <K extends RecordKind>(
    kind: K,
    read: () => Promise<Stored<K>[]>,
  ): Promise<Stored<K>[]> => {
    if (right(kind) === 'none') return [];
    const found = await read();
    if (right(kind) === 'all') return found;
    const own = await ownIds(kind, found);
    return found.filter(({ id }) => own.has(id));
  };
  return {
    get: async (kind, id) => (await readable(kind, () => all.getMany(kind, [id])))[0]?.value,
    getMany: (kind, ids) => readable(kind, () => all.getMany(kind, ids)),
    where: (kind, index, value) => readable(kind, () => all.where(kind, index, value)),
    all: (kind) => readable(kind, () => all.all(kind)),
    overwritten: async (kind, id) =>
      (await readable(kind, () => all.getMany(kind, [id]))).length > 0 ? all.overwritten(kind, id) : [],
  };
}

/** Gives the ids of those records that belong to groups which the account leads. */
function ownRecords(all: RecordReader, directory: DirectoryView, accountId: string): Readable {
  const isOwnGroup = (groupId: string | null): boolean => {
    const group = groupId === null ? undefined : directory.get('courseGroup', groupId);
    return group !== undefined && leads(accountId, group);
  };
  const hasOwnPlace = (id: string): boolean =>
    directory.enrolmentsOf('participantId', id).some(({ groupId }) => isOwnGroup(groupId));
  /** Who has a mark in a sheet of an own group, with or without a place in it. */
  const markedPeople = async (): Promise<ReadonlySet<string>> =>
    new Set(
      (await directory.sheets())
        .filter(({ groupId }) => isOwnGroup(groupId))
        .flatMap(({ marks }) => Object.keys(marks)),
    );
  const ownPeople = async (ids: readonly string[]): Promise<ReadonlySet<string>> => {
    const own = new Set<string>();
    let marked: ReadonlySet<string> | undefined;
    for (const id of ids) {
      const now = directory.get('participant', id) ? id : ((await currentPerson(all, id))?.id ?? id);
      if (!hasOwnPlace(now)) marked ??= await markedPeople();
      if (hasOwnPlace(now) || marked?.has(now)) own.add(id);
    }
    return own;
  };
  return async (kind, found) =>
    kind === 'participant'
      ? ownPeople(found.map(({ id }) => id))
      : new Set(
          found
            .filter(({ id, value }) => isInGroup(kind) && isOwnGroup(groupIdOf(kind, id, value)))
            .map(({ id }) => id),
        );
}

/** The directory's entries that `signedIn` may read; everybody's names are among them (`readRights`). */
export function readableDirectory(all: DirectoryView, signedIn: SignedIn): DirectoryPort {
  const restricted = new Set(
    recordKinds.filter(
      (kind) => isDirectoryKind(kind) && kind !== 'participant' && rightToRead(signedIn.role, kind) !== 'all',
    ),
  );
  if (restricted.size === 0) return all;
  const isOwnGroup = (groupId: string): boolean => {
    const group = all.get('courseGroup', groupId);
    return group !== undefined && leads(signedIn.accountId, group);
  };
  const mayRead = (kind: RecordKind, entry: { readonly id: string; readonly groupId?: string }): boolean => {
    if (!restricted.has(kind)) return true;
    const right = rightToRead(signedIn.role, kind);
    return right === 'own' && isOwnGroup(kind === 'courseGroup' ? entry.id : (entry.groupId ?? ''));
  };
  const lists = new Map<ResidentKind, Readonly<Record<'of' | 'groups' | 'readable', readonly unknown[]>>>();
  return {
    ...all,
    get: (kind, id) => {
      const entry = all.get(kind, id);
      return entry && mayRead(kind, entry) ? entry : undefined;
    },
    list: <K extends ResidentKind>(kind: K): readonly EntryOf[K][] => {
      const of = all.list(kind);
      if (!restricted.has(kind)) return of;
      // What is own changes with the groups.
      const groups = all.list('courseGroup');
      let known = lists.get(kind);
      if (!known || known.of !== of || known.groups !== groups) {
        known = { of, groups, readable: of.filter((entry) => mayRead(kind, entry)) };
        lists.set(kind, known);
      }
      return known.readable as readonly EntryOf[K][];
    },
    sessionsBetween: async (from, to) =>
      (await all.sessionsBetween(from, to))
        .filter(({ session }) => mayRead('session', session))
        .map(({ session, sheet }) => ({
          session,
          sheet: sheet && mayRead('attendanceSheet', sheet) ? sheet : undefined,
        })),
    enrolmentsOf: (index, id) => all.enrolmentsOf(index, id).filter((entry) => mayRead('enrolment', entry)),
    sheetsOf: async (participantId) => {
      const own = (await all.sheets()).filter((sheet) => mayRead('attendanceSheet', sheet));
      return own.filter((sheet) => isInSheet(sheet, participantId)).map(({ id }) => id);
    },
  };
}
