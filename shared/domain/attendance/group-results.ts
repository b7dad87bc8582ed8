import { type DueVerdict, dueVerdicts, type ModuleResult } from '#shared/domain/certificates/due.ts';
import type { DecisionEntry, EnrolmentEntry } from '#shared/domain/directory.ts';
import type { Offer } from '#shared/domain/records/offer.ts';
import { type LedgerLine, latestPlaces, ledgerLine, type MarkedSession, withModulesOf } from './ledger.ts';

/** The latest state of a person in a group, with UE up to a day and whether certificates are due. */
export interface GroupResult {
  readonly participantId: string;
  readonly enrolment: EnrolmentEntry;
  readonly sums: LedgerLine;
  /** On the certificate of the whole course. */
  readonly verdict: DueVerdict;
  /** On those of the offer's modules. */
  readonly modules: readonly ModuleResult[];
}

/** What is known of a group beside its offer. */
export interface GroupFacts {
  readonly places: readonly EnrolmentEntry[];
  readonly sessions: readonly MarkedSession[];
  /** What the lead decided about certificates. */
  readonly decisions: readonly DecisionEntry[];
}

/**
 * UE of everybody who holds or held a place in a group, one result per person (their latest place). Places that
 * were never held are left out.
 */
export function groupResults(
  offer: Pick<Offer, 'toleratedMinutes' | 'minimumAttendance' | 'modules'>,
  { places, sessions, decisions }: GroupFacts,
  today: string,
): GroupResult[] {
  const held = withModulesOf(offer, sessions);
  return latestPlaces(places).map((enrolment) => {
    const { participantId } = enrolment;
    const sums = ledgerLine(enrolment, held, { today, toleratedMinutes: offer.toleratedMinutes });
    const own = decisions.filter((decision) => decision.participantId === participantId);
    return { participantId, enrolment, sums, ...dueVerdicts(offer, sums, own) };
  });
}
