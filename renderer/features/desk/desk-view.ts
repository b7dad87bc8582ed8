/** What the desk decides by: today's sessions as they will be once everything under way is saved. */
import { markOfArrival } from '#shared/domain/attendance/arrival.ts';
import { decodeMark, encodeMark, wasThere } from '#shared/domain/attendance/marks.ts';
import { expectedOn } from '#shared/domain/attendance/roster.ts';
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import { localDay, minuteOfDay } from '#shared/domain/calendar/dates.ts';
import {
  type DeskSession,
  type DeskVerdict,
  deskVerdict,
  isFull,
  isOn,
} from '#shared/domain/desk/fitting-session.ts';
import type { EnrolmentEntry, SheetEntry } from '#shared/domain/directory.ts';
import type { DirectoryPort } from '#shared/ports/app-services.ts';
import type { Case, Deed, LogEntry } from './desk-log.ts';

/** Today's sessions from the directory, in order of time; those whose group is gone are left out. */
export async function loadSessions(directory: DirectoryPort, day: string): Promise<readonly DeskSession[]> {
  const found = await directory.sessionsBetween(day, day);
  return found.flatMap(({ session, sheet }) => {
    const group = directory.get('courseGroup', session.groupId);
    return group ? [{ session, sheet, group, offer: directory.get('offer', group.offerId) }] : [];
  });
}

const emptySheet = (session: DeskSession['session']): SheetEntry => ({
  ...{ id: session.id, groupId: session.groupId, recorded: 0, attended: 0, heads: 0 },
  ...{ closed: false, unlinked: 0, marks: {} },
});

/** A sheet after a deed that it does not hold yet (`back`: without one that is being taken back). */
function sheetAfter(sheet: SheetEntry, { who, mark, undo }: Deed, back: boolean): SheetEntry {
  const step = back ? -1 : 1;
  if (who.kind === 'heads') return { ...sheet, heads: Math.max(0, sheet.heads + step * who.by) };
  if (who.kind === 'name') return { ...sheet, attended: sheet.attended + step };
  const { [who.id]: code, ...others } = sheet.marks;
  const before = code === undefined ? undefined : decodeMark(code);
  const previous = undo?.kind === 'person' && undo.previous.mark !== 'not-recorded' ? undo.previous : null;
  const after = back ? previous : mark;
  const change = Number(after !== null && wasThere(after)) - Number(before !== undefined && wasThere(before));
  const marks = after === null ? others : { ...others, [who.id]: encodeMark(after) };
  return { ...sheet, attended: sheet.attended + change, marks };
}

/** The sessions with what is under way laid over, in the order in which it was done. */
export function withUnderWay(
  sessions: readonly DeskSession[],
  log: readonly LogEntry[],
): readonly DeskSession[] {
  const underWay = log.filter(
    (entry): entry is Deed =>
      entry.kind === 'deed' &&
      (entry.state === 'pending' || (entry.state === 'undoing' && entry.undo !== null)),
  );
  if (underWay.length === 0) return sessions;
  return sessions.map((one) => {
    const own = underWay.filter(({ sessionId }) => sessionId === one.session.id).reverse();
    const sheet = own.reduce(
      (before, deed) => sheetAfter(before, deed, deed.state === 'undoing'),
      one.sheet ?? emptySheet(one.session),
    );
    return own.length === 0 ? one : { ...one, sheet };
  });
}

export interface Moment {
  readonly today: string;
  readonly minute: number;
}

export const momentOf = (instant: Date): Moment => ({
  today: localDay(instant),
  minute: minuteOfDay(instant),
});

/** What the desk can do with the sessions that it checks in to. */
export interface DeskView {
  readonly sessions: readonly DeskSession[];
  readonly directory: Pick<DirectoryPort, 'get' | 'enrolmentsOf'>;
  readonly moment: Moment;
}

const placesOf = ({ directory }: DeskView, personId: string): readonly EnrolmentEntry[] =>
  directory.enrolmentsOf('participantId', personId);

/** What Enter does with somebody; `undefined` if they are not entered any more. */
export function verdictOf(view: DeskView, personId: string): DeskVerdict | undefined {
  const person = view.directory.get('participant', personId);
  return person && deskVerdict(person, view.sessions, placesOf(view, personId), view.moment);
}

/** A session that somebody may be sent to. */
export interface Option {
  readonly at: DeskSession;
  readonly mark: PersonMark;
  /** Has a place there. */
  readonly expected: boolean;
  /** Every place is taken, and none is theirs: it takes a deliberate key. */
  readonly full: boolean;
}

/** The sessions that somebody may be sent to, the likeliest first; never one in which they are already. */
export function optionsOf(view: DeskView, { who, reason, at }: Case): readonly Option[] {
  const { moment } = view;
  const arrival = momentOf(new Date(at));
  const places = who.kind === 'person' ? placesOf(view, who.id) : [];
  const options = view.sessions.flatMap((one): Option[] => {
    const mark = isOn(one, moment.minute) ? markOfArrival(one.session, arrival.minute) : undefined;
    const code = who.kind === 'person' ? one.sheet?.marks[who.id] : undefined;
    if (!mark || (code !== undefined && wasThere(decodeMark(code)))) return [];
    const own = places.filter(({ groupId }) => groupId === one.group.id);
    const expected = who.kind === 'person' && expectedOn(moment.today, own).has(who.id);
    return [{ at: one, mark, expected, full: !expected && isFull(one) }];
  });
  const rank = ({ expected, full, at: one }: Option): number =>
    expected ? 0 : full ? 3 : one.offer?.walkIns === true ? 1 : 2;
  const nearness = ({ at: { session } }: Option): number => Math.abs(session.startsAt - moment.minute);
  const sorted = [...options].sort((a, b) => rank(a) - rank(b) || nearness(a) - nearness(b));
  return reason === 'choose' ? sorted.filter(({ expected }) => expected) : sorted;
}

export type SessionState = 'later' | 'soon' | 'on' | 'over' | 'cancelled';

/** How a session stands at a minute of its day. */
export function sessionState({ session }: DeskSession, minute: number): SessionState {
  if (session.cancelled) return 'cancelled';
  if (minute >= session.endsAt) return 'over';
  if (minute >= session.startsAt) return 'on';
  return isOn({ session }, minute) ? 'soon' : 'later';
}

/** Which sessions this desk checks in to: one of the address, or all but those switched off. */
export interface Scope {
  readonly only: string | null;
  readonly off: ReadonlySet<string>;
}

export const isChosen = ({ only, off }: Scope, sessionId: string): boolean =>
  only === null ? !off.has(sessionId) : only === sessionId;

/** The scope after a session was switched on or off. A single one that is left stands in the address. */
export function scopeAfter(scope: Scope, all: readonly string[], toggled: string): Scope {
  const chosen = all.filter((id) => isChosen(scope, id) !== (id === toggled));
  const off = new Set(all.filter((id) => !chosen.includes(id)));
  const [first] = chosen;
  return { only: chosen.length === 1 && all.length > 1 && first !== undefined ? first : null, off };
}

/** Of people who are shown together: those whom their names don't tell apart. */
export function namesakes<P extends { readonly id: string }>(
  people: readonly P[],
  nameOf: (person: P) => string,
): ReadonlySet<string> {
  const byName = Map.groupBy(people, (person) => nameOf(person).toLocaleLowerCase());
  return new Set(
    [...byName.values()].filter((same) => same.length > 1).flatMap((same) => same.map(({ id }) => id)),
  );
}
