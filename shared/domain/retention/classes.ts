/**
 * Retention classes as DIN 66398 has them: a kind of data, how long it is kept, from when that is counted, and what
 * happens then. Why each is kept so long stands in the texts (`locales/…/retention.json`), under the class's name.
 */

/** In the order in which they are shown; `person` is the last of those that a departure sets off. */
export const retentionClasses = [
  'details',
  'badges',
  'attendance',
  'certificates',
  'person',
  'walkIns',
] as const;
export type RetentionClass = (typeof retentionClasses)[number];

/** Classes that belong to one person and are counted from the departure. */
export const personClasses = ['details', 'badges', 'attendance', 'certificates', 'person'] as const;
export type PersonClass = (typeof personClasses)[number];

interface RetentionRule {
  /** From when the period is counted. */
  readonly trigger: 'departure' | 'session';
  /** `emptied`: fields of a record that stays; `anonymised`: counts stay, the person does not; `deleted`: all of it. */
  readonly mechanism: 'emptied' | 'deleted' | 'anonymised';
  /** What is proposed until the data protection officer has signed the periods off. */
  readonly proposedMonths: number;
}

export const retentionRules: Readonly<Record<RetentionClass, RetentionRule>> = {
  details: { trigger: 'departure', mechanism: 'emptied', proposedMonths: 1 },
  badges: { trigger: 'departure', mechanism: 'deleted', proposedMonths: 1 },
  attendance: { trigger: 'departure', mechanism: 'anonymised', proposedMonths: 12 },
  certificates: { trigger: 'departure', mechanism: 'anonymised', proposedMonths: 36 },
  person: { trigger: 'departure', mechanism: 'deleted', proposedMonths: 36 },
  walkIns: { trigger: 'session', mechanism: 'anonymised', proposedMonths: 3 },
};

/** Months of each class. */
export type RetentionMonths = Readonly<Record<RetentionClass, number>>;

export const proposedMonths = Object.fromEntries(
  retentionClasses.map((name) => [name, retentionRules[name].proposedMonths]),
) as RetentionMonths;

/** The longest period that can be set. */
export const mostMonths = 240;

/**
 * The class whose period is longer than the person's record, if there is one: a name goes last, or what is left could
 * not be found any more for an access request.
 */
export function outlivesPerson(months: RetentionMonths): PersonClass | undefined {
  return personClasses.find((name) => months[name] > months.person);
}
