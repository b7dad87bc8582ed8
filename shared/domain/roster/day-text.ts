import { addDays, isCalendarDay, isoDate } from '#shared/domain/calendar/dates.ts';
import type { Birth } from '#shared/domain/records/participant.ts';
import { latinDigits } from './cell-text.ts';

/** A day as a list writes it: parts may be unknown (0). */
interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** The list had two digits for the year. */
  readonly shortYear: boolean;
  /** The list had a spreadsheet's day count. */
  readonly serial: boolean;
}

type DayProblem = 'unreadable' | 'impossible' | 'future' | 'too-early' | 'incomplete';
type DayNote = 'two-digit-year' | 'serial' | 'day-unknown';

/** `value` is missing where there is a problem; a note tells what was concluded. */
export interface DayReading<T> {
  readonly value?: T;
  readonly problem?: DayProblem;
  readonly note?: DayNote;
}

const monthNames = [
  'jan',
  'feb',
  'm[aä]e?r|mrz',
  'apr',
  'ma[iy]',
  'jun',
  'jul',
  'aug',
  'sep',
  'o[kc]t',
  'nov',
  'de[zc]',
];
/** Spreadsheets count days from 30.12.1899; these counts are the years 1927 to 2099, beyond any year number. */
const serialFrom = 10_000;
const serialTo = 73_050;

function named(month: string): number {
  return monthNames.findIndex((name) => new RegExp(`^(${name})`, 'iu').test(month)) + 1;
}

/** Two digits name the latest year that is not in the future: nobody is born tomorrow. */
function fullYear(digits: string, today: string): number {
  const year = Number(digits);
  if (digits.length !== 2) return year;
  const century = Number(today.slice(0, 2)) * 100;
  return century + year <= Number(today.slice(0, 4)) ? century + year : century - 100 + year;
}

/** Reads `29.11.1988`, `29/11/1988`, `29-11-88`, `1988-11-29`, `29. November 1988`, `1988`, `00.00.1988`, a day count. */
function dayParts(text: string, today: string): DayParts | undefined {
  const written = latinDigits(text)
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/u, '')
    .trim();
  const parts = (year: string, month: number, day: string): DayParts => ({
    year: fullYear(year, today),
    month,
    day: Number(day),
    shortYear: year.length === 2,
    serial: false,
  });
  const yearFirst = /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})$/u.exec(written);
  if (yearFirst) return parts(yearFirst[1] ?? '', Number(yearFirst[2]), yearFirst[3] ?? '');
  const dayFirst = /^(\d{1,2}|[xX?]{1,2})\s*[-/.]\s*(\d{1,2}|[xX?]{1,2})\s*[-/.]\s*(\d{4}|\d{2})$/u.exec(
    written,
  );
  if (dayFirst) return parts(dayFirst[3] ?? '', Number(dayFirst[2]) || 0, String(Number(dayFirst[1]) || 0));
  const inWords = /^(\d{1,2})\.?\s*(\p{L}{3,9})\.?,?\s*(\d{4}|\d{2})$/u.exec(written);
  if (inWords && named(inWords[2] ?? '') > 0)
    return parts(inWords[3] ?? '', named(inWords[2] ?? ''), inWords[1] ?? '');
  if (/^\d{4}$/u.test(written)) return parts(written, 0, '0');
  const count = Number(written);
  if (/^\d{5}(\.\d+)?$/u.test(written) && count >= serialFrom && count <= serialTo) {
    const [year, month, day] = addDays('1899-12-30', Math.floor(count)).split('-').map(Number);
    return { year: year ?? 0, month: month ?? 0, day: day ?? 0, shortYear: false, serial: true };
  }
  return undefined;
}

/** What is wrong with the parts as numbers, unknown day and month aside. */
function impossible({ year, month, day }: DayParts): DayProblem | undefined {
  if (year < 1900) return 'too-early';
  return isCalendarDay(year, month === 0 ? 1 : month, day === 0 ? 1 : day) ? undefined : 'impossible';
}

const noteOf = (parts: DayParts): { readonly note?: DayNote } =>
  parts.shortYear ? { note: 'two-digit-year' } : parts.serial ? { note: 'serial' } : {};

/**
 * Reads a birth date. 01.01. and 00.00. of a year are the year; a month without a day is the year, with a note
 * (domain.md, names and dates of birth). An empty text, `?` and the like are an unknown birth.
 */
export function readBirth(text: string, today: string): DayReading<Birth> {
  if (/^(\?+|unbekannt|unknown|keine angabe|k\.\s?a\.|n\/a)?$/iu.test(text))
    return { value: { kind: 'unknown' } };
  const parts = dayParts(text, today);
  if (!parts) return { problem: 'unreadable' };
  const problem = impossible(parts);
  if (problem) return { problem };
  const { year, month, day } = parts;
  const wholeYear = month === 0 || day === 0 || (month === 1 && day === 1);
  if (wholeYear) {
    if (year > Number(today.slice(0, 4))) return { problem: 'future' };
    const value = { kind: 'year', year } as const;
    return month > 0 && day === 0 ? { value, note: 'day-unknown' } : { value, ...noteOf(parts) };
  }
  const date = isoDate(year, month, day);
  return date > today ? { problem: 'future' } : { value: { kind: 'date', date }, ...noteOf(parts) };
}

/** Reads a whole day, as of an arrival; days to come are allowed. */
export function readDay(text: string, today: string): DayReading<string> {
  const parts = dayParts(text, today);
  if (!parts) return { problem: 'unreadable' };
  const problem = impossible(parts) ?? (parts.month === 0 || parts.day === 0 ? 'incomplete' : undefined);
  return problem ? { problem } : { value: isoDate(parts.year, parts.month, parts.day), ...noteOf(parts) };
}
