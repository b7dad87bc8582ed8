import { z } from 'zod';

/** Dates are local calendar days, `YYYY-MM-DD`; times of day are minutes since midnight. Neither has a time zone. */

const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** Whether the numbers name a day of the Gregorian calendar between 1900 and 2199. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return (
    year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

/** `YYYY-MM-DD` from numbers that `isCalendarDay` accepts. */
export function isoDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export const dateSchema = z.string().refine((text) => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
}, 'date');

/** Minutes since midnight, 0 to 1440 (the end of the day). */
export const minuteSchema = z.int().min(0).max(1440);

/** The local day of an instant, in the time zone of the computer. */
export function localDay(instant: Date): string {
  return isoDate(instant.getFullYear(), instant.getMonth() + 1, instant.getDate());
}

/** Minutes since local midnight of an instant. */
export function minuteOfDay(instant: Date): number {
  return instant.getHours() * 60 + instant.getMinutes();
}

/** The day `count` days after (before, if negative). */
export function addDays(day: string, count: number): string {
  const instant = new Date(`${day}T12:00:00Z`);
  instant.setUTCDate(instant.getUTCDate() + count);
  return instant.toISOString().slice(0, 10);
}

/** The same day `count` months later; the last of the month where that has no such day. */
export function addMonths(day: string, count: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  return isoDate(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month)));
}

/** The later one of two days. */
export function laterDay(one: string, other: string): string {
  return one < other ? other : one;
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

/** The earlier one of two days. */
export function earlierDay(one: string, other: string): string {
  return laterDay(one, other) === one ? other : one;
}

/** `31.10.2024`, as staff write it. */
export function germanDate(day: string): string {
  return `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}

/** `8:30`, as staff write it. */
export function clockTime(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

/**
 * Reads a day as staff type it: `31.10.2024`, `3110`, `311024`, `31102024`, `31.10.`, `31.10`, `heute`, `gestern`, `morgen`, `today`,
 * `yesterday`, `tomorrow`, `2024-10-31`. A missing year is the one of `today`; with `notBefore`, that of the first such
 * day from there on. `undefined` if it names no day.
 */
export function parseTypedDay(text: string, today: string, notBefore?: string): string | undefined {
  const typed = text.trim().toLowerCase();
  const word = { heute: 0, today: 0, gestern: -1, yesterday: -1, morgen: 1, tomorrow: 1 }[typed];
  if (word !== undefined) return addDays(today, word);
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts =
    /^(\d{1,2})\.(\d{1,2})\.?(\d{4}|\d{2})?$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})?$/.exec(typed);
  if (!parts) return undefined;
  const [day, month] = [Number(parts[1]), Number(parts[2])];
  if (parts[3] === undefined) {
    const year = Number((notBefore ?? today).slice(0, 4));
    const first = checked(year, month, day);
    return notBefore !== undefined && (first ?? '') < notBefore ? checked(year + 1, month, day) : first;
  }
  return checked(parts[3].length === 2 ? 2000 + Number(parts[3]) : Number(parts[3]), month, day);
}

/** Reads a time of day as staff type it: `8:30`, `830`, `8.30`, `8`, `0830`. `undefined` if it names none. */
export function parseTypedTime(text: string): number | undefined {
  const typed = text.trim().replace(/\s*uhr$/i, '');
  const parts =
    /^(\d{1,2})[:.](\d{2})$/.exec(typed) ?? /^(\d{1,2})(\d{2})$/.exec(typed) ?? /^(\d{1,2})$/.exec(typed);
  if (!parts) return undefined;
  const hour = Number(parts[1]);
  const minute = Number(parts[2] ?? 0);
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

function checked(year: number, month: number, day: number): string | undefined {
  return isCalendarDay(year, month, day) ? isoDate(year, month, day) : undefined;
}
