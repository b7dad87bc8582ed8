import type { ReactNode } from 'react';

export interface Column<T> {
  readonly key: string;
  readonly label: string;
  /** Pixels, or a CSS grid width such as `2fr`. */
  readonly width?: number | string;
  readonly render: (row: T) => ReactNode;
  /** With it, the column's header sorts by this. */
  readonly sortBy?: (row: T) => string | number;
}

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

const collator = new Intl.Collator('de', { numeric: true });

/** The rows in the order of the column. Equal ones keep their order. */
export function sortRows<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  sorting: Sorting | undefined,
): readonly T[] {
  const sortBy = columns.find(({ key }) => key === sorting?.key)?.sortBy;
  if (!sorting || !sortBy) return rows;
  const sign = sorting.descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, by: sortBy(row) }));
  keyed.sort(
    ({ by: a }, { by: b }) =>
      sign *
      (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))),
  );
  return keyed.map(({ row }) => row);
}

/** Ascending, descending, and the rows' own order again. */
export function nextSorting(sorting: Sorting | undefined, key: string): Sorting | undefined {
  if (sorting?.key !== key) return { key, descending: false };
  return sorting.descending ? undefined : { key, descending: true };
}

/** The widths as CSS grid tracks; with a leading one for the selection marks. */
export function tracks<T>(columns: readonly Column<T>[], selectable: boolean): string {
  const widths = columns.map(({ width }) =>
    typeof width === 'number'
      ? `${width}px`
      : width === undefined
        ? 'minmax(96px, 1fr)'
        : `minmax(64px, ${width})`,
  );
  return [...(selectable ? ['44px'] : []), ...widths].join(' ');
}
