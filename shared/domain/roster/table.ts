/** A foreign file as a table of texts, before anything is known about its columns. */
export interface RosterTable {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  /** Rows without any text; they are counted, not kept. */
  readonly emptyRows: number;
}

export interface TableRow {
  /** Number of the row as a spreadsheet counts it: the first row of the file is 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly shape: RowShape;
}

/** How a row fits the header: values of one that does not may stand in the wrong columns. */
export type RowShape = 'whole' | 'too-few-fields' | 'too-many-fields' | 'unclosed-quote';

/** A row of a file before the header is known. */
export interface RawRow {
  readonly cells: readonly string[];
  /** A quote was opened and never closed: this row has swallowed the rest of the file. */
  readonly unclosedQuote: boolean;
}

const isEmpty = ({ cells }: RawRow): boolean => cells.every((cell) => cell.trim() === '');

/**
 * Takes the first row that is not empty for the header, or numbers the columns if there is none. Every row of the
 * file is the header, in `rows`, or counted in `emptyRows`.
 */
export function tableOf(raw: readonly RawRow[], hasHeader: boolean): RosterTable {
  const first = raw.findIndex((row) => !isEmpty(row));
  const header = hasHeader ? (raw[first]?.cells ?? []) : Array.from({ length: widthOf(raw) }, () => '');
  const headers = trimEnd(
    header.map((text) => text.replaceAll('\ufeff', '').trim()),
    hasHeader,
  );
  const rows: TableRow[] = [];
  let emptyRows = 0;
  for (const [at, row] of raw.entries()) {
    if (hasHeader && at === first) continue;
    if (isEmpty(row)) emptyRows += 1;
    else rows.push({ line: at + 1, cells: row.cells, shape: shapeOf(row, headers.length) });
  }
  return { headers, rows, emptyRows };
}

/** Columns behind the last one with a header are spreadsheets' leftovers, not columns. */
function trimEnd(headers: readonly string[], hasHeader: boolean): readonly string[] {
  return hasHeader ? headers.slice(0, headers.findLastIndex((header) => header !== '') + 1) : headers;
}

function shapeOf({ cells, unclosedQuote }: RawRow, columns: number): RowShape {
  if (unclosedQuote) return 'unclosed-quote';
  if (cells.length < columns) return 'too-few-fields';
  return cells.slice(columns).some((cell) => cell.trim() !== '') ? 'too-many-fields' : 'whole';
}

/** The number of cells that most rows have; without a header it stands for it. */
function widthOf(raw: readonly RawRow[]): number {
  const counts = new Map<number, number>();
  for (const row of raw)
    if (!isEmpty(row)) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0] as const)[0];
}
