/**
 * What a certificate says, in the participant's language. Names, titles and places stay as they are on the German text,
 * so that both can be laid side by side; the German text is the binding one, and the translation says so.
 */
import { paperDate } from '#renderer/documents/papers/paper-dates.ts';
import { filledPaperText, paperTexts } from '#renderer/documents/papers/paper-texts.ts';
import { printedNumber } from '#shared/domain/certificates/number.ts';
import type { TranslationLanguage } from '#shared/domain/certificates/template.ts';
import { type PaperLanguage, paperLanguageFacts } from '#shared/domain/paper-language.ts';
import type { PrintedCertificate } from './printed-certificate.ts';

/** A translation, a sentence a line. Values carry marks of direction, which the text setter reads. */
export interface CertificateTranslation {
  readonly direction: 'ltr' | 'rtl';
  readonly language: PaperLanguage;
  readonly title: string;
  readonly lines: readonly string[];
  /** That only the German text is binding. */
  readonly note: string;
}

type TranslatedFields = Omit<PrintedCertificate, 'birth' | 'contents' | 'originalName' | 'partners'>;

function lineTexts(certificate: TranslatedFields, language: TranslationLanguage): (string | null)[] {
  const { certificate: texts, area } = paperTexts(language);
  const { kind, offerTitle, module, level, result, periodFrom, periodTo, number, facility } = certificate;
  const day = (date: string): string => paperDate(language, date);
  const honour = kind === 'honour';
  const confirmsLessons = kind === 'participation' || kind === 'module';
  return [
    texts.confirmed[kind],
    filledPaperText(texts.name, { name: certificate.name }),
    filledPaperText(honour ? texts.voluntary : texts.offer, { offer: offerTitle }),
    module && filledPaperText(texts.module, { module: module.title }),
    honour ? null : filledPaperText(texts.area, { area: area[certificate.area] }),
    level === null || honour ? null : filledPaperText(texts.level, { level }),
    periodFrom === periodTo
      ? filledPaperText(texts.day, { date: day(periodFrom) })
      : filledPaperText(texts.period, { from: day(periodFrom), to: day(periodTo) }),
    honour
      ? null
      : filledPaperText(texts.units, {
          attended: certificate.ueAttended,
          offered: certificate.ueOffered,
        }),
    result &&
      filledPaperText(texts.result, { test: result.test, level: result.level, date: day(result.takenOn) }),
    confirmsLessons ? texts.noLevel : null,
    number === null ? null : filledPaperText(texts.number, { number: printedNumber(number) }),
    filledPaperText(texts.issued, { place: facility.place, date: day(certificate.issuedOn) }),
  ];
}

/** The certificate in another language. A draft has no number yet, so its line is left out. */
export function certificateTranslation(
  certificate: TranslatedFields,
  language: TranslationLanguage,
): CertificateTranslation {
  const { certificate: texts } = paperTexts(language);
  return {
    direction: paperLanguageFacts(language).direction,
    language,
    title: texts.title[certificate.kind],
    lines: lineTexts(certificate, language).filter((line) => line !== null),
    note: texts.note,
  };
}
