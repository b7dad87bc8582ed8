import { type BadgeLayoutId, badgeLayouts, perSheet } from '#renderer/documents/badges/badge-layouts.ts';
import type { PrintOffset } from '#renderer/documents/badges/badge-places.ts';
import type { NameForm } from '#renderer/documents/badges/printed-badges.ts';

/** How badges are printed. */
export interface BadgeChoices {
  readonly layout: BadgeLayoutId;
  readonly form: NameForm;
  /** The first free label of a sheet that was begun, counted from 0. */
  readonly start: number;
  readonly offset: PrintOffset;
}

/** What was chosen last; in memory only, gone when the app locks. */
let last: BadgeChoices = { layout: 'card', form: 'full', start: 0, offset: { right: 0, down: 0 } };

export const lastChoices = (): BadgeChoices => last;

export function keepChoices(choices: BadgeChoices): void {
  last = choices;
}

/** The choices with another sheet: a fresh one. */
export function withLayout(choices: BadgeChoices, layout: BadgeLayoutId): BadgeChoices {
  return layout === choices.layout ? choices : { ...choices, layout, start: 0 };
}

/** The choices for the next print, once `count` badges are on paper: the sheet goes on where they end. */
export function afterPrint(choices: BadgeChoices, count: number): BadgeChoices {
  const layout = badgeLayouts[choices.layout];
  return { ...choices, start: layout.cut ? 0 : (choices.start + count) % perSheet(layout) };
}
