/**
 * Which pages are printed, in which order. Printed on both sides, what belongs to one person never has another
 * person's page on its back: where a part ends on a front, its back stays empty.
 */

/** How a document is to come out of the printer. */
export interface Sides {
  /** Both sides of the sheet are printed. */
  readonly duplex: boolean;
  readonly copies: number;
  /** Pages of each part (a certificate, a list), in order; without it the document is one part. */
  readonly parts?: readonly number[] | undefined;
}

/**
 * The pages from `from` on, `null` for an empty back. On both sides it begins with the sheet on which `from` lies:
 * its front is needed for it to be whole.
 */
export function printOrder(count: number, from: number, { duplex, copies, parts }: Sides): (number | null)[] {
  const fits = parts?.reduce((sum, pages) => sum + pages, 0) === count;
  const sheets = (duplex && parts && fits ? parts : [count]).reduce<{ at: number; pages: (number | null)[] }>(
    ({ at, pages }, length) => {
      const part: (number | null)[] = Array.from({ length }, (_, index) => at + index + 1);
      if (duplex && length % 2 === 1) part.push(null);
      return { at: at + length, pages: [...pages, ...part] };
    },
    { at: 0, pages: [] },
  ).pages;
  const place = Math.max(0, sheets.indexOf(Math.min(Math.max(from, 1), count)));
  const order = sheets.slice(duplex ? place - (place % 2) : place);
  // Nothing comes after the last page but the next copy, which begins on a front.
  if (copies === 1 && order.at(-1) === null) order.pop();
  return order;
}
