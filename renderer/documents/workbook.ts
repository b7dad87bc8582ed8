/**
 * The only user of hucre. Guarantees that a cell is what it is called: text is text whatever it begins with (= + - @),
 * so that nothing that somebody typed can run as a formula; days and times are numbers with a format. Writing asks no
 * network and starts no worker: the archive is packed by the browser's own CompressionStream.
 */
import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre';

/** A cell: empty, text, a number, a day (`YYYY-MM-DD`), or a time (minutes since midnight). */
export type WorkbookCell = null | string | number | { readonly day: string } | { readonly minute: number };

export interface WorkbookSheet {
  readonly name: string;
  /** Width in letters. */
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly WorkbookCell[])[];
}

const minutesOfDay = 1440;

/** What XML can't hold, and halves of characters, would make the file unreadable. */
function plainText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

function cellValue(cell: WorkbookCell): CellValue {
  if (typeof cell === 'string') return plainText(cell);
  if (cell === null || typeof cell === 'number') return cell;
  return 'day' in cell ? new Date(`${cell.day}T00:00:00Z`) : cell.minute / minutesOfDay;
}

/** Text keeps its own direction, and stays text when it is typed anew in the cell. */
const asText: CellStyle = { numFmt: '@', alignment: { readingOrder: 'context' } };
const asHeading: CellStyle = { ...asText, font: { bold: true } };

function styleOf(cell: WorkbookCell): CellStyle | undefined {
  if (cell === null || typeof cell === 'number') return undefined;
  if (typeof cell === 'string') return asText;
  return { numFmt: 'day' in cell ? 'dd.mm.yyyy' : '[h]:mm' };
}

function sheetOf({ name, columns, rows }: WorkbookSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const at of columns.keys()) cells.set(`0,${at}`, { style: asHeading });
  for (const [line, row] of rows.entries()) {
    for (const [at, cell] of row.entries()) {
      const style = styleOf(cell);
      if (style) cells.set(`${line + 1},${at}`, { style });
    }
  }
  return {
    ...{ name, cells, columns: columns.map(({ width }) => ({ width })) },
    rows: [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(cellValue))],
    freezePane: { rows: 1 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', printTitlesRow: '$1:$1' },
  };
}

/** Writes an XLSX file. Names of sheets: at most 31 letters, none of : \\ / ? * [ ]. */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  return await writeXlsx({ sheets: sheets.map(sheetOf), properties: { creator: 'Wegmarke' } });
}
