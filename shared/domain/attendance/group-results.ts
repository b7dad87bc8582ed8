import type { EnrolmentEntry } from '#shared/domain/directory.ts';
import type { Offer } from '#shared/domain/records/offer.ts';
import {
  certificateDue,
  type Due,
  type LedgerLine,
  latestPlaces,
  ledgerLine,
  type MarkedSession,
  withModulesOf,
} from './ledger.ts';

/** The latest state of a person in a group, with UE up to a day and whether a certificate is due. */
export interface GroupResult {
  readonly participantId: string;
  readonly enrolment: EnrolmentEntry;
  readonly sums: LedgerLine;
  readonly due: Due;
}

/**
 * UE of everybody who holds or held a place in a group, one result per person (their latest place). Places that
 * were never held are left out.
 */
export function groupResults(
  offer: Pick<Offer, 'toleratedMinutes' | 'minimumAttendance' | 'modules'>,
  places: readonly EnrolmentEntry[],
  sessions: readonly MarkedSession[],
  today: string,
): GroupResult[] {
  const held = withModulesOf(offer, sessions);
  return latestPlaces(places).map((enrolment) => {
    const sums = ledgerLine(enrolment, held, { today, toleratedMinutes: offer.toleratedMinutes });
    const due = certificateDue(sums, offer.minimumAttendance);
    return { participantId: enrolment.participantId, enrolment, sums, due };
  });
}
