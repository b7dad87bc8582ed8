import { type TranslationLanguage, translationLanguages } from '#shared/domain/certificates/template.ts';
import { kioskLanguage, kioskLanguages } from '#shared/domain/kiosk/kiosk-languages.ts';

/** Languages that residents' papers are written in: those of the translations, and German. */
export type PaperLanguage = TranslationLanguage | 'de';

export const paperLanguages: readonly PaperLanguage[] = [...translationLanguages, 'de'];

/** By its own name, and which way it is written: as the kiosk has it, which speaks the same languages. */
export function paperLanguageFacts(language: PaperLanguage): {
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
} {
  const { name, direction } = kioskLanguages.find(({ code }) => code === language) ?? kioskLanguages[12];
  return { name, direction };
}

/** The first of a person's languages that papers are written in; German if there is none. */
export function paperLanguageOf(languages: readonly string[]): PaperLanguage {
  for (const code of languages) {
    const known = kioskLanguage(code);
    if (known !== undefined) return known;
  }
  return 'de';
}
