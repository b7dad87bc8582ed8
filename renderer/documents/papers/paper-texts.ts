/** The texts of residents' papers in every language that they are written in, bundled with the documents' worker. */
import ar from '#locales/ar/papers.json';
import ckb from '#locales/ckb/papers.json';
import de from '#locales/de/papers.json';
import en from '#locales/en/papers.json';
import fa from '#locales/fa/papers.json';
import fr from '#locales/fr/papers.json';
import kmr from '#locales/kmr/papers.json';
import ps from '#locales/ps/papers.json';
import ru from '#locales/ru/papers.json';
import so from '#locales/so/papers.json';
import ti from '#locales/ti/papers.json';
import tr from '#locales/tr/papers.json';
import uk from '#locales/uk/papers.json';
import type { PaperLanguage } from '#shared/domain/paper-language.ts';

export type PaperTexts = typeof de;

const texts: Readonly<Record<PaperLanguage, PaperTexts>> = {
  ...{ ar, ckb, de, en, fa, fr, kmr, ps, ru, so, ti, tr, uk },
};

export function paperTexts(language: PaperLanguage): PaperTexts {
  return texts[language];
}

/**
 * A text with its values. Each value keeps its own direction within the sentence: it is isolated by marks that the text
 * setter reads and does not draw.
 * @throws Error if there is no value for a place in the text.
 */
export function filledPaperText(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for ${name}`);
    return `\u2068${value}\u2069`;
  });
}
