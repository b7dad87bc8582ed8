/**
 * Rows in order of their keys, of which no two are equal. Many are added in runs that are merged when they are of like
 * size, so that an index that grows in slices is not copied with each of them.
 */
export interface Ordered {
  readonly sortKey: string;
}

export interface Order<T extends Ordered> {
  add(rows: readonly T[]): void;
  /** Takes a row out that is there. */
  remove(row: T): void;
  /** All in order; not to be changed by the caller. */
  rows(): readonly T[];
}

/** So many are put into their places one by one. */
const few = 20;

export function createOrder<T extends Ordered>(): Order<T> {
  /** Each in order, longer ones first. */
  let runs: T[][] = [];
  const whole = (): T[] => {
    while (runs.length > 1) mergeLast();
    const [only = []] = runs;
    runs = [only];
    return only;
  };
  const mergeLast = (): void => {
    const last = runs.pop() ?? [];
    const before = runs.pop() ?? [];
    runs.push(merged(before, last));
  };
  return {
    rows: whole,
    add: (rows) => {
      if (rows.length <= few && runs.length === 1) {
        const all = whole();
        for (const row of rows) all.splice(position(all, row.sortKey), 0, row);
        return;
      }
      runs.push(rows.toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : 1)));
      while ((runs.at(-2)?.length ?? Number.POSITIVE_INFINITY) <= (runs.at(-1)?.length ?? 0)) mergeLast();
    },
    remove: (row) => {
      const all = whole();
      const at = position(all, row.sortKey);
      if (all[at] === row) all.splice(at, 1);
    },
  };
}

/** Where a key stands, or would stand. */
function position(rows: readonly Ordered[], key: string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle]?.sortKey ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two lists in order of their keys as one. */
function merged<T extends Ordered>(one: readonly T[], other: readonly T[]): T[] {
  const all: T[] = [];
  let at = 0;
  for (const row of one) {
    for (let next = other[at]; next !== undefined && next.sortKey < row.sortKey; next = other[at]) {
      all.push(next);
      at += 1;
    }
    all.push(row);
  }
  return all.concat(other.slice(at));
}
