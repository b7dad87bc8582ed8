import { documentText as t } from '#renderer/documents/document-texts.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { TemplateContent } from '#shared/domain/certificates/template.ts';
import type { PrintedCertificate } from './printed-certificate.ts';

/** As many digits as a signed code has; they prove nothing. */
const digits = '0123456789'.repeat(38);

/** A draft for a made-up person, to look at a template with. */
export function sampleCertificate(
  content: TemplateContent,
  { facility, partners }: Pick<PrintedCertificate, 'facility' | 'partners'>,
  today: string,
): PrintedCertificate {
  const { kind } = content;
  const honour = kind === 'honour';
  const contents = (['content1', 'content2', 'content3'] as const).map((one) =>
    t(`certificate.sample.${one}`),
  );
  return {
    kind,
    name: t('certificate.sample.name'),
    originalName: t('certificate.sample.original'),
    birth: { kind: 'date', date: '1994-05-17' },
    offerTitle: t(honour ? 'certificate.sample.honour' : 'certificate.sample.offer'),
    groupName: t('certificate.sample.group'),
    area: 'language',
    level: honour ? null : 'A1',
    periodFrom: addDays(today, -40),
    periodTo: today,
    ...(honour ? { ueAttended: 0, ueOffered: 0 } : { ueAttended: 42, ueOffered: 50 }),
    contents: honour ? [] : contents,
    module: kind === 'module' ? { id: 'sample', title: t('certificate.sample.module') } : null,
    result: kind === 'tested' ? { test: t('certificate.sample.test'), level: 'A1', takenOn: today } : null,
    facility,
    partners,
    issuedOn: today,
    template: { id: 'sample', name: t(`certificate.kinds.${kind}`), version: 1, content },
    ...{ translation: null, number: null, proof: digits, checkPage: null, copyOn: null, revokedOn: null },
  };
}
