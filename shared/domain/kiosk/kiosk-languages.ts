/**
 * The languages that the kiosk speaks, in the order in which it offers them, each by its own name. `fa` stands for
 * Farsi and Dari: one written language, of which the kiosk uses only words that both have.
 */
export const kioskLanguages = [
  { code: 'ar', name: 'العربية', direction: 'rtl' },
  { code: 'fa', name: 'فارسی / دری', direction: 'rtl' },
  { code: 'ps', name: 'پښتو', direction: 'rtl' },
  { code: 'ckb', name: 'کوردی (سۆرانی)', direction: 'rtl' },
  { code: 'kmr', name: 'Kurdî (Kurmancî)', direction: 'ltr' },
  { code: 'tr', name: 'Türkçe', direction: 'ltr' },
  { code: 'uk', name: 'Українська', direction: 'ltr' },
  { code: 'ru', name: 'Русский', direction: 'ltr' },
  { code: 'so', name: 'Soomaali', direction: 'ltr' },
  { code: 'ti', name: 'ትግርኛ', direction: 'ltr' },
  { code: 'fr', name: 'Français', direction: 'ltr' },
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'de', name: 'Deutsch', direction: 'ltr' },
] as const;

export type KioskLanguage = (typeof kioskLanguages)[number]['code'];

/** The kiosk's language for a code of `languages.ts`; none where it does not speak it. */
export function kioskLanguage(code: string): KioskLanguage | undefined {
  const written = code === 'prs' ? 'fa' : code;
  return kioskLanguages.find((language) => language.code === written)?.code;
}

/** Which way a language of the kiosk is written. */
export function directionOf(language: KioskLanguage): 'ltr' | 'rtl' {
  return kioskLanguages.find(({ code }) => code === language)?.direction ?? 'ltr';
}
