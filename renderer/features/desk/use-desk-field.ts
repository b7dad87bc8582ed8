/**
 * The one field: what is typed, which row Enter takes, and whose session is being chosen. Digits that choose wait for a
 * pause, because a scanner's first digit looks just like them.
 */
import { type KeyboardEvent as FieldKeyEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useEntries, useFoundPeople, useServices } from '#renderer/services/use-services.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import { listName } from '#shared/domain/names/full-name.ts';
import { guestName, isCodeUnderWay } from './desk-code.ts';
import { lastDeed } from './desk-state.ts';
import type { Desk, DeskSnapshot } from './desk-store.ts';
import { namesakes, type Option, optionsOf } from './desk-view.ts';
import { awaitedNow, rankFound } from './rank-found.ts';

/** What Enter can take: somebody found, or the typed name alone. */
export type Row =
  | { readonly kind: 'person'; readonly person: PersonEntry; readonly namesake: boolean }
  | { readonly kind: 'name'; readonly name: string };

/** Most of those whom two letters find at a site left it long ago. */
const mostSought = 2000;
const mostShown = 6;
/** Longer than a scanner takes from key to key. */
const pauseMs = 150;
const breathMs = 60;

export interface DeskField {
  readonly text: string;
  readonly rows: readonly Row[];
  readonly options: readonly Option[];
  /** The row, or while a session is chosen the option, that Enter takes. */
  readonly active: number;
  /** The active one shares its name: Enter was pressed once and takes one more. */
  readonly doubted: boolean;
  /** The next one is asked for the session. */
  readonly asksOther: boolean;
  setAsksOther(asks: boolean): void;
  change(text: string): void;
  onKeyDown(event: FieldKeyEvent): void;
  take(row: Row, other?: boolean): void;
  pick(option: Option): void;
  clear(): void;
}

function rowsOf(found: readonly PersonEntry[], sought: string): readonly Row[] {
  const same = namesakes(found, listName);
  const name = guestName(sought);
  const people = found.map((person): Row => ({ kind: 'person', person, namesake: same.has(person.id) }));
  return name === undefined ? people : [...people, { kind: 'name', name }];
}

/** What is searched for. Digits wait for a breath: most of them are a scan, which is no search. */
function useSought(text: string): string {
  const [settled, setSettled] = useState('');
  const waits = /^[\d\s]+$/.test(text) && settled !== text;
  useEffect(() => {
    if (!waits) return undefined;
    const breath = setTimeout(() => setSettled(text), breathMs);
    return () => clearTimeout(breath);
  }, [waits, text]);
  if (isCodeUnderWay(text)) return '';
  if (!waits) return text.trim();
  return text.startsWith(settled) ? settled.trim() : '';
}

interface DeskFieldOptions {
  readonly desk: Desk;
  readonly shown: DeskSnapshot;
  /** A badge's or a list's number, typed or scanned. */
  readonly onCode: (text: string) => void;
}

/** F8 takes the last deed back, wherever the focus is; not below a dialog. */
function useUndoKey(undo: () => void): void {
  const latest = useRef(undo);
  latest.current = undo;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F8' || event.repeat || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

export function useDeskField({ desk, shown, onCode }: DeskFieldOptions): DeskField {
  const { directory } = useServices();
  const { choice, waiting } = shown.desk;
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [moved, setMoved] = useState(false);
  const [doubted, setDoubted] = useState(false);
  const [asksOther, setAsksOther] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sought = useSought(choice ? '' : text);
  const found = useFoundPeople(sought, sought === '' ? 0 : mostSought);
  const places = useEntries('enrolment');
  const { moment } = desk.view();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the view makes it from
  const awaited = useMemo(
    () => awaitedNow(desk.view()),
    [shown.sessions, shown.scope, places, moment.minute],
  );
  const rank = (people: readonly PersonEntry[], typed: string): readonly Row[] =>
    rowsOf(rankFound(people, typed, { awaited, today: moment.today, limit: mostShown }), typed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `rank` changes with `awaited` and the day
  const rows = useMemo(() => rank(found, sought), [found, sought, awaited, moment.today]);
  const options = choice ? optionsOf(desk.view(), choice) : [];

  const start = (with_: string): void => {
    clearTimeout(timer.current);
    setText(with_);
    setActive(0);
    setMoved(false);
    setDoubted(false);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: somebody else is decided about, the likeliest session first
  useEffect(() => setActive(0), [choice?.key]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const pick = (option: Option): void => {
    if (choice) desk.decide(choice, option);
    start('');
  };
  const take = (row: Row, other = asksOther): void => {
    if (row.kind === 'name') desk.arriveByName(row.name);
    else desk.arrive(row.person.id, { scanned: false, idle: true }, other);
    setAsksOther(false);
    start('');
  };
  /** What a pause after typing means while a session is chosen. */
  const paused = (typed: string): void => {
    const place = /^[1-9]$/.test(typed) ? Number(typed) - 1 : -1;
    const option = options[place];
    if (option && !option.full) pick(option);
    else if (option) {
      start('');
      setActive(place);
    } else desk.send({ kind: 'put-aside' });
  };
  const latest = useRef(paused);
  latest.current = paused;

  const change = (typed: string): void => {
    start(typed);
    if (!choice || typed === '') return;
    if (/^[1-9]$/.test(typed) && options[Number(typed) - 1]) setActive(Number(typed) - 1);
    timer.current = setTimeout(() => latest.current(typed), pauseMs);
  };

  const enterChoice = (shift: boolean): void => {
    if (text !== '') {
      clearTimeout(timer.current);
      paused(text);
      return;
    }
    const option = options[active];
    if (option && (!option.full || shift)) pick(option);
  };
  const enter = (shift: boolean): void => {
    if (choice) {
      enterChoice(shift);
      return;
    }
    const [first] = waiting;
    const typed = text.trim();
    const shownRow = sought === typed ? rows[active] : undefined;
    const row = shownRow ?? rank(directory.searchPeople(typed, mostSought), typed)[0];
    if (typed === '') {
      if (first) desk.send({ kind: 'taken-up', key: first.key });
      return;
    }
    if (isCodeUnderWay(text)) {
      start('');
      onCode(text);
      return;
    }
    if (!row) return;
    if (row.kind === 'person' && row.namesake && !moved && !doubted) setDoubted(true);
    else take(row, asksOther || shift);
  };
  const undoLast = (): boolean => {
    const last = lastDeed(desk.current().desk);
    if (last) desk.send({ kind: 'undo', key: last.key });
    return last !== undefined;
  };
  useUndoKey(undoLast);
  const move = (by: number): void => {
    const count = choice ? options.length : rows.length;
    if (count === 0) return;
    setActive((before) => (before + by + count) % count);
    setMoved(true);
    setDoubted(false);
  };
  const clear = (): void => {
    if (choice && text === '') desk.send({ kind: 'put-aside' });
    setAsksOther(false);
    start('');
  };

  const onKeyDown = (event: FieldKeyEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const isUndo = event.ctrlKey && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z';
    if (isUndo && text === '') {
      // In an empty field there is no text to undo; an offer of another screen keeps the key if there is no deed.
      if (!undoLast()) return;
      event.stopPropagation();
    } else if (event.ctrlKey || event.altKey || event.metaKey) return;
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    // A key that is held down means its first press only.
    else if (event.key === 'Enter') event.repeat || enter(event.shiftKey);
    else if (event.key === 'Escape') event.repeat || clear();
    else return;
    event.preventDefault();
  };

  return {
    ...{ text, rows, options, doubted, asksOther, setAsksOther, change, onKeyDown, take, pick, clear },
    active: Math.min(active, Math.max(0, (choice ? options : rows).length - 1)),
  };
}
