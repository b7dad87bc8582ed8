/** The texts of the kiosk in every language that it speaks. Bundled with the kiosk, and loaded with it only. */
import i18next, { type TFunction } from 'i18next';
import ar from '#locales/ar/kiosk.json';
import ckb from '#locales/ckb/kiosk.json';
import de from '#locales/de/kiosk.json';
import en from '#locales/en/kiosk.json';
import fa from '#locales/fa/kiosk.json';
import fr from '#locales/fr/kiosk.json';
import kmr from '#locales/kmr/kiosk.json';
import ps from '#locales/ps/kiosk.json';
import ru from '#locales/ru/kiosk.json';
import so from '#locales/so/kiosk.json';
import ti from '#locales/ti/kiosk.json';
import tr from '#locales/tr/kiosk.json';
import uk from '#locales/uk/kiosk.json';
import type { KioskLanguage } from '#shared/domain/kiosk/kiosk-languages.ts';

const texts = { ar, ckb, de, en, fa, fr, kmr, ps, ru, so, ti, tr, uk } as const satisfies Record<
  KioskLanguage,
  typeof de
>;

const kiosk = i18next.createInstance();
void kiosk.init({
  // Everything is at hand: the first text must not wait for a promise.
  initAsync: false,
  lng: 'de',
  fallbackLng: false,
  defaultNS: 'kiosk',
  ns: ['kiosk'],
  resources: Object.fromEntries(Object.entries(texts).map(([code, own]) => [code, { kiosk: own }])),
  interpolation: {
    escapeValue: true,
    // Isolated: a room's number keeps its own direction within a sentence of another. React does the escaping.
    escape: (value: unknown) => `\u2068${String(value)}\u2069`,
  },
});

/** The texts of one language. */
export function kioskTexts(language: KioskLanguage): TFunction<'kiosk'> {
  return kiosk.getFixedT(language, 'kiosk');
}
