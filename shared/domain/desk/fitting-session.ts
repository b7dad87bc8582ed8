/**
 * Which of today's sessions a person at the desk is checked in to (experience.md: two letters and Enter, or a scan and
 * nothing else). Guarantees that the same person, sessions and minute always give the same answer, and that nobody is
 * recorded anywhere without either a place there or somebody's decision.
 */
import { markOfArrival } from '#shared/domain/attendance/arrival.ts';
import { decodeMark, wasThere } from '#shared/domain/attendance/marks.ts';
import { expectedOn } from '#shared/domain/attendance/roster.ts';
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import type {
  CourseGroupEntry,
  EnrolmentEntry,
  OfferEntry,
  SessionEntry,
  SheetEntry,
} from '#shared/domain/directory.ts';

/** People are checked in from this many minutes before a session starts, until it ends. */
export const opensBefore = 30;

/** One of today's sessions with what the desk shows and decides by. */
export interface DeskSession {
  readonly session: SessionEntry;
  readonly sheet: SheetEntry | undefined;
  readonly group: CourseGroupEntry;
  readonly offer: OfferEntry | undefined;
}

/** What happens to a person at the desk. Lists of sessions hold those that staff may choose from, the likeliest first. */
export type DeskVerdict =
  /** Has a place, is expected now. `late`: minutes after the start, `null` if in time. */
  | { readonly kind: 'check-in'; readonly at: DeskSession; readonly late: number | null }
  /** Is in already; `mark` says since when. */
  | { readonly kind: 'already'; readonly at: DeskSession; readonly mark: PersonMark }
  /** Has a place in more than one session that is on. */
  | { readonly kind: 'choose'; readonly sessions: readonly DeskSession[] }
  /** Has no place in what is on; these have room for somebody who walks in. */
  | { readonly kind: 'walk-in'; readonly sessions: readonly DeskSession[] }
  /** Has no place, and what is on is full. */
  | { readonly kind: 'full'; readonly sessions: readonly DeskSession[] }
  /** Nothing is on. `next`: the person's next session of the day. */
  | { readonly kind: 'no-session'; readonly next: DeskSession | undefined }
  /** Has left the facility. */
  | { readonly kind: 'departed'; readonly since: string };

/** Whether people can be checked in to a session at a minute of its day. */
export function isOn({ session }: Pick<DeskSession, 'session'>, minute: number): boolean {
  return !session.cancelled && minute >= session.startsAt - opensBefore && minute < session.endsAt;
}

/** Whether every place is taken by people who are there. */
export function isFull({ sheet, group }: Pick<DeskSession, 'sheet' | 'group'>): boolean {
  return group.capacity !== null && (sheet?.attended ?? 0) + (sheet?.heads ?? 0) >= group.capacity;
}

const takesWalkIns = ({ offer }: DeskSession): boolean => offer?.walkIns === true;

interface Moment {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Of the day. */
  readonly minute: number;
}

/** The person's mark in a session, if it says that they were there. */
function presence({ sheet }: DeskSession, personId: string): PersonMark | undefined {
  const code = sheet?.marks[personId];
  const mark = code === undefined ? undefined : decodeMark(code);
  return mark && wasThere(mark) ? mark : undefined;
}

/** What is nearest to its start first; of those the earlier. */
const byNearness =
  (minute: number) =>
  (a: DeskSession, b: DeskSession): number =>
    Math.abs(a.session.startsAt - minute) - Math.abs(b.session.startsAt - minute) ||
    a.session.startsAt - b.session.startsAt ||
    (a.session.id < b.session.id ? -1 : 1);

/**
 * Decides for one person. `sessions` are those of today that this desk checks in to; `enrolments` the person's.
 */
export function deskVerdict(
  person: { readonly id: string; readonly departedOn: string | null },
  sessions: readonly DeskSession[],
  enrolments: readonly EnrolmentEntry[],
  { today, minute }: Moment,
): DeskVerdict {
  if (person.departedOn !== null && person.departedOn <= today)
    return { kind: 'departed', since: person.departedOn };
  const isExpected = ({ group }: DeskSession): boolean =>
    expectedOn(
      today,
      enrolments.filter(({ groupId }) => groupId === group.id),
    ).has(person.id);
  const on = sessions.filter((one) => isOn(one, minute)).sort(byNearness(minute));
  const expected = on.filter(isExpected);
  const missing = expected.filter((one) => presence(one, person.id) === undefined);
  const [first] = missing;
  if (first && missing.length === 1) {
    const mark = markOfArrival(first.session, minute);
    return { kind: 'check-in', at: first, late: mark?.late ?? null };
  }
  if (first) return { kind: 'choose', sessions: missing };
  for (const at of on) {
    const mark = presence(at, person.id);
    if (mark) return { kind: 'already', at, mark };
  }
  if (on.length > 0) return withoutPlace(on);
  const next = sessions
    .filter((one) => !one.session.cancelled && one.session.startsAt > minute && isExpected(one))
    .sort(byNearness(minute))[0];
  return { kind: 'no-session', next };
}

/** Sessions that welcome people who walk in come first. */
function withoutPlace(on: readonly DeskSession[]): DeskVerdict {
  const welcoming = [...on.filter(takesWalkIns), ...on.filter((one) => !takesWalkIns(one))];
  const roomy = welcoming.filter((one) => !isFull(one));
  return roomy.length > 0 ? { kind: 'walk-in', sessions: roomy } : { kind: 'full', sessions: welcoming };
}
