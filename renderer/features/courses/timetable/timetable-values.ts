/** The timetable as a form has it: one row for all weekdays with the same times, as people plan. */
import { weekdayOf } from '#shared/domain/calendar/dates.ts';
import type { Slot, Timetable } from '#shared/domain/records/timetable.ts';

export interface BreakValues {
  readonly from: number | null;
  readonly to: number | null;
}

export interface WeekRow {
  /** Tells rows apart while they are added and removed. */
  readonly key: string;
  /** 1 Monday to 7 Sunday. */
  readonly weekdays: readonly number[];
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly breaks: readonly BreakValues[];
  readonly room: string;
}

export interface FreeDays {
  readonly key: string;
  readonly from: string | null;
  /** `null`: that one day. */
  readonly to: string | null;
}

export interface TimetableValues {
  readonly planning: 'weekly' | 'single';
  readonly rows: readonly WeekRow[];
  readonly everyWeeks: number;
  readonly skipHolidays: boolean;
  readonly freeDays: readonly FreeDays[];
  readonly untilPlannedUnits: boolean;
}

export const emptyRow = (): WeekRow => ({
  ...{ key: crypto.randomUUID(), weekdays: [], startsAt: null, endsAt: null, breaks: [], room: '' },
});
export const emptyFreeDays = (): FreeDays => ({ key: crypto.randomUUID(), from: null, to: null });

/** The form of a new group (`undefined`), of one without a timetable (`null`), or of a timetable. */
export function timetableValues(timetable: Timetable | null | undefined): TimetableValues {
  return {
    planning: timetable === null ? 'single' : 'weekly',
    rows: timetable ? rowsOf(timetable.slots) : [emptyRow()],
    everyWeeks: timetable?.everyWeeks ?? 1,
    skipHolidays: timetable?.skipHolidays ?? true,
    freeDays: (timetable?.exceptions ?? []).map(({ from, to }) => ({
      ...{ key: crypto.randomUUID(), from, to: to === from ? null : to },
    })),
    untilPlannedUnits: timetable?.untilPlannedUnits ?? true,
  };
}

/** Slots with the same times and room, gathered into rows. */
function rowsOf(slots: readonly Slot[]): WeekRow[] {
  const alike = Map.groupBy(slots, ({ startsAt, endsAt, breaks, room }) =>
    JSON.stringify([startsAt, endsAt, breaks, room]),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { startsAt, endsAt, breaks, room } = first;
    const weekdays = group.map(({ weekday }) => weekday).sort();
    return [{ key: crypto.randomUUID(), weekdays, startsAt, endsAt, breaks, room: room ?? '' }];
  });
}

type CompleteBreak = Slot['breaks'][number];
export const isCompleteBreak = (one: BreakValues): one is CompleteBreak =>
  one.from !== null && one.to !== null;

/** The slots of a row; none while it is not complete. */
function slotsOf({ weekdays, startsAt, endsAt, breaks, room }: WeekRow): Slot[] {
  if (startsAt === null || endsAt === null || !breaks.every(isCompleteBreak)) return [];
  const inOrder = breaks.filter(isCompleteBreak).sort((a, b) => a.from - b.from);
  return weekdays
    .toSorted((a, b) => a - b)
    .map((weekday) => ({ weekday, startsAt, endsAt, breaks: inOrder, room: room.trim() || null }));
}

/** The timetable of the rows that are complete; `null`: sessions are planned one by one, or no row is complete. */
export function timetableOf(values: TimetableValues): Timetable | null {
  const slots = values.rows.flatMap(slotsOf);
  if (values.planning === 'single' || slots.length === 0) return null;
  return {
    slots,
    everyWeeks: values.everyWeeks,
    skipHolidays: values.skipHolidays,
    exceptions: values.freeDays.flatMap(({ from, to }) => (from === null ? [] : [{ from, to: to ?? from }])),
    untilPlannedUnits: values.untilPlannedUnits,
  };
}

/** Where in the form a refused path of the timetable lies: `slots.3.endsAt` is `rows.0.endsAt`. */
export function pathInForm(path: string, values: TimetableValues): string {
  const [list, position, ...field] = path.split('.');
  if (list === 'exceptions') return ['freeDays', position].join('.');
  if (list !== 'slots') return path;
  const rowOfSlot = values.rows.flatMap((row, at) => slotsOf(row).map(() => at));
  return ['rows', rowOfSlot[Number(position)] ?? 0, ...field].join('.');
}

/** A quarter of an hour in the middle of the session, or nothing yet. */
export function usualBreak(startsAt: number | null, endsAt: number | null): BreakValues {
  if (startsAt === null || endsAt === null || endsAt - startsAt < 45) return { from: null, to: null };
  const from = Math.floor((startsAt + endsAt) / 2 / 15) * 15;
  return { from, to: from + 15 };
}

/** Any day of that weekday, for its name. 6 January 2025 was a Monday. */
const dayOf = (weekday: number): Date => new Date(2025, 0, 5 + weekday, 12);

/** `Mo` or `Montag` in the language of the screen. */
export function weekdayName(weekday: number, language: string, width: 'short' | 'long'): string {
  return dayOf(weekday).toLocaleDateString(language, { weekday: width });
}

/** `Mo` of a day. */
export const weekdayOfDay = (day: string, language: string): string =>
  weekdayName(weekdayOf(day), language, 'short');
