/**
 * The desk as it lives in a window, whether its screen is shown or not: what is under way goes on, and what failed is
 * there on coming back. One task is done at a time; the screen hears of an answer together with the day as it is then.
 */
import { type DeskSession, type DeskVerdict, isOn } from '#shared/domain/desk/fitting-session.ts';
import type { BadgeEntry } from '#shared/domain/directory.ts';
import type { RecordKind } from '#shared/domain/records/registry.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import type { CodeProblem } from './desk-code.ts';
import type { Case, Guest, Remark } from './desk-log.ts';
import { type DeskEvent, type DeskState, deedOf, deskAfter, emptyDesk, type Task } from './desk-state.ts';
import { record, takeBack, thereSince } from './desk-tasks.ts';
import {
  type DeskView,
  isChosen,
  loadSessions,
  momentOf,
  type Option,
  type Scope,
  scopeAfter,
  verdictOf,
  withUnderWay,
} from './desk-view.ts';

/** What the screen shows. A new object after every change. */
export interface DeskSnapshot {
  readonly desk: DeskState;
  /** All of the day, with what is under way; `undefined` until they are read. */
  readonly sessions: readonly DeskSession[] | undefined;
  readonly scope: Scope;
  readonly muted: boolean;
  /** Visitors may see the screen. */
  readonly discreet: boolean;
}

/** Somebody who came by scanner or by keys. `idle`: nobody types and nobody is decided about. */
interface Arrival {
  readonly scanned: boolean;
  readonly idle: boolean;
}

/** What needs nothing beside itself. */
type DeskOrder = Extract<
  DeskEvent,
  { kind: 'put-aside' | 'taken-up' | 'dropped' | 'undo' | 'retry' | 'seen' }
>;

export interface Desk {
  current(): DeskSnapshot;
  subscribe(listener: () => void): () => void;
  /** Keeps the day up to date while the screen is there. Returns what ends it. */
  watch(): () => void;
  /** To be called when a minute is over: past midnight it is another day. */
  tick(): void;
  view(): DeskView;
  /** Somebody entered stands there; `other`: staff wants to choose the session. */
  arrive(personId: string, arrival: Arrival, other?: boolean): void;
  arriveByName(name: string): void;
  badge(number: string, idle: boolean): void;
  refuse(why: CodeProblem): void;
  decide(one: Case, option: Option): void;
  count(sessionId: string, by: 1 | -1): void;
  send(event: DeskOrder): void;
  toggle(sessionId: string): void;
  /** All sessions of the day are on for this desk. */
  chooseAll(): void;
  setOnly(sessionId: string | null): void;
  setMuted(muted: boolean): void;
  setDiscreet(discreet: boolean): void;
}

type Settings = Pick<DeskSnapshot, 'scope' | 'muted' | 'discreet'>;

const watched = ['session', 'attendanceSheet', 'courseGroup', 'offer'] as const satisfies RecordKind[];

/** Badges by number, built once for every state of the list. */
function badgeIndex({ directory }: AppServices): (number: string) => BadgeEntry | undefined {
  const built = new WeakMap<object, ReadonlyMap<string, BadgeEntry>>();
  return (number) => {
    const all = directory.list('badge');
    const known = built.get(all) ?? new Map(all.map((badge) => [badge.number, badge]));
    built.set(all, known);
    return known.get(number);
  };
}

/** The desk of an open vault; the same one until it is locked. */
export function deskOf(services: AppServices): Desk {
  const known = desks.get(services.directory) ?? createDesk(services);
  desks.set(services.directory, known);
  return known;
}
const desks = new WeakMap<object, Desk>();

function createDesk(services: AppServices): Desk {
  const { directory, clock } = services;
  const findBadge = badgeIndex(services);
  const listeners = new Set<() => void>();
  let desk = emptyDesk;
  let stored: { readonly day: string; readonly sessions: readonly DeskSession[] } | undefined;
  let settings: Settings = { scope: { only: null, off: new Set() }, muted: false, discreet: false };
  let snapshot: DeskSnapshot = { desk, sessions: undefined, ...settings };
  let loads = 0;
  let running: Task | undefined;
  /** What waits for the day to be read. */
  const held: (() => void)[] = [];

  const show = (): void => {
    snapshot = { desk, sessions: stored && withUnderWay(stored.sessions, desk.log), ...settings };
    for (const listener of listeners) listener();
  };
  /** Reads the day. An older reading never replaces a younger one. */
  const load = async (): Promise<void> => {
    loads += 1;
    const mine = loads;
    const day = clock.today();
    const sessions = await loadSessions(directory, day);
    if (mine === loads || stored?.day !== day) stored = { day, sessions };
  };
  const reload = (): void => {
    // After a task the day is read anyway, together with its answer.
    if (!running) load().then(show, () => undefined);
  };
  const dispatch = (event: DeskEvent): void => {
    const { turn } = desk;
    desk = deskAfter(desk, event);
    show();
    if (desk.turn > turn) tellSince(desk.turn);
    void work();
  };
  /** Since when somebody is there stands in the sheet, which has to be opened. */
  const tellSince = (key: number): void => {
    const entry = desk.log.find((one) => one.key === key);
    if (entry?.kind !== 'note' || entry.remark.kind !== 'already' || entry.remark.since !== null) return;
    const { sessionId, personId } = entry.remark;
    const at = stored?.sessions.find(({ session }) => session.id === sessionId);
    if (!at) return;
    thereSince(services, at.session, personId).then(
      (since) => since !== undefined && dispatch({ kind: 'since', key, since }),
      () => undefined,
    );
  };
  const work = async (): Promise<void> => {
    const [task] = desk.tasks;
    const deed = task && deedOf(desk, task.key);
    if (running !== undefined || !task || !deed) return;
    running = task;
    const event: DeskEvent = task.back
      ? { kind: 'taken-back', answer: await takeBack(services, deed) }
      : { kind: 'recorded', answer: await record(services, deed) };
    // The write is done whether the day can be read or not.
    await load().catch(() => undefined);
    running = undefined;
    dispatch(event);
    tellSince(task.key);
  };

  const now = (): string => clock.now().toISOString();
  const set = (changes: Partial<Settings>): void => {
    settings = { ...settings, ...changes };
    show();
  };
  const note = (remark: Remark): void => dispatch({ kind: 'noted', remark, at: now() });
  const view = (): DeskView => ({
    directory,
    moment: momentOf(clock.now()),
    sessions: (snapshot.sessions ?? []).filter(({ session }) => isChosen(settings.scope, session.id)),
  });
  const come = (who: Guest, { scanned, idle }: Arrival, verdict: DeskVerdict | { kind: 'other' }): void =>
    dispatch({ kind: 'arrived', who, verdict, scanned, idle, at: now() });
  const isAnythingOn = (): boolean => {
    const { sessions, moment } = view();
    return sessions.some((one) => isOn(one, moment.minute));
  };
  /** Nobody is judged by another day, or by none: whoever comes before it is read waits for it, in order. */
  const onceRead = (deed: () => void): void => {
    if (stored?.day === clock.today() && held.length === 0) {
      deed();
      return;
    }
    held.push(deed);
    if (held.length > 1) return;
    const goOn = (): void => {
      show();
      for (const one of held.splice(0)) one();
    };
    load().then(goOn, goOn);
  };
  const arrive: Desk['arrive'] = (personId, arrival, other = false) => {
    const verdict = verdictOf(view(), personId);
    if (!verdict) return;
    const asks = other && verdict.kind !== 'departed' && isAnythingOn();
    come({ kind: 'person', id: personId }, arrival, asks ? { kind: 'other' } : verdict);
  };

  return {
    current: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    watch: () => {
      reload();
      return directory.subscribe((kinds) => {
        if (watched.some((kind) => kinds.has(kind))) reload();
      });
    },
    tick: () => {
      if (stored?.day !== clock.today()) reload();
    },
    view,
    arrive: (...given) => onceRead(() => arrive(...given)),
    arriveByName: (name) =>
      onceRead(() => {
        if (isAnythingOn()) come({ kind: 'name', name }, { scanned: false, idle: true }, { kind: 'other' });
        else note({ kind: 'nothing-on' });
      }),
    badge: (number, idle) =>
      onceRead(() => {
        const badge = findBadge(number);
        const known = badge && directory.get('participant', badge.participantId);
        if (!badge || !known) note({ kind: 'code', why: 'unknown' });
        else if (badge.ended !== null) note({ kind: 'ended-badge', personId: badge.participantId });
        else arrive(badge.participantId, { scanned: true, idle });
      }),
    refuse: (why) => onceRead(() => note({ kind: 'code', why })),
    decide: ({ key }, { at, mark, full }) =>
      dispatch({
        kind: 'decided',
        key,
        choice: { sessionId: at.session.id, mark, overCapacity: full },
      }),
    count: (sessionId, by) => dispatch({ kind: 'counted', sessionId, by, at: now() }),
    send: dispatch,
    toggle: (sessionId) => {
      const all = (snapshot.sessions ?? []).map(({ session }) => session.id);
      set({ scope: scopeAfter(settings.scope, all, sessionId) });
    },
    chooseAll: () => set({ scope: { only: null, off: new Set() } }),
    setOnly: (only) => {
      if (only !== settings.scope.only) set({ scope: { ...settings.scope, only } });
    },
    setMuted: (muted) => set({ muted }),
    setDiscreet: (discreet) => set({ discreet }),
  };
}
