import type { PaperLanguage } from '#shared/domain/paper-language.ts';

/**
 * Days as the readers of each language write them, of the Gregorian calendar and with the digits of the German text
 * beside it. Written here, since browsers don't carry the dates of all of these languages (docs/resident-languages.md
 * gives the reasons).
 */
const months: Readonly<Partial<Record<PaperLanguage, string>>> = {
  en: 'January February March April May June July August September October November December',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  tr: 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  uk: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
};

type Parts = { readonly year: string; readonly month: string; readonly day: string };

const dotted = ({ year, month, day }: Parts): string => `${day}.${month}.${year}`;
const slashed = ({ year, month, day }: Parts): string => `${day}/${month}/${year}`;

const written: Readonly<Record<PaperLanguage, (parts: Parts) => string>> = {
  de: dotted,
  kmr: dotted,
  ar: slashed,
  ckb: slashed,
  so: slashed,
  ti: slashed,
  // Readers also know the solar calendar: the word says that it is the other one.
  fa: ({ year, month, day }) => `${year}/${month}/${day} میلادی`,
  ps: ({ year, month, day }) => `${year}/${month}/${day} میلادي`,
  en: (parts) => withMonth('en', parts),
  fr: (parts) => withMonth('fr', parts),
  tr: (parts) => withMonth('tr', parts),
  ru: (parts) => withMonth('ru', parts),
  uk: (parts) => withMonth('uk', parts),
};

function withMonth(language: PaperLanguage, { year, month, day }: Parts): string {
  const name = months[language]?.split(' ')[Number(month) - 1] ?? month;
  const first = language === 'fr' && day === '01' ? '1er' : String(Number(day));
  return `${first}\u00a0${name}\u00a0${year}`;
}

/** A day (`YYYY-MM-DD`) as the language's readers write it. */
export function paperDate(language: PaperLanguage, date: string): string {
  return written[language]({ year: date.slice(0, 4), month: date.slice(5, 7), day: date.slice(8, 10) });
}

/** The day without its year, for plans whose week is named above. */
export function paperDayAndMonth(language: PaperLanguage, date: string): string {
  const [month, day] = [date.slice(5, 7), date.slice(8, 10)];
  if (language === 'fa' || language === 'ps') return `${month}/${day}`;
  return ['de', 'kmr', 'tr', 'ru', 'uk'].includes(language) ? `${day}.${month}.` : `${day}/${month}`;
}
