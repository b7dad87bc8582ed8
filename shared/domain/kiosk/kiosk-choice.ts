/** Which session a badge at the kiosk is meant for. Pure: the day, the person, the minute, and what was done before. */
import { opensBefore } from '#shared/domain/desk/fitting-session.ts';
import type { KioskDay, KioskGuest, KioskSession } from './kiosk-day.ts';

/** Sessions that begin this soon are named on the screen at rest. */
const minutesAhead = 120;

export type KioskChoice =
  | { readonly kind: 'check-in'; readonly session: KioskSession }
  /** Was checked in to this one before. */
  | { readonly kind: 'again'; readonly session: KioskSession }
  | {
      readonly kind: 'choose';
      readonly sessions: readonly KioskSession[];
      /** None of them expects the person; they welcome everybody. */
      readonly walkIns: boolean;
    }
  /** Nothing now; this is where the person is expected next. */
  | { readonly kind: 'later'; readonly session: KioskSession }
  | { readonly kind: 'none' };

const isOn =
  (minute: number) =>
  ({ startsAt, endsAt }: KioskSession): boolean =>
    startsAt - opensBefore <= minute && minute < endsAt;

const overlap = (one: KioskSession, other: KioskSession): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/**
 * Sessions that are on now, from 30 minutes before they begin until they end: the one that expects the person; several
 * to choose from; else those that welcome everybody. Nobody is checked in to a second session by the same gesture that
 * checked them in to the first: what follows it is offered to choose.
 * @param minute of the day
 * @param done ids of the sessions that the person was checked in to here
 */
export function chooseSession(
  day: Pick<KioskDay, 'sessions'>,
  guest: Pick<KioskGuest, 'sessionIds'>,
  minute: number,
  done: ReadonlySet<string>,
): KioskChoice {
  const now = day.sessions.filter(isOn(minute));
  const expected = day.sessions.filter(({ id }) => guest.sessionIds.includes(id));
  const attended = now.filter(({ id }) => done.has(id));
  // Nobody sits in two sessions at the same time.
  const open = now.filter((session) => !attended.some((other) => overlap(session, other)));
  const enrolled = open.filter((session) => expected.includes(session));
  const [only, ...others] = enrolled;
  const last = attended.at(-1);
  if (last)
    return only ? { kind: 'choose', sessions: enrolled, walkIns: false } : { kind: 'again', session: last };
  if (only && others.length === 0) return { kind: 'check-in', session: only };
  if (only) return { kind: 'choose', sessions: enrolled, walkIns: false };
  const welcoming = open.filter(({ walkIns }) => walkIns);
  if (welcoming.length > 0) return { kind: 'choose', sessions: welcoming, walkIns: true };
  const next = expected.find(({ startsAt }) => startsAt > minute);
  return next ? { kind: 'later', session: next } : { kind: 'none' };
}

/** What is on now or begins soon, in order of time. @param minute of the day */
export function soonSessions({ sessions }: Pick<KioskDay, 'sessions'>, minute: number): KioskSession[] {
  return sessions.filter(({ startsAt, endsAt }) => startsAt - minutesAhead <= minute && minute < endsAt);
}
