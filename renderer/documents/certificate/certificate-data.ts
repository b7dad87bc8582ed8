import type { Attachment } from '#renderer/documents/archive-file.ts';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import { printedNumber } from '#shared/domain/certificates/number.ts';
import type { TemplateContent } from '#shared/domain/certificates/template.ts';
import { fieldTexts } from '#shared/domain/certificates/template-fields.ts';
import type { PrintedCertificate } from './printed-certificate.ts';

/** Whether the pages say what a template may leave off them: below the name, or by a field in a text. */
function isSaid(field: 'birth' | 'originalName', content: TemplateContent): boolean {
  const shown = { birth: 'birth', originalName: 'original' } as const;
  return (
    content.blocks.some((block) => block.type === 'name' && block[shown[field]]) ||
    fieldTexts(content).some(({ text }) => text.includes(`{${field}}`))
  );
}

/**
 * What a program finds of a certificate: what its pages say, without pictures and without how it looks. Who shows the
 * file to somebody shows no more of themselves than on paper.
 */
function dataOf(certificate: PrintedCertificate) {
  const {
    template,
    partners,
    birth,
    originalName,
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
    ...(isSaid('birth', template.content) ? { birth } : {}),
    ...(isSaid('originalName', template.content) ? { originalName } : {}),
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
