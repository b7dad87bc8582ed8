import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { english, german } from './resources.ts';

/** Starts the texts in `language`; staff screens speak German and English. */
export async function setupI18n(language: 'de' | 'en'): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'de',
    defaultNS: 'common',
    resources: { de: german, en: english },
    interpolation: { escapeValue: false },
    // A formatter takes longer to make than a text; counts are drawn with every letter of a search.
    cacheInBuiltFormats: true,
  });
  return i18next;
}
