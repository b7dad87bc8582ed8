/**
 * What happens between a badge and its tick. Guarantees: scans are dealt with one after the other in their order and
 * none is left out; a tick stands only for a check-in that the port has confirmed; what is known of a person is dropped
 * when the screen goes back to rest.
 */
import { parseBadgeNumber } from '#shared/domain/badges/badge-number.ts';
import { minuteOfDay } from '#shared/domain/calendar/dates.ts';
import { chooseSession } from '#shared/domain/kiosk/kiosk-choice.ts';
import type { KioskGuest, KioskSession } from '#shared/domain/kiosk/kiosk-day.ts';
import { type KioskLanguage, kioskLanguage } from '#shared/domain/kiosk/kiosk-languages.ts';
import type { KioskPort } from '#shared/ports/kiosk.ts';

export type KioskView =
  | { readonly kind: 'rest' }
  | { readonly kind: 'wait' }
  | {
      readonly kind: 'choose';
      readonly guest: KioskGuest;
      readonly sessions: readonly KioskSession[];
      readonly walkIns: boolean;
    }
  | {
      readonly kind: 'done' | 'again' | 'later';
      readonly firstName: string;
      readonly session: KioskSession;
    }
  | { readonly kind: 'unknown' | 'nothing' | 'failed' };

export interface KioskState {
  readonly view: KioskView;
  readonly language: KioskLanguage;
  /** Whether the language is the guest's own or was chosen; else nobody knows what they read. */
  readonly own: boolean;
}

/** What the ear is told of a view. */
export type Cue = 'done' | 'attention' | 'refused';

export interface KioskFlow {
  current(): KioskState;
  subscribe(listener: () => void): () => void;
  /** A scanned text, whatever it is; `undefined`: one that was too long to keep. */
  scan(text: string | undefined): void;
  choose(session: KioskSession): void;
  speak(language: KioskLanguage): void;
  /** Someone is there and takes their time: the view stays as long again. */
  stay(): void;
  rest(): void;
  dispose(): void;
}

const usual: KioskLanguage = 'de';
/** Milliseconds after which a view goes back to rest. */
const restAfter = {
  ...{ rest: 30_000, wait: null, choose: 15_000, done: 4000, again: 4000, later: 8000 },
  ...{ unknown: 8000, nothing: 8000, failed: 15_000 },
} as const satisfies Record<KioskView['kind'], number | null>;
const cues: { readonly [K in KioskView['kind']]?: Cue } = {
  ...{ done: 'done', again: 'done', choose: 'attention', later: 'attention' },
  ...{ nothing: 'refused', unknown: 'refused', failed: 'refused' },
};
/** Longer than this, and the person is sent to the desk. */
const patience = 8000;

/** Something to do, which ends in a view. */
interface Deed {
  readonly forNextPerson: boolean;
  readonly run: () => Promise<KioskView>;
}

/** The answer, or `undefined` where it takes too long or fails. */
async function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  try {
    return await Promise.race([answer, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** Makes the kiosk's flow. `onCue` is called with each view that has something to tell. */
export function createKioskFlow(port: KioskPort, onCue: (cue: Cue) => void): KioskFlow {
  let state: KioskState = { view: { kind: 'rest' }, language: usual, own: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let ended = false;
  const listeners = new Set<() => void>();
  const waiting: Deed[] = [];
  /** Sessions by person that were confirmed in this run: ids only. */
  const done = new Map<string, ReadonlySet<string>>();

  const stay = (): void => {
    clearTimeout(timer);
    const { kind } = state.view;
    // A language that nobody chose needs no forgetting.
    const after = ended || (kind === 'rest' && !state.own) ? null : restAfter[kind];
    if (after !== null) timer = setTimeout(rest, after);
  };
  const show = (view: KioskView): void => {
    if (ended) return;
    state = { ...state, view };
    stay();
    const cue = cues[view.kind];
    if (cue) onCue(cue);
    for (const listener of listeners) listener();
  };
  const rest = (): void => {
    state = { ...state, language: usual, own: false };
    show({ kind: 'rest' });
  };

  const dayIsOver = (): boolean => port.clock.today() !== port.day.date;
  const work = async (): Promise<void> => {
    if (running) return;
    running = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      // A language that was chosen at rest is the next person's; one of a view was the last person's.
      if (next.forNextPerson && state.view.kind !== 'rest') state = { ...state, language: usual, own: false };
      if (dayIsOver()) {
        rest();
        onCue('refused');
        continue;
      }
      show({ kind: 'wait' });
      show(await next.run());
    }
    running = false;
  };
  const add = (deed: Deed): void => {
    if (ended) return;
    waiting.push(deed);
    void work();
  };

  const checkIn = async (guest: KioskGuest, session: KioskSession): Promise<KioskView> => {
    const answer = await inTime(port.checkIn(guest, session.id));
    if (!answer?.ok) return { kind: 'failed' };
    done.set(guest.participantId, new Set([...(done.get(guest.participantId) ?? []), session.id]));
    return { kind: 'done', firstName: guest.firstName, session };
  };
  const recognise = async (number: string): Promise<KioskView> => {
    const answer = await inTime(port.recognise(number).then((guest) => ({ guest })));
    if (!answer) return { kind: 'failed' };
    const { guest } = answer;
    if (!guest) return { kind: 'unknown' };
    const language = guest.language === null ? undefined : kioskLanguage(guest.language);
    if (!state.own && language) state = { ...state, language, own: true };
    const minute = minuteOfDay(port.clock.now());
    const choice = chooseSession(port.day, guest, minute, done.get(guest.participantId) ?? new Set());
    if (choice.kind === 'check-in') return checkIn(guest, choice.session);
    if (choice.kind === 'choose') return { ...choice, guest };
    if (choice.kind === 'none') return { kind: 'nothing' };
    return { ...choice, firstName: guest.firstName };
  };

  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    scan: (text) => {
      const number = text === undefined ? undefined : parseBadgeNumber(text);
      add({
        forNextPerson: true,
        run: async () => (number === undefined ? { kind: 'unknown' } : recognise(number)),
      });
    },
    choose: (session) => {
      const { view } = state;
      if (view.kind === 'choose') add({ forNextPerson: false, run: () => checkIn(view.guest, session) });
    },
    speak: (language) => {
      state = { ...state, language, own: true };
      show(state.view);
    },
    stay,
    rest,
    dispose: () => {
      ended = true;
      clearTimeout(timer);
      listeners.clear();
    },
  };
}
