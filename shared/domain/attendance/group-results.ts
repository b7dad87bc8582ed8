import type { EnrolmentEntry, SessionEntry, SheetEntry } from '#shared/domain/directory.ts';
import type { Offer } from '#shared/domain/records/offer.ts';
import type { DirectoryPort } from '#shared/ports/app-services.ts';
import {
  certificateDue,
  type Due,
  type LedgerLine,
  latestPlaces,
  ledgerLine,
  type MarkedSession,
} from './ledger.ts';
import { decodeMark } from './marks.ts';
import type { PersonMark } from './teaching-units.ts';

/** The latest state of a person in a group, with UE up to a day and whether a certificate is due. */
export interface GroupResult {
  readonly participantId: string;
  readonly enrolment: EnrolmentEntry;
  readonly sums: LedgerLine;
  readonly due: Due;
}

/**
 * UE of everybody who holds or held a place in a group, one result per person (their latest place). Places ended as a
 * mistake and people who only waited are left out.
 */
export function groupResults(
  offer: Pick<Offer, 'toleratedMinutes' | 'minimumAttendance'>,
  places: readonly EnrolmentEntry[],
  sessions: readonly MarkedSession[],
  today: string,
): GroupResult[] {
  return latestPlaces(places).map((enrolment) => {
    const sums = ledgerLine(enrolment, sessions, { today, toleratedMinutes: offer.toleratedMinutes });
    const due = certificateDue(sums, offer.minimumAttendance);
    return { participantId: enrolment.participantId, enrolment, sums, due };
  });
}

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
  return groupResults(offer, directory.enrolmentsOf('groupId', groupId), sessions, today);
}
