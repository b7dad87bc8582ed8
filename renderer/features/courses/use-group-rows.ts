import { useMemo } from 'react';
import { useEntries, useLoaded, useServices } from '#renderer/services/use-services.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CourseGroupEntry, OfferEntry, SessionEntry } from '#shared/domain/directory.ts';
import { type Occupancy, occupancyOf } from '#shared/domain/waiting-list.ts';

export interface GroupRow {
  readonly group: CourseGroupEntry;
  readonly offer: OfferEntry | undefined;
  readonly occupancy: Occupancy;
  /** The next session that is not cancelled, within five weeks. */
  readonly next: SessionEntry | undefined;
}

const daysAhead = 35;

/** Groups with how many people they have and when they meet next. */
export function useGroupRows(withEnded: boolean, today: string): readonly GroupRow[] {
  const { directory } = useServices();
  const groups = useEntries('courseGroup');
  const offers = useEntries('offer');
  const enrolments = useEntries('enrolment');
  const sessions = useLoaded(['session'], async () => {
    const coming = await directory.sessionsBetween(today, addDays(today, daysAhead));
    const first = new Map<string, SessionEntry>();
    for (const { session } of coming) {
      if (!session.cancelled && !first.has(session.groupId)) first.set(session.groupId, session);
    }
    return first;
  }, [today]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `enrolments` is what the directory looks in
  return useMemo(() => {
    const offerOf = new Map(offers.map((offer) => [offer.id, offer]));
    return groups
      .filter((group) => withEnded || group.endsOn >= today)
      .sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.name.localeCompare(b.name, 'de'))
      .map((group) => ({
        group,
        offer: offerOf.get(group.offerId),
        occupancy: occupancyOf(directory.enrolmentsOf('groupId', group.id), group.capacity),
        next: sessions?.get(group.id),
      }));
  }, [directory, groups, offers, enrolments, sessions, withEnded, today]);
}
