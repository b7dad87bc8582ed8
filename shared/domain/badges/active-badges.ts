import { germanDate, localDay } from '#shared/domain/calendar/dates.ts';
import type { BadgeEntry } from '#shared/domain/directory.ts';
import { isActiveBadge } from '#shared/domain/records/badge.ts';

/** The badge that each person carries, by person; of several (after a merge) the latest. */
export function activeBadges(badges: readonly BadgeEntry[]): ReadonlyMap<string, BadgeEntry> {
  const carried = new Map<string, BadgeEntry>();
  for (const badge of badges) {
    if (!isActiveBadge(badge)) continue;
    const other = carried.get(badge.participantId);
    if (!other || other.issuedAt < badge.issuedAt) carried.set(badge.participantId, badge);
  }
  return carried;
}

/** The day on which a badge was issued, as staff write it. */
export function issuedOn({ issuedAt }: Pick<BadgeEntry, 'issuedAt'>): string {
  return germanDate(localDay(new Date(issuedAt)));
}
