import type { BadgeLayoutId } from './badge-layouts.ts';
import type { PrintOffset } from './badge-places.ts';

/** How much of a name is on a badge. */
export const nameForms = ['full', 'given', 'none'] as const;
export type NameForm = (typeof nameForms)[number];

/** What a badge says. No birth date, no room, no country, no number of the facility's own. */
export interface PrintedBadge {
  /** Sixteen digits. */
  readonly number: string;
  readonly given: string | null;
  readonly family: string | null;
  /** The whole name in its own script. */
  readonly original: string | null;
}

/** Badges as they are printed: plain data for the document worker. */
export interface PrintedBadges {
  readonly facility: string;
  readonly layout: BadgeLayoutId;
  /** The first free label of the first sheet, counted from 0. */
  readonly start: number;
  readonly offset: PrintOffset;
  readonly badges: readonly PrintedBadge[];
}

interface Named {
  readonly given: string;
  readonly family: string | null;
  readonly original: string | null;
}

/** A person's badge. Of a name that is not to be printed nothing leaves this function. */
export function printedBadge(
  { given, family, original }: Named,
  number: string,
  form: NameForm,
): PrintedBadge {
  switch (form) {
    case 'full':
      return { number, given, family, original };
    case 'given':
      return { number, given, family: null, original: null };
    case 'none':
      return { number, given: null, family: null, original: null };
  }
}
