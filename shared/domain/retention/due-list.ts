/** What is due for deletion, as the preview shows it and the run takes it. */
import type { PersonEntry } from '../directory.ts';
import { type PersonClass, personClasses, type RetentionClass } from './classes.ts';

export interface DuePerson {
  readonly person: PersonEntry;
  readonly departedOn: string;
  readonly classes: readonly PersonClass[];
  /** The first day on which one of them was due. */
  readonly since: string;
}

export interface DueWalkIns {
  readonly sessionId: string;
  readonly date: string;
  readonly groupName: string;
  /** The first day on which they were due. */
  readonly since: string;
}

/** What a deletion run deletes. */
export interface DueNow {
  /** Who has been due longest comes first. */
  readonly people: readonly DuePerson[];
  readonly walkIns: readonly DueWalkIns[];
}

export interface DueForDeletion extends DueNow {
  /** People, or sessions with walk-ins, of each class. */
  readonly counts: Readonly<Record<RetentionClass, number>>;
  /** Without a departure, and without a trace for a year: whoever left without a word is never due. */
  readonly overlooked: readonly PersonEntry[];
}

/** People, or sessions with walk-ins, of each class. */
export function countsOf({ people, walkIns }: DueNow): Record<RetentionClass, number> {
  const counts = Object.fromEntries(
    personClasses.map((name) => [name, people.filter(({ classes }) => classes.includes(name)).length]),
  ) as Record<PersonClass, number>;
  return { ...counts, walkIns: walkIns.length };
}
