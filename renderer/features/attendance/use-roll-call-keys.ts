import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AttendanceMark } from '#shared/domain/records/attendance-sheet.ts';
import { isTimed, type KeyDeed, keyDeed, type MarkLetters } from './mark-keys.ts';
import type { RowDeeds } from './RollCallRow.tsx';
import type { RollCall } from './roll-call.ts';

interface RollCallKeysOptions {
  readonly rollCall: RollCall;
  /** In the order of the rows. */
  readonly ids: readonly string[];
  readonly rowsPerColumn: number;
  readonly letters: MarkLetters;
  readonly readOnly: boolean;
  readonly session: Pick<RowDeeds, 'accountId' | 'today' | 'length'>;
  /** Called with what was recorded, for screen readers. */
  readonly onRecorded: (participantId: string) => void;
  readonly onRest: () => void;
}

interface Asked {
  readonly id: string;
  readonly mark: 'late' | 'left-early';
}

/** Keys and focus of the roll call's grid: which row has the focus, which one asks for minutes, what a key does. */
export function useRollCallKeys(options: RollCallKeysOptions) {
  const grid = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string>();
  const [asking, setAsking] = useState<Asked>();
  const latest = useRef(options);
  latest.current = options;
  useStartAtFirst(grid, options);

  const record = useCallback(
    (id: string, mark: AttendanceMark, minutes: number | null, advance: boolean): void => {
      const { rollCall, ids, onRecorded } = latest.current;
      rollCall.record([{ participantId: id, mark, minutes }]);
      setAsking(undefined);
      onRecorded(id);
      focusRow(grid, advance ? nextOpen(rollCall, ids, id) : id);
    },
    [],
  );
  const mark = useCallback(
    (id: string, wanted: AttendanceMark, advance: boolean): void => {
      if (latest.current.readOnly) return;
      if (isTimed(wanted)) setAsking({ id, mark: wanted });
      else record(id, wanted, null, advance && wanted !== 'not-recorded');
    },
    [record],
  );
  const { accountId, today, length } = options.session;
  const { readOnly } = options;
  const deeds = useMemo<RowDeeds>(
    () => ({
      ...{ accountId, today, length, readOnly },
      press: (id, wanted) => mark(id, wanted, false),
      minutes: (id, wanted, minutes, byEnter) => {
        if (byEnter) record(id, wanted, minutes, true);
        else {
          latest.current.rollCall.record([{ participantId: id, mark: wanted, minutes }]);
          setAsking((now) => (now?.id === id ? undefined : now));
        }
      },
      cancelMinutes: (id) => {
        setAsking(undefined);
        focusRow(grid, id);
      },
      focused: setActiveId,
    }),
    [accountId, today, length, readOnly, mark, record],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const id = event.target instanceof HTMLElement ? event.target.dataset.person : undefined;
    const deed = id === undefined ? undefined : keyDeed(event, options.letters);
    if (id === undefined || !deed) return;
    event.preventDefault();
    if (deed.kind === 'move') focusRow(grid, moved(deed.to, id, options));
    else if (deed.kind === 'mark') mark(id, deed.mark, true);
    else if (deed.kind === 'rest') options.onRest();
    else enter(id);
  };
  /** Enter does what the row waits for: saving again, minutes, or going on to the next person without a mark. */
  const enter = (id: string): void => {
    const row = options.rollCall.row(id);
    if (row.saving === 'failed') options.rollCall.retry([id]);
    else if (isTimed(row.mark)) mark(id, row.mark, true);
    else focusRow(grid, nextOpen(options.rollCall, options.ids, id));
  };
  const focus = useCallback((id: string): void => focusRow(grid, id), []);
  return { grid, activeId: activeId ?? options.ids[0], asking, deeds, onKeyDown, focus };
}

/** The roll call begins at the first person without a mark, unless something else on the page is in use already. */
function useStartAtFirst(
  grid: RefObject<HTMLDivElement | null>,
  { rollCall, ids }: RollCallKeysOptions,
): void {
  const started = useRef(false);
  useEffect(() => {
    if (started.current || ids.length === 0) return;
    started.current = true;
    const inUse = document.activeElement?.matches('input, button, a, [role=row]') ?? false;
    const first = ids.find((id) => rollCall.row(id).mark === 'not-recorded') ?? ids[0];
    if (!inUse && first !== undefined) focusRow(grid, first);
  }, [grid, rollCall, ids]);
}

function focusRow(grid: RefObject<HTMLDivElement | null>, id: string): void {
  grid.current?.querySelector<HTMLElement>(`[data-person="${CSS.escape(id)}"]`)?.focus();
}

/** The next person without a mark after `id`, from the end on to the start; `id` itself if there is none. */
function nextOpen(rollCall: RollCall, ids: readonly string[], id: string): string {
  const at = ids.indexOf(id);
  const round = [...ids.slice(at + 1), ...ids.slice(0, at)];
  return round.find((other) => rollCall.row(other).mark === 'not-recorded') ?? id;
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
