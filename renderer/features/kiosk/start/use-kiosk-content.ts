import { useMemo } from 'react';
import { useEntries, useLoaded, useServices } from '#renderer/services/use-services.ts';
import { minuteOfDay } from '#shared/domain/calendar/dates.ts';
import { kioskContent } from '#shared/domain/kiosk/kiosk-content.ts';
import type { KioskContent } from '#shared/domain/kiosk/kiosk-day.ts';
import { facilityId } from '#shared/domain/records/facility.ts';

/**
 * What a kiosk would be started with now: today's sessions that are not over.
 * @param left ids of sessions that it is not to offer
 * @returns `undefined` until it is known
 */
export function useKioskContent(left: ReadonlySet<string>): KioskContent | undefined {
  const { clock, directory, records } = useServices();
  const today = clock.today();
  const badges = useEntries('badge');
  const people = useEntries('participant');
  const enrolments = useEntries('enrolment');
  const groups = useEntries('courseGroup');
  const offers = useEntries('offer');
  const loaded = useLoaded(
    ['facility', 'session'],
    async () => ({
      facilityName: (await records.get('facility', facilityId))?.name ?? '',
      sessions: (await directory.sessionsBetween(today, today)).map(({ session }) => session),
    }),
    [today],
  );
  return useMemo(() => {
    if (!loaded) return undefined;
    const minute = minuteOfDay(clock.now());
    const sessions = loaded.sessions.filter(({ id, endsAt }) => endsAt > minute && !left.has(id));
    return kioskContent({
      ...{ today, facilityName: loaded.facilityName, sessions },
      ...{ groups, offers, enrolments, people, badges },
    });
  }, [clock, today, loaded, left, groups, offers, enrolments, people, badges]);
}
