/** What residents' papers say: plain data for the document worker. Nothing else of a person reaches the paper. */

import type { PaperLanguage } from '#shared/domain/paper-language.ts';
import type { programmeAreas } from '#shared/domain/records/offer.ts';

export type PaperArea = (typeof programmeAreas)[number];

/** Of every paper: in which language, whose it is, and the day of print (`YYYY-MM-DD`). */
interface Printed {
  readonly language: PaperLanguage;
  readonly facility: string;
  readonly printedOn: string;
}

/** What a certificate is, what it is not, how it is checked and kept. It names nobody. */
export interface ExplanationSheet extends Printed {
  readonly kind: 'explanation-sheet';
  readonly place: string;
}

export interface OwnSession {
  /** Minutes since midnight. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly offer: string;
  readonly group: string;
  readonly area: PaperArea | null;
  readonly room: string | null;
  readonly cancelled: boolean;
}

export interface OwnDay {
  readonly date: string;
  readonly holiday: boolean;
  /** In order of time. */
  readonly sessions: readonly OwnSession[];
}

/** One person's sessions of a week. */
export interface OwnWeekPlan extends Printed {
  readonly kind: 'own-week-plan';
  readonly name: string;
  /** By ISO 8601. */
  readonly week: number;
  /** Monday to Sunday; those to be shown are told by the paper. */
  readonly from: string;
  readonly to: string;
  readonly days: readonly OwnDay[];
}

export type PrintedPaper = ExplanationSheet | OwnWeekPlan;
