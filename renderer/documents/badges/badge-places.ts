import { type BadgeLayout, perSheet } from './badge-layouts.ts';

/** How far everything is moved because a printer feeds its sheets off the mark, in millimetres; negative: back. */
export interface PrintOffset {
  readonly right: number;
  readonly down: number;
}

/** More is a wrong tray, not a feed that is off the mark. */
export const mostOffset = 5;

/** Where a badge lies: its sheet, and its upper left corner in millimetres. */
export interface BadgePlace {
  /** Counted from 0. */
  readonly sheet: number;
  readonly left: number;
  readonly top: number;
}

/** Places of `count` badges, row by row. @param start free label that the first one goes to, counted from 0. */
export function badgePlaces(
  layout: BadgeLayout,
  { count, start, offset }: { readonly count: number; readonly start: number; readonly offset: PrintOffset },
): BadgePlace[] {
  const onSheet = perSheet(layout);
  return Array.from({ length: count }, (_, nth) => {
    const at = start + nth;
    const row = Math.floor((at % onSheet) / layout.columns);
    return {
      sheet: Math.floor(at / onSheet),
      left: layout.left + (at % layout.columns) * layout.stepRight + offset.right,
      top: layout.top + row * layout.stepDown + offset.down,
    };
  });
}

/** Sheets that `count` badges take. */
export function sheetCount(layout: BadgeLayout, count: number, start: number): number {
  return Math.ceil((start + count) / perSheet(layout));
}
