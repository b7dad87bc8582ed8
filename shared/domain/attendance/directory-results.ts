/** Results from the directory alone: no sheet is opened for them. */
import type { SessionEntry, SheetEntry } from '#shared/domain/directory.ts';
import type { DirectoryPort } from '#shared/ports/app-services.ts';
import { type GroupResult, groupResults } from './group-results.ts';
import type { MarkedSession } from './ledger.ts';
import { decodeMark } from './marks.ts';
import type { PersonMark } from './teaching-units.ts';

const nobody: ReadonlyMap<string, PersonMark> = new Map();

/** A session of the directory with the marks that its sheet's entry has in short: no sheet is opened for it. */
export function markedSession(session: SessionEntry, sheet: SheetEntry | undefined): MarkedSession {
  const marks = sheet
    ? new Map(Object.entries(sheet.marks).map(([person, code]) => [person, decodeMark(code)]))
    : nobody;
  return { ...session, marks };
}

/** A group's results from the directory alone. */
export async function loadGroupResults(
  directory: DirectoryPort,
  groupId: string,
  today: string,
): Promise<GroupResult[]> {
  const group = directory.get('courseGroup', groupId);
  const offer = group && directory.get('offer', group.offerId);
  if (!offer) return [];
  const sessions = (await directory.sessionsBetween(group.startsOn, group.endsOn)).flatMap(
    ({ session, sheet }) => (session.groupId === groupId ? [markedSession(session, sheet)] : []),
  );
  const places = directory.enrolmentsOf('groupId', groupId);
  const decisions = directory.list('certificateDecision').filter((decision) => decision.groupId === groupId);
  return groupResults(offer, { places, sessions, decisions }, today);
}
