import type { DamagePort, RefusedRow } from '#shared/ports/damage.ts';

/** Collects the rows that were refused, each once, for the banner. */
export function damageLog(): DamagePort & { note(row: RefusedRow): void } {
  let rows: readonly RefusedRow[] = [];
  const listeners = new Set<() => void>();
  return {
    current: () => rows,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    note: (row) => {
      if (rows.some(({ table, id }) => table === row.table && id === row.id)) return;
      rows = [...rows, row];
      for (const listener of listeners) listener();
    },
  };
}
