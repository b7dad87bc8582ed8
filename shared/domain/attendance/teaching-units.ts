import type { AttendanceMark } from '#shared/domain/records/attendance-sheet.ts';

/** Length of a teaching unit (Unterrichtseinheit, UE) in minutes. */
const unitMinutes = 45;

/** When a session takes place: minutes since midnight, `startsAt` < `endsAt`; breaks in order, within it. */
export interface SessionTimes {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly breaks: readonly { readonly from: number; readonly to: number }[];
}

/** What is recorded of a person: minutes late and minutes left early, `null` where none. */
export interface PersonMark {
  readonly mark: AttendanceMark;
  readonly late: number | null;
  readonly early: number | null;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The session without its breaks. */
function teachingSpans({ startsAt, endsAt, breaks }: SessionTimes): Span[] {
  const ends = [...breaks.map(({ from }) => from), endsAt];
  return [startsAt, ...breaks.map(({ to }) => to)].flatMap((from, at) => {
    const to = ends[at] ?? endsAt;
    return to > from ? [{ from, to }] : [];
  });
}

/** The whole units of a session one after the other; one that a break divides has several spans. */
function units(session: SessionTimes): Span[][] {
  const found: Span[][] = [];
  let unit: Span[] = [];
  let missing = unitMinutes;
  for (const span of teachingSpans(session)) {
    let { from } = span;
    while (from < span.to) {
      const to = Math.min(span.to, from + missing);
      unit.push({ from, to });
      missing -= to - from;
      from = to;
      if (missing > 0) continue;
      found.push(unit);
      unit = [];
      missing = unitMinutes;
    }
  }
  return found;
}

/** UE that a session offers: whole units of 45 minutes without the breaks. A remainder doesn't count (domain.md). */
export function unitsOffered(session: SessionTimes): number {
  const breaks = session.breaks.reduce((sum, { from, to }) => sum + to - from, 0);
  return Math.max(0, Math.floor((session.endsAt - session.startsAt - breaks) / unitMinutes));
}

/**
 * UE that a person attended. Of each whole unit the minutes missed by coming late or leaving early are counted, and
 * the unit counts if they are at most `toleratedMinutes` (domain.md: our rule, a setting of the offer, 15 by custom
 * after BAMF list 630.059i). Absent, excused and not recorded attend none.
 */
export function unitsAttended(
  session: SessionTimes,
  { mark, late, early }: PersonMark,
  toleratedMinutes: number,
): number {
  if (mark === 'absent' || mark === 'excused' || mark === 'not-recorded') return 0;
  const from = session.startsAt + (mark === 'late' ? (late ?? 0) : 0);
  const to = session.endsAt - (mark === 'present' ? 0 : (early ?? 0));
  const there = (span: Span): number => Math.max(0, Math.min(to, span.to) - Math.max(from, span.from));
  return units(session).filter(
    (unit) => unitMinutes - unit.reduce((sum, span) => sum + there(span), 0) <= toleratedMinutes,
  ).length;
}
