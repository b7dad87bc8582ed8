/** What the desk did and what it only said, as its log keeps it: ids and what was typed, in memory only. */
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { CodeProblem } from './desk-code.ts';

/** Somebody at the desk: entered, or known by name only. */
export type Guest =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'name'; readonly name: string };

/** Whom a deed is about: somebody, or one head more or fewer. */
export type Subject = Guest | { readonly kind: 'heads'; readonly by: 1 | -1 };

/** What takes a deed back. */
export type Undo =
  | { readonly kind: 'person'; readonly previous: PersonMark & { readonly participantId: string } }
  | { readonly kind: 'name'; readonly entryId: string }
  | { readonly kind: 'heads' };

type DeedState = 'pending' | 'saved' | 'failed' | 'undoing' | 'undone' | 'undo-failed';

/** Something to be recorded. */
export interface Deed {
  readonly kind: 'deed';
  readonly key: number;
  readonly who: Subject;
  readonly sessionId: string;
  /** When the person was at the desk (ISO instant); waiting for a decision or for the disk makes nobody late. */
  readonly at: string;
  readonly mark: PersonMark;
  readonly overCapacity: boolean;
  readonly state: DeedState;
  /** There once it is saved. */
  readonly undo: Undo | null;
  /** Why it, or its undoing, was not saved. */
  readonly refusal: Refusal | null;
  /** Somebody has seen that it failed. */
  readonly seen: boolean;
}

/** What there was to say instead of a deed. */
export type Remark =
  | {
      readonly kind: 'already';
      readonly personId: string;
      readonly sessionId: string;
      readonly mark: PersonMark;
      /** Since when (ISO instant), once it is known. */
      readonly since: string | null;
    }
  | { readonly kind: 'no-session'; readonly personId: string; readonly nextId: string | null }
  | { readonly kind: 'departed'; readonly personId: string; readonly since: string }
  | { readonly kind: 'ended-badge'; readonly personId: string }
  | { readonly kind: 'nothing-on' }
  | { readonly kind: 'code'; readonly why: CodeProblem | 'unknown' };

interface Note {
  readonly kind: 'note';
  readonly key: number;
  readonly at: string;
  readonly remark: Remark;
}

export type LogEntry = Deed | Note;

/** Somebody about whom staff has to decide where they go. */
export interface Case {
  readonly key: number;
  readonly who: Guest;
  /** `other`: staff wants another session than the one that fits. */
  readonly reason: 'choose' | 'walk-in' | 'full' | 'other';
  readonly at: string;
  /** Whoever was scanned stands there: put aside, they wait; a typed name does not. */
  readonly scanned: boolean;
}

/** Whether both are the same entered person; of two names nobody can say that. */
export const samePerson = (one: Subject, other: Subject): boolean =>
  one.kind === 'person' && other.kind === 'person' && one.id === other.id;

/** Whether somebody has still to see that something was not saved. */
export const isOpenFailure = ({ state, seen }: Deed): boolean =>
  (state === 'failed' || state === 'undo-failed') && !seen;
