import { useMemo } from 'react';
import { useEntries, useLoaded, useServices } from '#renderer/services/use-services.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CourseGroupEntry, OfferEntry, SessionEntry } from '#shared/domain/directory.ts';

export interface GroupRow {
  readonly group: CourseGroupEntry;
  readonly offer: OfferEntry | undefined;
  /** `undefined` until it is counted. */
  readonly enrolled: number | undefined;
  /** The next session that is not cancelled, within five weeks. */
  readonly next: SessionEntry | undefined;
}

const daysAhead = 35;

/** Groups with how many people they have and when they meet next. Ended ones are counted only if they are shown. */
export function useGroupRows(withEnded: boolean, today: string): readonly GroupRow[] {
  const { records, directory } = useServices();
  const groups = useEntries('courseGroup');
  const offers = useEntries('offer');
  const shown = useMemo(
    () =>
      groups
        .filter((group) => withEnded || group.endsOn >= today)
        .sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.name.localeCompare(b.name, 'de')),
    [groups, withEnded, today],
  );
  const ids = shown.map(({ id }) => id);
  const places = useLoaded(['enrolment'], async () => {
    const counts = ids.map(async (id): Promise<[string, number]> => {
      const enrolments = await records.where('enrolment', 'groupId', id);
      return [id, enrolments.filter(({ value }) => value.endedOn === null).length];
    });
    return new Map(await Promise.all(counts));
  }, [ids]);
  const sessions = useLoaded(['session'], async () => {
    const coming = await directory.sessionsBetween(today, addDays(today, daysAhead));
    const first = new Map<string, SessionEntry>();
    for (const { session } of coming) {
      if (!session.cancelled && !first.has(session.groupId)) first.set(session.groupId, session);
    }
    return first;
  }, [today]);
  return useMemo(() => {
    const offerOf = new Map(offers.map((offer) => [offer.id, offer]));
    return shown.map((group) => ({
      group,
      offer: offerOf.get(group.offerId),
      enrolled: places?.get(group.id),
      next: sessions?.get(group.id),
    }));
  }, [shown, offers, places, sessions]);
}
