import type { Attachment } from '#renderer/documents/archive-file.ts';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import { printedNumber } from '#shared/domain/certificates/number.ts';
import type { PrintedCertificate } from './printed-certificate.ts';

/** What a program finds of a certificate: what its pages say, without pictures and without how it looks. */
function dataOf(certificate: PrintedCertificate) {
  const {
    template,
    partners,
    translation: _translation,
    copyOn: _copy,
    revokedOn: _revoked,
    ...said
  } = certificate;
  return {
    format: 'wegmarke-certificate',
    version: 1,
    title: template.name,
    ...said,
    partners: partners.map(({ name }) => name),
  };
}

/** The data of issued certificates as JSON, one file each; a draft has none. */
export function certificateData(certificates: readonly PrintedCertificate[]): Attachment[] {
  const byNumber = new Map(certificates.map((certificate) => [certificate.number, certificate]));
  return [...byNumber].flatMap(([number, certificate]) => {
    if (number === null) return [];
    const written = printedNumber(number);
    return [
      {
        name: t('certificate.dataFile', { number: written }),
        type: 'application/json',
        description: t('certificate.data', { number: written }),
        bytes: new TextEncoder().encode(JSON.stringify(dataOf(certificate), null, 2)),
      },
    ];
  });
}
