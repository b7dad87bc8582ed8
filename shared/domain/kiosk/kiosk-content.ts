/**
 * What leaves the vault for the kiosk. Guarantees: at most a first name, a language and today's sessions of people who
 * have a valid badge and are still in the facility; the name only of those who may come to a session today.
 */
import { expectedOn } from '#shared/domain/attendance/roster.ts';
import type {
  BadgeEntry,
  CourseGroupEntry,
  EnrolmentEntry,
  OfferEntry,
  PersonEntry,
  SessionEntry,
} from '#shared/domain/directory.ts';
import { firstName } from '#shared/domain/names/first-name.ts';
import { isActiveBadge } from '#shared/domain/records/badge.ts';
import { hasDeparted } from '#shared/domain/records/participant.ts';
import type { KioskContent, KioskGuest, KioskSession } from './kiosk-day.ts';
import { kioskLanguage } from './kiosk-languages.ts';

export interface KioskSources {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly facilityName: string;
  /** Sessions that the kiosk is to offer. */
  readonly sessions: readonly SessionEntry[];
  readonly groups: readonly CourseGroupEntry[];
  readonly offers: readonly OfferEntry[];
  readonly enrolments: readonly EnrolmentEntry[];
  readonly people: readonly PersonEntry[];
  readonly badges: readonly BadgeEntry[];
}

const byId = <T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> =>
  new Map(entries.map((entry) => [entry.id, entry]));

/** What residents call a session: the offer, and the group where its name says more. */
function titleOf(group: CourseGroupEntry, offer: OfferEntry): string {
  return group.name.includes(offer.title) ? group.name : `${offer.title} · ${group.name}`;
}

/** Today's sessions that take place, in order of time. */
function kioskSessions({
  today,
  sessions,
  groups,
  offers,
}: KioskSources): (KioskSession & { groupId: string })[] {
  const [groupById, offerById] = [byId(groups), byId(offers)];
  return sessions
    .flatMap(({ id, groupId, date, cancelled, startsAt, endsAt, room }) => {
      const group = groupById.get(groupId);
      const offer = group && offerById.get(group.offerId);
      if (!group || !offer || cancelled || date !== today) return [];
      const { area, walkIns } = offer;
      return [{ id, groupId, title: titleOf(group, offer), area, room, startsAt, endsAt, walkIns }];
    })
    .sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt || (a.id < b.id ? -1 : 1));
}

/** The first of a person's languages that the kiosk speaks. */
const languageOf = ({ languages }: PersonEntry): string | null =>
  languages.map(kioskLanguage).find((code) => code !== undefined) ?? null;

/** Puts together what a kiosk is started with. */
export function kioskContent(sources: KioskSources): KioskContent {
  const { today, facilityName, enrolments, people, badges } = sources;
  const sessions = kioskSessions(sources);
  const sessionIds = new Map<string, string[]>();
  for (const { id, groupId } of sessions) {
    for (const person of expectedOn(
      today,
      enrolments.filter((place) => place.groupId === groupId),
    ))
      sessionIds.set(person, [...(sessionIds.get(person) ?? []), id]);
  }
  const anybody = sessions.some(({ walkIns }) => walkIns);
  const personById = byId(people.filter((person) => !hasDeparted(person, today)));
  const guests = new Map<string, KioskGuest>();
  for (const badge of badges.filter(isActiveBadge)) {
    const person = personById.get(badge.participantId);
    const own = sessionIds.get(badge.participantId) ?? [];
    if (!person) continue;
    guests.set(badge.number, {
      participantId: person.id,
      // Whoever is expected nowhere is told so without a name.
      firstName: anybody || own.length > 0 ? firstName(person.given) : '',
      language: languageOf(person),
      sessionIds: own,
    });
  }
  return {
    day: { date: today, facilityName, sessions: sessions.map(({ groupId: _, ...session }) => session) },
    guests,
  };
}
