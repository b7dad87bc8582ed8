import { listPageLines } from '#shared/domain/attendance/list-number.ts';

/** A line of a printed list that is entered, or somebody who came onto it after it was printed. */
export interface PaperLine {
  readonly participantId: string;
  /** The running number on the paper; `null`: not on the list. */
  readonly number: number | null;
}

/**
 * The pages of a printed list: everybody in the printed order, so many lines a page; on the last one also those of
 * `expected` who aren't printed.
 */
export function paperPages(
  printed: readonly string[],
  expected: readonly string[],
): readonly (readonly PaperLine[])[] {
  const pages: PaperLine[][] = [[]];
  for (const [index, participantId] of printed.entries()) {
    if (index > 0 && index % listPageLines === 0) pages.push([]);
    // Printed twice: two records that turned out to be one person's. The first of the lines stands for both.
    if (printed.indexOf(participantId) === index) pages.at(-1)?.push({ participantId, number: index + 1 });
  }
  const there = new Set(printed);
  const added = expected.filter((id) => !there.has(id));
  pages.at(-1)?.push(...added.map((participantId) => ({ participantId, number: null })));
  return pages;
}
