/**
 * The desk's state, a pure function of what happens. Guarantees, whatever the order of scans, keys, answers and
 * failures: everybody who arrives becomes exactly one deed, note or case; deeds are written one after the other in the
 * order they were made, each once (again only if somebody asks for it after a failure), an undoing after its deed; what
 * failed stays in sight until somebody has seen it; whoever was scanned and has to be decided about never vanishes
 * unless somebody drops them.
 */
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { DeskVerdict } from '#shared/domain/desk/fitting-session.ts';
import type { Result } from '#shared/domain/result.ts';
import {
  type Case,
  type Deed,
  type Guest,
  isOpenFailure,
  type LogEntry,
  type Remark,
  samePerson,
  type Undo,
} from './desk-log.ts';

/** A write to be done: a deed, or (`back`) its undoing. */
export interface Task {
  readonly key: number;
  readonly back: boolean;
}

/** What the large line is about. */
type Said = { readonly of: 'entry' | 'case'; readonly key: number };

export interface DeskState {
  readonly turn: number;
  /** Newest first. */
  readonly log: readonly LogEntry[];
  /** In the order they are done; the first is under way. */
  readonly tasks: readonly Task[];
  /** Who is decided about now. */
  readonly choice: Case | null;
  /** Longest first. */
  readonly waiting: readonly Case[];
  readonly said: Said | null;
}

/** What became of a deed's write. */
export interface Recorded {
  readonly already: boolean;
  readonly mark: PersonMark;
  readonly undo: Undo;
}

export type DeskEvent =
  /** Somebody stands there. `idle`: nobody types and nobody is decided about. */
  | {
      readonly kind: 'arrived';
      readonly who: Guest;
      readonly verdict: DeskVerdict | { readonly kind: 'other' };
      readonly scanned: boolean;
      readonly idle: boolean;
      readonly at: string;
    }
  | { readonly kind: 'decided'; readonly key: number; readonly choice: Chosen }
  | { readonly kind: 'put-aside' }
  | { readonly kind: 'taken-up'; readonly key: number }
  | { readonly kind: 'dropped'; readonly key: number }
  | { readonly kind: 'noted'; readonly remark: Remark; readonly at: string }
  | { readonly kind: 'since'; readonly key: number; readonly since: string }
  | { readonly kind: 'counted'; readonly sessionId: string; readonly by: 1 | -1; readonly at: string }
  /** The first task has its answer. */
  | { readonly kind: 'recorded'; readonly answer: Result<Recorded, Refusal> }
  | { readonly kind: 'taken-back'; readonly answer: Result<unknown, Refusal> }
  | { readonly kind: 'undo'; readonly key: number }
  | { readonly kind: 'retry'; readonly key: number }
  | { readonly kind: 'seen'; readonly key: number };

/** The session that staff chose. */
interface Chosen {
  readonly sessionId: string;
  readonly mark: PersonMark;
  readonly overCapacity: boolean;
}

export const emptyDesk: DeskState = { turn: 0, log: [], tasks: [], choice: null, waiting: [], said: null };

const present: PersonMark = { mark: 'present', late: null, early: null };
/** Entries that the log keeps beside those that are not settled. */
const kept = 40;
/** Scanned twice within so many milliseconds, somebody was held before the scanner too long. */
const repeatMs = 10_000;

const isSettled = (entry: LogEntry): boolean =>
  entry.kind === 'note' || (entry.state !== 'pending' && entry.state !== 'undoing' && !isOpenFailure(entry));

const trimmed = (log: readonly LogEntry[]): readonly LogEntry[] =>
  log.length <= kept ? log : log.filter((entry, at) => at < kept || !isSettled(entry));

export function deedOf({ log }: Pick<DeskState, 'log'>, key: number): Deed | undefined {
  return log.find((entry): entry is Deed => entry.kind === 'deed' && entry.key === key);
}

/** The deed that the one key takes back: the last that was not taken back or refused. */
export function lastDeed({ log }: Pick<DeskState, 'log'>): Deed | undefined {
  return log.find(
    (entry): entry is Deed => entry.kind === 'deed' && (entry.state === 'saved' || entry.state === 'pending'),
  );
}

function withEntry(state: DeskState, entry: LogEntry): DeskState {
  return {
    ...state,
    turn: entry.key,
    log: trimmed([entry, ...state.log]),
    said: { of: 'entry', key: entry.key },
  };
}

function withNote(state: DeskState, remark: Remark, at: string): DeskState {
  return withEntry(state, { kind: 'note', key: state.turn + 1, at, remark });
}

function withDeed(
  state: DeskState,
  { who, at }: { readonly who: Deed['who']; readonly at: string },
  { sessionId, mark, overCapacity }: Chosen,
): DeskState {
  const key = state.turn + 1;
  const fresh = { state: 'pending', undo: null, refusal: null, seen: false } as const;
  const next = withEntry(state, { kind: 'deed', key, who, sessionId, at, mark, overCapacity, ...fresh });
  return { ...next, tasks: [...state.tasks, { key, back: false }] };
}

function withoutCase(state: DeskState, key: number): DeskState {
  return {
    ...state,
    choice: state.choice?.key === key ? null : state.choice,
    waiting: state.waiting.filter((one) => one.key !== key),
  };
}

/** Who is decided about now gives way: whoever was scanned waits first in line. */
function putAside(state: DeskState): DeskState {
  const { choice, waiting } = state;
  return { ...state, choice: null, waiting: choice?.scanned ? [choice, ...waiting] : waiting };
}

const caseOf = ({ choice, waiting }: DeskState, who: Guest): Case | undefined =>
  [...(choice ? [choice] : []), ...waiting].find((one) => samePerson(one.who, who));

/** Somebody to be decided about: at once, or in line. */
function withCase(state: DeskState, fresh: Omit<Case, 'key'>, atOnce: boolean): DeskState {
  const known = caseOf(state, fresh.who);
  const key = known?.key ?? state.turn + 1;
  const one: Case = known
    ? { ...known, reason: fresh.reason, scanned: known.scanned || fresh.scanned }
    : { ...fresh, key };
  const said = { of: 'case', key } as const;
  const turn = Math.max(state.turn, key);
  if (atOnce) return { ...putAside(withoutCase(state, key)), choice: one, turn, said };
  const isChoice = state.choice?.key === key;
  const waiting = known
    ? state.waiting.map((other) => (other.key === key ? one : other))
    : [...state.waiting, one];
  return { ...state, choice: isChoice ? one : state.choice, waiting, turn, said };
}

/** The deed that somebody did a moment ago, if they are scanned again. */
function justDone(state: DeskState, who: Guest, at: string): Deed | undefined {
  const last = state.log.find(
    (entry): entry is Deed => entry.kind === 'deed' && samePerson(entry.who, who) && entry.state !== 'failed',
  );
  const stands = last?.state === 'pending' || last?.state === 'saved';
  return stands && Date.parse(at) - Date.parse(last.at) < repeatMs ? last : undefined;
}

function arrived(state: DeskState, event: Extract<DeskEvent, { kind: 'arrived' }>): DeskState {
  const { who, verdict, scanned, at } = event;
  const personId = who.kind === 'person' ? who.id : '';
  const again = scanned ? justDone(state, who, at) : undefined;
  if (again) {
    const { sessionId, mark, at: since } = again;
    return withNote(state, { kind: 'already', personId, sessionId, mark, since }, at);
  }
  switch (verdict.kind) {
    case 'check-in': {
      const known = caseOf(state, who);
      const { late } = verdict;
      const mark: PersonMark = late === null ? present : { mark: 'late', late, early: null };
      const sessionId = verdict.at.session.id;
      return withDeed(
        known ? withoutCase(state, known.key) : state,
        { who, at },
        { sessionId, mark, overCapacity: false },
      );
    }
    case 'already': {
      const { session } = verdict.at;
      const remark = { kind: 'already', personId, mark: verdict.mark, since: null } as const;
      return withNote(state, { ...remark, sessionId: session.id }, at);
    }
    case 'departed':
      return withNote(state, { kind: 'departed', personId, since: verdict.since }, at);
    case 'no-session':
      return withNote(state, { kind: 'no-session', personId, nextId: verdict.next?.session.id ?? null }, at);
    default:
      return withCase(state, { who, reason: verdict.kind, at, scanned }, !scanned || event.idle);
  }
}

function change(state: DeskState, key: number, changes: Partial<Deed>): DeskState {
  return {
    ...state,
    log: state.log.map((entry) =>
      entry.kind === 'deed' && entry.key === key ? { ...entry, ...changes } : entry,
    ),
  };
}

/** The first task is done; `withBack: false`: its undoing has nothing to take back. */
function afterTask(state: DeskState, { withBack }: { readonly withBack: boolean }): DeskState {
  const [done, ...rest] = state.tasks;
  return { ...state, tasks: withBack ? rest : rest.filter((task) => task.key !== done?.key) };
}

function recorded(state: DeskState, answer: Result<Recorded, Refusal>): DeskState {
  const deed = deedOf(state, state.tasks[0]?.key ?? -1);
  if (!deed) return afterTask(state, { withBack: true });
  const { key, who, at, sessionId } = deed;
  const wanted = deed.state === 'undoing';
  if (!answer.ok) {
    const next = afterTask(state, { withBack: false });
    if (wanted) return change(next, key, { state: 'undone' });
    if (answer.error.code !== 'attendance.full' || who.kind === 'heads')
      return change(next, key, { state: 'failed', refusal: answer.error, seen: false });
    // Somebody else took the last place meanwhile: that is for staff to decide, not a failure.
    const without = { ...next, log: next.log.filter((entry) => entry.key !== key) };
    return withCase(without, { who, reason: 'full', at, scanned: true }, false);
  }
  const { already, mark, undo } = answer.value;
  if (already && who.kind === 'person') {
    const remark = { kind: 'already', personId: who.id, sessionId, mark, since: null } as const;
    const note = { kind: 'note', key, at, remark } as const;
    const next = afterTask(state, { withBack: false });
    return { ...next, log: next.log.map((entry) => (entry.key === key ? note : entry)) };
  }
  const saved = { mark, undo, refusal: null, state: wanted ? ('undoing' as const) : ('saved' as const) };
  return change(afterTask(state, { withBack: true }), key, saved);
}

function takenBack(state: DeskState, answer: Result<unknown, Refusal>): DeskState {
  const next = afterTask(state, { withBack: true });
  const key = state.tasks[0]?.key ?? -1;
  return answer.ok
    ? change(next, key, { state: 'undone', refusal: null })
    : change(next, key, { state: 'undo-failed', refusal: answer.error, seen: false });
}

function undo(state: DeskState, key: number): DeskState {
  const deed = deedOf(state, key);
  const stands = deed?.state === 'saved' || deed?.state === 'pending' || deed?.state === 'undo-failed';
  if (!stands) return state;
  const next = change(state, key, { state: 'undoing', refusal: null });
  return { ...next, tasks: [...next.tasks, { key, back: true }], said: { of: 'entry', key } };
}

function retry(state: DeskState, key: number): DeskState {
  const deed = deedOf(state, key);
  if (deed?.state === 'undo-failed') return undo(state, key);
  if (deed?.state !== 'failed') return state;
  const next = change(state, key, { state: 'pending', refusal: null, seen: false });
  return { ...next, tasks: [...next.tasks, { key, back: false }], said: { of: 'entry', key } };
}

function decided(state: DeskState, key: number, chosen: Chosen): DeskState {
  const one = [...(state.choice ? [state.choice] : []), ...state.waiting].find((other) => other.key === key);
  return one ? withDeed(withoutCase(state, key), one, chosen) : state;
}

function takenUp(state: DeskState, key: number): DeskState {
  const one = state.waiting.find((other) => other.key === key);
  if (!one) return state;
  return { ...putAside(withoutCase(state, key)), choice: one, said: { of: 'case', key } };
}

function withSince(state: DeskState, key: number, since: string): DeskState {
  return {
    ...state,
    log: state.log.map((entry) =>
      entry.key === key && entry.kind === 'note' && entry.remark.kind === 'already'
        ? { ...entry, remark: { ...entry.remark, since } }
        : entry,
    ),
  };
}

/** The state after something happened. */
export function deskAfter(state: DeskState, event: DeskEvent): DeskState {
  switch (event.kind) {
    case 'arrived':
      return arrived(state, event);
    case 'decided':
      return decided(state, event.key, event.choice);
    case 'put-aside':
      return putAside(state);
    case 'taken-up':
      return takenUp(state, event.key);
    case 'dropped':
      return withoutCase(state, event.key);
    case 'noted':
      return withNote(state, event.remark, event.at);
    case 'since':
      return withSince(state, event.key, event.since);
    case 'counted': {
      const { sessionId, by, at } = event;
      return withDeed(
        state,
        { who: { kind: 'heads', by }, at },
        { sessionId, mark: present, overCapacity: true },
      );
    }
    case 'recorded':
      return recorded(state, event.answer);
    case 'taken-back':
      return takenBack(state, event.answer);
    case 'undo':
      return undo(state, event.key);
    case 'retry':
      return retry(state, event.key);
    case 'seen':
      return change(state, event.key, { seen: true });
  }
}
