import { addDays, isoDate, weekdayOf } from './dates.ts';

/** A calendar week by ISO 8601, as staff count them (KW): it begins on Monday, week 1 is the one with 4 January. */
export interface CalendarWeek {
  /** The year that the week counts in; around New Year not always the day's own. */
  readonly year: number;
  /** 1 to 53. */
  readonly week: number;
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}

/** The calendar week of a day. */
export function weekOf(day: string): CalendarWeek {
  const thursday = addDays(mondayOf(day), 3);
  const year = Number(thursday.slice(0, 4));
  return { year, week: 1 + Math.floor(daysBetween(isoDate(year, 1, 1), thursday) / 7) };
}

/** The name of a day's week in addresses: `2026-W48`. */
export function weekName(day: string): string {
  const { year, week } = weekOf(day);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Monday of a named week; `undefined` if there is no such week. */
export function weekStart(name: string): string | undefined {
  const match = /^(\d{4})-W(\d{2})$/.exec(name);
  const year = Number(match?.[1]);
  if (!match || year < 1900 || year > 2199) return undefined;
  const monday = addDays(mondayOf(isoDate(year, 1, 4)), 7 * (Number(match[2]) - 1));
  return weekName(monday) === name ? monday : undefined;
}

/** The seven days of the week that begins on `monday`. */
export function daysOfWeek(monday: string): string[] {
  return Array.from({ length: 7 }, (_, at) => addDays(monday, at));
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}
