import type { LikelySameFinder } from '#renderer/services/likely-same/finder.ts';
import type { RosterEntry } from '#shared/domain/roster/entries.ts';
import type { LikelyRow, LikelyRows } from '#shared/domain/roster/same-person.ts';
import { compareRows, type FoundRows } from './compare-rows.ts';

/** While somebody corrects a row, it is not compared with every letter. */
const restMs = 300;

interface Comparison {
  /** Compares these rows, besides those that are still to be compared. */
  compare(lines: readonly number[]): void;
  /** Compares a row once it stays as it is for a moment. */
  compareLater(line: number): void;
  stop(): void;
}

interface ComparisonPorts {
  /** The rows as they are now; `undefined` while none are looked at. */
  readonly rows: () => readonly RosterEntry[] | undefined;
  readonly onFound: (found: FoundRows, uncompared: number) => void;
}

/** Keeps it known who is likely the person of which row while rows are looked at and corrected. */
export function createComparison(finder: LikelySameFinder, { rows, onFound }: ComparisonPorts): Comparison {
  const open = new Set<number>();
  let running = new AbortController();
  let rest: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    running.abort();
    clearTimeout(rest);
  };
  const compare = (lines: readonly number[]): void => {
    const entries = rows();
    if (!entries) return;
    stop();
    running = new AbortController();
    for (const line of lines) open.add(line);
    const comparable = new Set(entries.flatMap(({ line, read }) => (read.person ? [line] : [])));
    const unreadable = [...open].filter((line) => !comparable.has(line));
    for (const line of unreadable) open.delete(line);
    onFound(
      unreadable.map((line) => [line, []] as const),
      open.size,
    );
    void compareRows(finder, entries, [...open], running.signal, (found) => {
      for (const [line] of found) open.delete(line);
      onFound(found, open.size);
    });
  };
  return {
    compare,
    stop,
    compareLater: (line) => {
      open.add(line);
      clearTimeout(rest);
      rest = setTimeout(() => compare([line]), restMs);
    },
  };
}

/**
 * What was found before, with more. Of two rows that are likely the same each names the other, so that a row that
 * changed is named by others no more.
 */
export function withFound(before: LikelyRows, more: FoundRows): LikelyRows {
  if (more.length === 0) return before;
  const changed = new Set(more.map(([line]) => line));
  const next = new Map<number, readonly LikelyRow[]>();
  const put = (line: number, likely: readonly LikelyRow[]): void => {
    if (likely.length > 0) next.set(line, likely);
  };
  for (const [line, likely] of before)
    if (!changed.has(line))
      put(
        line,
        likely.filter(({ as }) => !('line' in as && changed.has(as.line))),
      );
  for (const [line, likely] of more) {
    put(line, likely);
    for (const { as, ...same } of likely)
      if ('line' in as && !changed.has(as.line))
        put(as.line, [...(next.get(as.line) ?? []), { ...same, as: { line } }]);
  }
  return next;
}
