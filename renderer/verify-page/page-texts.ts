import german from '#locales/de/verify-page.json' with { type: 'json' };
import english from '#locales/en/verify-page.json' with { type: 'json' };

export type TextKey = keyof typeof german;

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_whole, key: string) => values[key] ?? '');

/** Makes an element with the given children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A text in both languages, each marked as what it is; whoever reads this page may know only one of them. */
export function said(key: TextKey, values: Readonly<Record<string, string>> = {}): HTMLElement[] {
  const own = element('span', { lang: 'de' }, filled(german[key], values));
  if (german[key] === english[key]) return [own];
  return [own, element('span', { lang: 'en' }, filled(english[key], values))];
}

/** `26.11.2026`: unmistakable in both languages, and as the paper has it. */
export const shownDay = (day: string): string => day.split('-').reverse().join('.');
