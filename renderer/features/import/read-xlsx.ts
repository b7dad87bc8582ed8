import type { CellValue } from 'read-excel-file/web-worker';
import type { RawRow } from '#shared/domain/roster/table.ts';

/** Most bytes that a workbook may unfold to: a small file that claims more is broken or made to harm. */
const mostUnfolded = 512 * 1024 * 1024;

interface Workbook {
  readonly sheets: readonly string[];
  /** Name of the sheet that was read. */
  readonly sheet: string;
  readonly rows: readonly RawRow[];
}

/** Bytes that a ZIP archive claims to unfold to, from its central directory; `undefined` if it has none. */
function unfoldedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let end = bytes.length - 22; end >= Math.max(0, bytes.length - 65_557); end -= 1) {
    if (view.getUint32(end, true) !== 0x06054b50) continue;
    let at = view.getUint32(end + 16, true);
    let sum = 0;
    for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
      if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined;
      sum += view.getUint32(at + 24, true);
      at +=
        46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return sum;
  }
  return undefined;
}

/** A cell as text. Formulas come as the results that were saved with them; dates as days. */
function cellText(value: CellValue<string> | null): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return value === null ? '' : String(value);
}

/**
 * Reads one sheet of an XLSX workbook: the named one, else the first with any content. Runs inside a worker. Throws
 * for a file that is none, or that would unfold to more than memory should hold.
 */
export async function readXlsx(bytes: Uint8Array, wanted: string | undefined): Promise<Workbook> {
  const unfolded = unfoldedSize(bytes);
  if (unfolded === undefined || unfolded > mostUnfolded) throw new Error('not a workbook that can be opened');
  const { default: readWorkbook } = await import('read-excel-file/web-worker');
  const copy = new Uint8Array(bytes).buffer;
  // Numbers stay as they are written: an id of nineteen digits must not be rounded.
  const sheets = await readWorkbook<string>(copy, { trim: false, parseNumber: (text) => plainNumber(text) });
  const chosen =
    sheets.find(({ sheet }) => sheet === wanted) ?? sheets.find(({ data }) => data.length > 0) ?? sheets[0];
  if (!chosen) throw new Error('a workbook without sheets');
  const rows = chosen.data.map((row) => ({ cells: row.map(cellText), unclosedQuote: false }));
  return { sheets: sheets.map(({ sheet }) => sheet), sheet: chosen.sheet, rows };
}

/** `1.0E5` is how some programs save 100000. */
function plainNumber(text: string): string {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? text : String(Number(text));
}
