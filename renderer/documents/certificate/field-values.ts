import { documentText as t } from '#renderer/documents/document-texts.ts';
import { printableText } from '#renderer/documents/printable-text.ts';
import { isTurning } from '#renderer/documents/text/text-runs.ts';
import { attendedShare } from '#shared/domain/attendance/ledger.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { printedNumber } from '#shared/domain/certificates/number.ts';
import {
  filledText,
  type TemplateField,
  templateFields,
} from '#shared/domain/certificates/template-fields.ts';
import type { PrintedCertificate } from './printed-certificate.ts';

/** The level of a course, which is none that anybody reached. */
export function levelText({ level }: Pick<PrintedCertificate, 'level'>): string | null {
  return level === null ? null : t('certificate.courseLevel', { level });
}

export function birthText({ birth }: Pick<PrintedCertificate, 'birth'>): string | null {
  if (birth.kind === 'unknown') return null;
  return birth.kind === 'date'
    ? t('certificate.born', { date: germanDate(birth.date) })
    : t('certificate.birthYear', { year: birth.year });
}

export function resultText({ result }: Pick<PrintedCertificate, 'result'>): string | null {
  if (result === null) return null;
  return t('certificate.testResult', { ...result, date: germanDate(result.takenOn) });
}

export function numberText({ number }: Pick<PrintedCertificate, 'number'>): string {
  return number === null
    ? t('certificate.numberLater')
    : t('certificate.number', { number: printedNumber(number) });
}

/** What stands for each field, in German; `null`: this certificate has nothing to say there. */
function fieldValues(certificate: PrintedCertificate): Record<TemplateField, string | null> {
  const { facility, partners, ueAttended, ueOffered } = certificate;
  const percent = attendedShare({ attended: ueAttended, offered: ueOffered });
  return {
    name: certificate.name,
    originalName: certificate.originalName,
    birth: birthText(certificate),
    offer: certificate.offerTitle,
    group: certificate.groupName,
    area: t(`certificate.area.${certificate.area}`),
    level: levelText(certificate),
    module: certificate.module?.title ?? null,
    result: resultText(certificate),
    from: germanDate(certificate.periodFrom),
    to: germanDate(certificate.periodTo),
    ueAttended: String(ueAttended),
    ueOffered: String(ueOffered),
    share: percent === undefined ? null : t('certificate.share', { percent }),
    place: facility.place,
    date: germanDate(certificate.issuedOn),
    number: numberText(certificate),
    facility: facility.name,
    programme: facility.programme,
    partners: partners.length === 0 ? null : partners.map(({ name }) => name).join(', '),
  };
}

/** A value within a German line: what is read from the right turns nothing beside it. */
const isolated = (value: string | null): string | null =>
  value !== null && isTurning(value) ? `\u2068${value}\u2069` : value;

/** The lines of a template's text on this certificate; each is read from the left, whatever it begins with. */
export function filledLines(text: string, certificate: PrintedCertificate): string[] {
  const values = fieldValues(certificate);
  const set = Object.fromEntries(templateFields.map((field) => [field, isolated(values[field])]));
  const lines = text.split('\n').map(printableText).join('\n');
  return filledText(lines, set as typeof values)
    .split('\n')
    .filter((line) => line.trim() !== '');
}
