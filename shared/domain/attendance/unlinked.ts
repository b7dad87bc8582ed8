/** Walk-ins whose person is not found yet: known by name only, or only counted. */
import type { SessionEntry, SheetEntry } from '#shared/domain/directory.ts';
import type { AppServices, DirectoryPort } from '#shared/ports/app-services.ts';
import { namedWalkIns } from './marks.ts';
import type { PersonMark } from './teaching-units.ts';

/** Somebody in a sheet who is known by name only. */
export interface NamedWalkIn extends PersonMark {
  readonly entryId: string;
  readonly name: string;
}

/** A session with people whose persons are not found yet. */
export interface UnlinkedSession {
  readonly session: SessionEntry;
  readonly sheet: SheetEntry;
  readonly named: readonly NamedWalkIn[];
}

/** How many days back are looked at first. */
export const unlinkedDays = 56;

/** How many walk-ins from `from` to `to` (days, inclusive) are known by name only; opens no sheet. */
export async function countUnlinked(
  directory: Pick<DirectoryPort, 'sessionsBetween'>,
  from: string,
  to: string,
): Promise<number> {
  const found = await directory.sessionsBetween(from, to);
  return found.reduce((sum, { sheet }) => sum + (sheet?.unlinked ?? 0), 0);
}

/**
 * The sessions from `from` to `to` with somebody who is known by name only or only counted: the latest day first,
 * within a day in order of time. Opens only the sheets that hold names.
 */
export async function loadUnlinked(
  { directory, records }: Pick<AppServices, 'directory' | 'records'>,
  from: string,
  to: string,
): Promise<readonly UnlinkedSession[]> {
  const found = (await directory.sessionsBetween(from, to)).flatMap(({ session, sheet }) =>
    sheet && !session.cancelled && (sheet.unlinked > 0 || sheet.heads > 0) ? [{ session, sheet }] : [],
  );
  const ids = found.flatMap(({ sheet }) => (sheet.unlinked > 0 ? [sheet.id] : []));
  const sheets = new Map((await records.getMany('attendanceSheet', ids)).map(({ id, value }) => [id, value]));
  return found
    .map(({ session, sheet }) => ({
      session,
      sheet,
      named: namedWalkIns(sheets.get(sheet.id)).flatMap(({ id, name, mark, late, early }) =>
        name === null ? [] : [{ entryId: id, name, mark, late, early }],
      ),
    }))
    .sort((a, b) => b.session.date.localeCompare(a.session.date) || a.session.startsAt - b.session.startsAt);
}
