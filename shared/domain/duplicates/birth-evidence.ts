import type { Birth } from '#shared/domain/records/participant.ts';

/** What two births say about whether two entries are one person. */
export type BirthReason =
  | 'same-birth-date'
  | 'same-birth-year'
  | 'year-fits-date'
  | 'day-and-month-swapped'
  | 'birth-slip';

export interface BirthEvidence {
  /** How much likelier it is to see these two births on one person than on two (likelihood ratio). */
  readonly ratio: number;
  readonly reason: BirthReason | null;
}

/**
 * Ratios follow Fellegi and Sunter (1969): how often one person is written down so, by how often two people are. Two
 * people share a day once in 18,000 pairs (50 years of 365 days), a year once in 50; a quarter have only a year.
 */
const ratios = {
  sameDate: 20_000,
  sameYear: 180,
  yearFitsDate: 13,
  swapped: 400,
  slip: 20,
  /** Not to know one's birth is rare, and stays with a person. */
  bothUnknown: 4,
  sameYearOtherDay: 0.2,
  yearBeside: 0.15,
  otherYear: 0.01,
  otherDate: 0.004,
} as const;

interface Known {
  readonly year: number;
  /** Month and day as digits; `null` where only the year is known. 01.01. stands for a year. */
  readonly day: string | null;
}

function known(birth: Birth): Known | undefined {
  if (birth.kind === 'unknown') return undefined;
  if (birth.kind === 'year') return { year: birth.year, day: null };
  const [year = '', month = '', day = ''] = birth.date.split('-');
  return { year: Number(year), day: month === '01' && day === '01' ? null : month + day };
}

const told = (ratio: number, reason: BirthReason | null = null): BirthEvidence => ({ ratio, reason });

/** Whichever way round, the answer is the same. An unknown birth says nothing beside a known one. */
export function birthEvidence(one: Birth, other: Birth): BirthEvidence {
  const [a, b] = [known(one), known(other)];
  if (!a || !b) return told(a || b ? 1 : ratios.bothUnknown);
  if (a.day === null || b.day === null) {
    const both = a.day === null && b.day === null;
    if (a.year === b.year)
      return both ? told(ratios.sameYear, 'same-birth-year') : told(ratios.yearFitsDate, 'year-fits-date');
    return told(Math.abs(a.year - b.year) === 1 ? ratios.yearBeside : ratios.otherYear);
  }
  if (a.year === b.year) {
    if (a.day === b.day) return told(ratios.sameDate, 'same-birth-date');
    if (a.day === b.day.slice(2) + b.day.slice(0, 2)) return told(ratios.swapped, 'day-and-month-swapped');
  }
  if (oneSlip(`${a.year}${a.day}`, `${b.year}${b.day}`)) return told(ratios.slip, 'birth-slip');
  return told(a.year === b.year ? ratios.sameYearOtherDay : ratios.otherDate);
}

/** One digit wrong, or two neighbours in the wrong order. */
function oneSlip(one: string, other: string): boolean {
  const wrong = Array.from(one, (_, at) => at).filter((at) => one[at] !== other[at]);
  const [first = 0, second = 0] = wrong;
  if (wrong.length === 1) return true;
  return (
    wrong.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first]
  );
}
