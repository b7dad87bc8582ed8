import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  memo,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { BodyRow, tableStyles } from './table/BodyRow.tsx';
import { type Column, nextSorting, type Sorting, sortRows, tracks } from './table/columns.ts';
import { HeaderRow } from './table/HeaderRow.tsx';
import { rememberedPlace, rememberPlace } from './table/place.ts';
import { allToggled, toggled, withRange } from './table/selection.ts';

interface VirtualTableProps<T> {
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly rowKey: (row: T) => string;
  /** Enter or a click. */
  readonly onOpen?: ((row: T) => void) | undefined;
  readonly selected?: ReadonlySet<string> | undefined;
  /** With it, rows can be selected: Space, Shift with the arrows or a click, Ctrl+A, the mark at the front. */
  readonly onSelect?: ((selected: ReadonlySet<string>) => void) | undefined;
  /** Names the list for screen readers, and is what its place is remembered by. */
  readonly label: string;
  readonly rowHeight?: number;
  /** Called when the last rows come into sight: the way to fetch more. The same function as long as it fetches the same. */
  readonly onEnd?: (() => void) | undefined;
  /** CSS height that the table grows to before it scrolls. */
  readonly maxHeight?: string;
}

const nobody: ReadonlySet<string> = new Set();
const headerHeight = 37;
const defaultMaxHeight = 'max(280px, calc(100dvh - 256px))';

/** How far a key moves; `undefined` for other keys. */
function moved(key: string, at: number, last: number, page: number): number | undefined {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  }[key];
  return to === undefined ? undefined : Math.min(last, Math.max(0, to));
}

function VirtualTableOnce<T>(props: VirtualTableProps<T>) {
  const {
    rows,
    columns,
    rowKey,
    onOpen,
    selected,
    onSelect,
    label,
    rowHeight = 32,
    maxHeight = defaultMaxHeight,
    onEnd,
  } = props;
  const place = rememberedPlace(label);
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const anchor = useRef(0);
  const offset = useRef(place?.offset ?? 0);
  const [sorting, setSorting] = useState<Sorting | undefined>(place?.sorting);
  const [activeKey, setActiveKey] = useState<string | undefined>(place?.activeKey);
  const sorted = useMemo(() => sortRows(rows, columns, sorting), [rows, columns, sorting]);
  const keys = useMemo(() => sorted.map(rowKey), [sorted, rowKey]);
  const found = activeKey === undefined ? -1 : keys.indexOf(activeKey);
  const active = found === -1 ? 0 : found;
  const marked = selected ?? nobody;
  const gridTracks = tracks(columns, onSelect !== undefined);

  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 5,
    initialOffset: place?.offset ?? 0,
    scrollPaddingStart: headerHeight,
  });
  const lastInSight = virtualizer.getVirtualItems().at(-1)?.index ?? -1;
  const isAtEnd = lastInSight >= sorted.length - 1;
  // biome-ignore lint/correctness/useExhaustiveDependencies: after more rows came, the end may be in sight again
  useEffect(() => {
    if (isAtEnd) onEnd?.();
  }, [isAtEnd, onEnd, sorted.length]);
  useEffect(() => {
    const remember = (): void => rememberPlace(label, { offset: offset.current, sorting, activeKey });
    remember();
    return remember;
  }, [label, sorting, activeKey]);

  const goTo = (index: number): void => {
    setActiveKey(keys[index]);
    virtualizer.scrollToIndex(index);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || sorted.length === 0) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2);
    const to = moved(event.key, active, sorted.length - 1, page);
    const row = sorted[active];
    const key = keys[active];
    if (to !== undefined) {
      if (event.shiftKey && onSelect) onSelect(withRange(marked, keys, active, to));
      goTo(to);
    } else if (event.key === 'Enter' && row !== undefined && onOpen) onOpen(row);
    else if (event.key === ' ' && key !== undefined && onSelect) {
      onSelect(toggled(marked, key));
      anchor.current = active;
    } else if (event.key.toLowerCase() === 'a' && event.ctrlKey && onSelect)
      onSelect(allToggled(marked, keys));
    else return;
    if (to === undefined) setActiveKey(key);
    event.preventDefault();
  };
  const press = (index: number, event: MouseEvent, onMark: boolean): void => {
    const row = sorted[index];
    const key = keys[index];
    if (row === undefined || key === undefined) return;
    setActiveKey(key);
    if (onSelect && event.shiftKey) onSelect(withRange(marked, keys, anchor.current, index));
    else if (onSelect && (onMark || event.ctrlKey || !onOpen)) onSelect(toggled(marked, key));
    else onOpen?.(row);
    anchor.current = index;
  };
  const latestPress = useRef(press);
  latestPress.current = press;
  const onPress = useCallback(
    (index: number, event: MouseEvent, onMark: boolean) => latestPress.current(index, event, onMark),
    [],
  );

  const sort = useCallback((key: string) => setSorting((before) => nextSorting(before, key)), []);

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a virtual grid lie at their own places
    <div
      ref={scroller}
      className="wm-grid"
      role="grid"
      aria-label={label}
      aria-rowcount={sorted.length + 1}
      aria-colcount={columns.length + (onSelect ? 1 : 0)}
      aria-multiselectable={onSelect ? true : undefined}
      aria-activedescendant={sorted.length > 0 ? `${id}-${keys[active]}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={(event) => {
        offset.current = event.currentTarget.scrollTop;
      }}
      style={{ maxHeight }}
    >
      {tableStyles}
      <HeaderRow
        columns={columns}
        gridTracks={gridTracks}
        sorting={sorting}
        onSort={sort}
        selection={
          onSelect && {
            all: keys.length > 0 && keys.every((key) => marked.has(key)),
            some: keys.some((key) => marked.has(key)),
            toggle: () => onSelect(allToggled(marked, keys)),
          }
        }
      />
      {/* biome-ignore lint/a11y/useSemanticElements: rows of a virtual grid lie at their own places */}
      <div role="rowgroup" style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = sorted[index];
          const key = keys[index];
          if (row === undefined || key === undefined) return null;
          return (
            <BodyRow
              // By place: other rows then fill the elements that are there, as a search asks with every letter.
              key={index}
              id={`${id}-${key}`}
              row={row}
              index={index}
              top={start}
              height={rowHeight}
              columns={columns}
              gridTracks={gridTracks}
              active={index === active}
              selected={onSelect ? marked.has(key) : undefined}
              openable={onOpen !== undefined}
              onPress={onPress}
            />
          );
        })}
      </div>
    </div>
  );
}

/**
 * A table of any length: only the rows in sight exist. One stop of the Tab key; the arrows move, Enter opens, Space
 * selects. Keeps its place, order and active row when someone comes back to it.
 */
export const VirtualTable = memo(VirtualTableOnce) as typeof VirtualTableOnce;
