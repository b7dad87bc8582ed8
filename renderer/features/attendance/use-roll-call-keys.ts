import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import type { AttendanceMark } from '#shared/domain/records/attendance-sheet.ts';
import { minutesOf, plainMark, says, type TimedMark, taken, withMinutes } from './mark-change.ts';
import { isTimed, type KeyDeed, keyDeed } from './mark-keys.ts';
import type { RowDeeds } from './RollCallRow.tsx';
import type { RollCallDeeds } from './use-roll-call-deeds.ts';

export interface RollCallKeysOptions {
  readonly deeds: RollCallDeeds;
  /** In the order of the rows. */
  readonly ids: readonly string[];
  readonly rowsPerColumn: number;
  readonly session: RowDeeds['session'];
  /** Set for a printed list: after each mark the next line follows, and this is called after the last one. */
  readonly onEnd: (() => void) | undefined;
}

interface Asked {
  readonly id: string;
  readonly kind: TimedMark;
}

/** Keys and focus of the roll call's grid: which row has the focus, which one asks for minutes, what a key does. */
export function useRollCallKeys(options: RollCallKeysOptions) {
  const grid = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string>();
  const [asking, setAsking] = useState<Asked>();
  const latest = useRef(options);
  latest.current = options;
  /** Lines of a printed list that had their key: what was recorded before is on the paper too. */
  const entered = useRef(new Set<string>());
  useStartAtFirst(grid, options);

  const record = useCallback((id: string, mark: PersonMark, advance: boolean): void => {
    const { deeds } = latest.current;
    deeds.record(id, mark);
    entered.current.add(id);
    setAsking(undefined);
    if (advance) goOn(grid, latest.current, entered.current, id);
    else focusRow(grid, id);
  }, []);
  const mark = useCallback(
    (id: string, wanted: AttendanceMark, advance: boolean): void => {
      latest.current.deeds.change(() => {
        if (isTimed(wanted)) setAsking({ id, kind: wanted });
        else record(id, plainMark(wanted), advance && wanted !== 'not-recorded');
      });
    },
    [record],
  );
  const { session } = options;
  const { accountId, today, locked, rollCall } = options.deeds;
  const rowDeeds = useMemo<RowDeeds>(
    () => ({
      ...{ accountId, today, session, readOnly: locked },
      press: (id, wanted) => {
        const before = rollCall.row(id);
        if (says(before, wanted)) latest.current.deeds.change(() => record(id, taken(before, wanted), false));
        else mark(id, wanted, false);
      },
      minutes: (id, kind, minutes, byEnter) => {
        const after = withMinutes(rollCall.row(id), kind, minutes);
        if (byEnter) record(id, after, true);
        else {
          latest.current.deeds.record(id, after);
          entered.current.add(id);
          setAsking((now) => (now?.id === id ? undefined : now));
        }
      },
      cancelMinutes: (id) => {
        setAsking(undefined);
        focusRow(grid, id);
      },
      retry: (id) => latest.current.deeds.retry([id]),
      focused: setActiveId,
    }),
    [accountId, today, session, locked, rollCall, mark, record],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const id = event.target instanceof HTMLElement ? event.target.dataset.person : undefined;
    const deed = id === undefined ? undefined : keyDeed(event, options.deeds.letters);
    if (id === undefined || !deed) return;
    event.preventDefault();
    if (deed.kind === 'move') focusRow(grid, moved(deed.to, id, options));
    else if (deed.kind === 'mark') mark(id, deed.mark, true);
    else if (deed.kind === 'rest') options.deeds.rest();
    else enter(id);
  };
  /** Enter does what the row waits for: saving again, minutes, or going on to the next person without a mark. */
  const enter = (id: string): void => {
    const row = rollCall.row(id);
    const timed = minutesOf(row, 'late') === null ? 'left-early' : 'late';
    if (row.saving === 'failed') options.deeds.retry([id]);
    else if (isTimed(row.mark)) mark(id, timed, true);
    else {
      entered.current.add(id);
      goOn(grid, options, entered.current, id);
    }
  };
  const focus = useCallback((id: string): void => focusRow(grid, id), []);
  useKeptFocus(grid, options.ids, activeId);
  const active = activeId !== undefined && options.ids.includes(activeId) ? activeId : options.ids[0];
  return { grid, activeId: active, asking, rowDeeds, onKeyDown, focus };
}

/** The roll call begins at the first person without a mark, unless something else on the page is in use already. */
function useStartAtFirst(grid: RefObject<HTMLDivElement | null>, { deeds, ids }: RollCallKeysOptions): void {
  const started = useRef(false);
  const { rollCall } = deeds;
  useEffect(() => {
    if (started.current || ids.length === 0) return;
    started.current = true;
    const inUse = document.activeElement?.matches('input, button, a, [role=row]') ?? false;
    const first = ids.find((id) => rollCall.row(id).mark === 'not-recorded') ?? ids[0];
    if (!inUse && first !== undefined) focusRow(grid, first);
  }, [grid, rollCall, ids]);
}

/** Somebody without a place leaves the roll call when their mark is taken back: the focus goes to their neighbour. */
function useKeptFocus(
  grid: RefObject<HTMLDivElement | null>,
  ids: readonly string[],
  activeId: string | undefined,
): void {
  const before = useRef(ids);
  useEffect(() => {
    const at = activeId === undefined || ids.includes(activeId) ? -1 : before.current.indexOf(activeId);
    before.current = ids;
    const neighbour = at === -1 ? undefined : (ids[at] ?? ids.at(-1));
    if (neighbour !== undefined && document.activeElement === document.body) focusRow(grid, neighbour);
  }, [grid, ids, activeId]);
}

function focusRow(grid: RefObject<HTMLDivElement | null>, id: string): void {
  grid.current?.querySelector<HTMLElement>(`[data-person="${CSS.escape(id)}"]`)?.focus();
}

/**
 * To the next person without a mark after `id`, from the end on to the start. On paper to the next line that had no
 * key yet: somebody may be recorded otherwise than the paper says.
 */
function goOn(
  grid: RefObject<HTMLDivElement | null>,
  { deeds: { rollCall }, ids, onEnd }: RollCallKeysOptions,
  entered: ReadonlySet<string>,
  id: string,
): void {
  const at = ids.indexOf(id);
  const isOpen = (other: string): boolean => rollCall.row(other).mark === 'not-recorded';
  const waits = (other: string): boolean => isOpen(other) || (onEnd !== undefined && !entered.has(other));
  const next = [...ids.slice(at + 1), ...ids.slice(0, at)].find(waits);
  if (next !== undefined) focusRow(grid, next);
  else if (onEnd && !isOpen(id)) onEnd();
  else focusRow(grid, id);
}

function moved(
  to: (KeyDeed & { kind: 'move' })['to'],
  id: string,
  { ids, rowsPerColumn }: Pick<RollCallKeysOptions, 'ids' | 'rowsPerColumn'>,
): string {
  const at = ids.indexOf(id);
  const last = ids.length - 1;
  const target = {
    up: at - 1,
    down: at + 1,
    left: at - rowsPerColumn,
    right: at + rowsPerColumn,
    first: 0,
    last,
  }[to];
  return ids[target] ?? id;
}
