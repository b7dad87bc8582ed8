import type { i18n } from 'i18next';

/**
 * Makes a first formatter of days, which takes the window some hundredths of a second for its tables: to be called while
 * nobody waits.
 */
export function warmUp({ language }: i18n): void {
  new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format();
}
