import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { Birth } from '#shared/domain/records/participant.ts';

/** `29.11.1988`, `1988`, or nothing. */
export function birthText(birth: Birth): string {
  if (birth.kind === 'date') return germanDate(birth.date);
  return birth.kind === 'year' ? String(birth.year) : '';
}

/** Orders births: a year stands before the days in it, an unknown one first. */
export function birthOrder(birth: Birth): string {
  return birth.kind === 'date' ? birth.date : birth.kind === 'year' ? String(birth.year) : '';
}
