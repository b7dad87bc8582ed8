/** Slips that a word of this length may have: none in short ones, where they would make other names. */
export function slipsAllowed(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

let rows = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)] as const;

/**
 * Slips between what was typed and a word: letters wrong, missing, too many, or two in the wrong order (optimal string
 * alignment). With `begins`, what was typed may be only the beginning of the word. More than `most` is `most + 1`.
 */
export function slips(typed: string, word: string, most: number, begins: boolean): number {
  if (word.length < typed.length - most || (!begins && word.length > typed.length + most)) return most + 1;
  const length = Math.min(word.length, typed.length + most, 63);
  let [oldest, before, row] = rows;
  for (let j = 0; j <= length; j += 1) before[j] = j;
  for (let i = 1; i <= typed.length; i += 1) {
    const letter = typed.charCodeAt(i - 1);
    row[0] = i;
    let least = i;
    for (let j = 1; j <= length; j += 1) {
      const other = word.charCodeAt(j - 1);
      let best = Math.min(
        (before[j - 1] ?? 0) + (letter === other ? 0 : 1),
        (before[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
      );
      if (i > 1 && j > 1 && letter === word.charCodeAt(j - 2) && typed.charCodeAt(i - 2) === other)
        best = Math.min(best, (oldest[j - 2] ?? 0) + 1);
      row[j] = best;
      if (best < least) least = best;
    }
    if (least > most) return most + 1;
    [oldest, before, row] = [before, row, oldest];
  }
  rows = [oldest, before, row];
  let end = length === word.length || !begins ? (before[length] ?? most + 1) : most + 1;
  if (begins) for (let j = 0; j <= length; j += 1) end = Math.min(end, before[j] ?? end);
  return Math.min(end, most + 1);
}
