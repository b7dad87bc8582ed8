/**
 * What a cell of a foreign file may bring into a record. Guarantees: no control or direction characters, one line,
 * composed letters; a value that a spreadsheet would run as a formula is told apart and never taken.
 */

export interface CleanText {
  readonly text: string;
  /** A line break or tab stood inside the value and is now a space. */
  readonly lineBreak: boolean;
  /** Invisible control characters were taken out. */
  readonly controls: boolean;
}

/** Joiners are letters' own business in Persian, Sorani and Indic scripts; every other format character goes. */
const invisible = /(?!\u200c|\u200d|[\t\n\r\v\f\u0085\u2028\u2029])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;
const lineBreaks = /[\t\n\r\v\f\u0085\u2028\u2029]+/gu;

/** Makes one clean line of a cell. A cell that holds only dashes stands for an empty one. */
export function cleanText(cell: string): CleanText {
  const visible = cell.replace(invisible, '');
  const trimmed = visible.trim();
  const line = trimmed.replace(lineBreaks, ' ').replace(/\s+/gu, ' ').normalize('NFC');
  return {
    text: /^[-‐‑‒–—―]+$/u.test(line) ? '' : line,
    lineBreak: trimmed.search(lineBreaks) !== -1,
    // The byte order mark is a file's, not a person's.
    controls: visible.length !== cell.replaceAll('\ufeff', '').length,
  };
}

/** Whether a spreadsheet would take the value for a formula (OWASP, CSV injection), full-width signs included. */
export function looksLikeFormula(text: string): boolean {
  return /^['"\s]*[=+\-@＝＋－＠]/u.test(text);
}

/** Arabic-Indic and Persian digits as 0 to 9. */
export function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
}
