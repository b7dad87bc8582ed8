import { type KeyboardEvent, type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import type { AttendanceMark } from '#shared/domain/records/attendance-sheet.ts';
import { minutesOf, plainMark, says, type TimedMark, taken, withMinutes } from './mark-change.ts';
import { isTimed, type KeyedMark, keyDeed } from './mark-keys.ts';
import { nextPerson } from './one-by-one.ts';
import type { RowState } from './roll-call.ts';
import type { RollCallDeeds } from './use-roll-call-deeds.ts';
import type { Attendee } from './use-session.ts';

export interface OneByOneState {
  readonly card: RefObject<HTMLDivElement | null>;
  /** `undefined`: the round is over. */
  readonly current: Attendee | undefined;
  readonly row: RowState;
  /** From 1 on. */
  readonly place: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Was left open before in this round. */
  readonly isAgain: boolean;
  readonly open: readonly Attendee[];
  readonly asking: TimedMark | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  press(mark: KeyedMark): void;
  minutes(minutes: number | null, byEnter: boolean): void;
  cancelMinutes(): void;
  leave(): void;
  previous(): void;
  next(): void;
  /** Goes to somebody; without an id a new round begins at the first one who is open. */
  show(id?: string): void;
}

const nobodyLeft: ReadonlyMap<string, number> = new Map();

/** Who is on the screen when people are called one at a time, and what the keys do there. */
export function useOneByOne(deeds: RollCallDeeds, attendees: readonly Attendee[]): OneByOneState {
  const { rollCall } = deeds;
  const ids = attendees.map(({ person }) => person.id);
  const isOpen = (id: string): boolean => rollCall.row(id).mark === 'not-recorded';
  const card = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | undefined>(() => ids.find(isOpen) ?? ids[0]);
  const [left, setLeft] = useState(nobodyLeft);
  const [asking, setAsking] = useState<TimedMark>();
  useSyncExternalStore(rollCall.subscribe, rollCall.version);
  // Somebody without a place leaves the roll call when their mark is taken back: the round isn't over for that.
  const isGone = chosen !== undefined && !ids.includes(chosen);
  const id = isGone ? (ids.find(isOpen) ?? ids[0]) : chosen;
  const at = id === undefined ? -1 : ids.indexOf(id);
  const current = attendees[at];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new person takes the focus
  useEffect(() => card.current?.focus(), [id]);

  const go = (next: string | undefined): void => {
    setAsking(undefined);
    setChosen(next);
    card.current?.focus();
  };
  const record = (mark: PersonMark, goesOn: boolean): void => {
    if (id === undefined) return;
    deeds.record(id, mark);
    go(goesOn ? nextPerson({ ids, isOpen, left }, id) : id);
  };
  const mark = (wanted: AttendanceMark): void =>
    deeds.change(() => {
      if (isTimed(wanted)) setAsking(wanted);
      else record(plainMark(wanted), wanted !== 'not-recorded');
    });
  const leave = (): void => {
    if (id === undefined) return;
    if (!isOpen(id)) {
      go(nextPerson({ ids, isOpen, left }, id));
      return;
    }
    const after = new Map(left).set(id, (left.get(id) ?? 0) + 1);
    setLeft(after);
    go(nextPerson({ ids, isOpen, left: after }, id));
  };
  const step = (by: number): void => {
    const neighbour = ids[at + by];
    if (neighbour !== undefined) go(neighbour);
  };
  /** Enter does what the person waits for; it never passes anybody over. */
  const enter = (): void => {
    const row = id === undefined ? undefined : rollCall.row(id);
    if (id === undefined || !row) return;
    if (row.saving === 'failed') deeds.retry([id]);
    else if (isTimed(row.mark)) mark(minutesOf(row, 'late') === null ? 'left-early' : 'late');
    else if (row.mark !== 'not-recorded') go(nextPerson({ ids, isOpen, left }, id));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const onButton = event.target !== card.current;
    if (onButton && (event.key === 'Enter' || event.key === ' ')) return;
    const deed = event.key === ' ' && !event.repeat ? undefined : keyDeed(event, deeds.letters);
    if (event.key !== ' ' && !deed) return;
    event.preventDefault();
    if (!deed) leave();
    else if (deed.kind === 'rest') deeds.rest();
    else if (deed.kind === 'mark') mark(deed.mark);
    else if (deed.kind === 'enter') enter();
    else if (deed.to === 'first' || deed.to === 'last') go(deed.to === 'first' ? ids[0] : ids.at(-1));
    else step(deed.to === 'left' || deed.to === 'up' ? -1 : 1);
  };
  return {
    ...{ card, current, asking, onKeyDown, leave },
    row: rollCall.row(id ?? ''),
    place: at + 1,
    isFirst: at <= 0,
    isLast: at === ids.length - 1,
    isAgain: id !== undefined && (left.get(id) ?? 0) > 0,
    open: attendees.filter(({ person }) => isOpen(person.id)),
    press: (wanted) => {
      const row = id === undefined ? undefined : rollCall.row(id);
      if (row && says(row, wanted)) deeds.change(() => record(taken(row, wanted), false));
      else mark(wanted);
    },
    minutes: (minutes, byEnter) => {
      if (id === undefined || !asking) return;
      const after = withMinutes(rollCall.row(id), asking, minutes);
      if (byEnter) record(after, true);
      else {
        // The focus is on its way to something else on the screen, which still means this person.
        deeds.record(id, after);
        setAsking(undefined);
      }
    },
    cancelMinutes: () => go(id),
    previous: () => step(-1),
    next: () => step(1),
    show: (wanted) => {
      if (wanted === undefined) setLeft(nobodyLeft);
      go(wanted ?? ids.find(isOpen) ?? ids[0]);
    },
  };
}
