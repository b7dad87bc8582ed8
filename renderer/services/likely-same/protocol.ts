import type { PersonEntry } from '#shared/domain/directory.ts';
import type { ComparedPerson, LikelySame } from '#shared/domain/duplicates/likely-same.ts';

/** Somebody who is looked for among the people who are there; one with an id is not compared with themselves. */
export type Candidate = ComparedPerson & { readonly id?: string };

/** Somebody who is likely the candidate. */
export interface Match extends LikelySame {
  readonly id: string;
}

/** Two who are likely one. */
export interface LikelyPair extends LikelySame {
  readonly one: string;
  readonly other: string;
}

/** Whom the worker knows: the people who are there, or the rows of a list that is being read in. */
type Known = 'people' | 'rows';

export type ToWorker =
  | {
      readonly kind: 'known';
      readonly known: Known;
      readonly put: readonly PersonEntry[];
      readonly removed: readonly string[];
    }
  /** Who of the people is likely one of the candidates. */
  | { readonly kind: 'of'; readonly turn: number; readonly candidates: readonly Candidate[] }
  /** Who of the people and of the other rows is likely one of these rows. */
  | { readonly kind: 'of-rows'; readonly turn: number; readonly ids: readonly string[] }
  /** From now on all pairs are kept up to date and told; without haste while nobody waits for them. */
  | { readonly kind: 'watch'; readonly isWaitedFor: boolean };

export type FromWorker =
  | { readonly kind: 'found'; readonly turn: number; readonly found: readonly (readonly Match[])[] }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'pairs'; readonly pairs: readonly LikelyPair[] };
