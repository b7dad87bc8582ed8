import { getHolidays } from 'feiertagejs';

/** The federal state whose holidays hold: the facilities of the programme lie in North Rhine-Westphalia. */
const state = 'NW';

const years = new Map<number, ReadonlyMap<string, string>>();

function ofYear(year: number): ReadonlyMap<string, string> {
  const known =
    years.get(year) ??
    new Map(getHolidays(year, state).map((day) => [day.dateString, day.translate('de') ?? day.name]));
  years.set(year, known);
  return known;
}

/** The German name of the public holiday on a day (`YYYY-MM-DD`), `undefined` on other days. */
export function publicHoliday(day: string): string | undefined {
  return ofYear(Number(day.slice(0, 4))).get(day);
}
