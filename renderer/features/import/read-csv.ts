import Papa from 'papaparse';
import type { RawRow } from '#shared/domain/roster/table.ts';

export const delimiters = [';', ',', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Rows that are read to tell the delimiter. */
const trialRows = 200;

/** One kind of line end, also within quotes: files that went through several programs mix them. */
const withOneLineEnd = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Spreadsheets write `sep=;` before the first row. */
const separatorLine = /^\ufeff?sep=(.)\n/i;

function parse(text: string, delimiter: string, preview: number): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    quoteChar: '"',
    header: false,
    skipEmptyLines: false,
    preview,
  });
}

/** How sure it is that the text is cut by this delimiter: the share of rows with the usual count, then that count. */
function evenness(text: string, delimiter: string): readonly [share: number, fields: number] {
  const rows = parse(text, delimiter, trialRows).data.filter((row) => row.some((cell) => cell.trim() !== ''));
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [fields, times] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [
    1, 0,
  ] as const);
  return fields === 1 ? [0, 1] : [times / rows.length, fields];
}

/** Which delimiter cuts the first rows most evenly; a semicolon where none does. */
export function detectDelimiter(text: string): Delimiter {
  const start = withOneLineEnd(text.slice(0, 262_144));
  const said = delimiters.find((delimiter) => delimiter === separatorLine.exec(start)?.[1]);
  if (said) return said;
  let best: { readonly delimiter: Delimiter; readonly share: number; readonly fields: number } = {
    delimiter: ';',
    share: 0,
    fields: 1,
  };
  for (const delimiter of delimiters) {
    const [share, fields] = evenness(start, delimiter);
    // An even cut into more columns beats an even cut into fewer; a ragged row or two must not tip it.
    if (share * Math.log2(fields + 1) > best.share * Math.log2(best.fields + 1))
      best = { delimiter, share, fields };
  }
  return best.delimiter;
}

/** All rows of a text, empty ones included; the line end of the last row begins no further one. Never throws. */
export function readCsv(text: string, delimiter: Delimiter): RawRow[] {
  const lines = withOneLineEnd(text).replace(separatorLine, '\n');
  const { data, errors } = parse(lines, delimiter, 0);
  const unclosed = new Set(errors.filter(({ code }) => code === 'MissingQuotes').map(({ row }) => row));
  const rows = data.map((cells, at) => ({ cells, unclosedQuote: unclosed.has(at) }));
  return lines.endsWith('\n') && rows.at(-1)?.cells.join('') === '' ? rows.slice(0, -1) : rows;
}
