import type { TFunction } from 'i18next';
import { createContext, useContext } from 'react';
import { kioskTexts } from '#renderer/i18n/kiosk-texts.ts';
import { directionOf, type KioskLanguage } from '#shared/domain/kiosk/kiosk-languages.ts';

export const SpokenLanguage = createContext<KioskLanguage>('de');

interface Spoken {
  readonly t: TFunction<'kiosk'>;
  /** For the element around the texts. */
  readonly attributes: { readonly lang: KioskLanguage; readonly dir: 'ltr' | 'rtl' };
}

/** The texts of a language with what has to stand at an element that holds them. */
export function spokenIn(language: KioskLanguage): Spoken {
  return { t: kioskTexts(language), attributes: { lang: language, dir: directionOf(language) } };
}

/** The texts of the language that the kiosk speaks right now. */
export function useSpoken(): Spoken {
  return spokenIn(useContext(SpokenLanguage));
}
