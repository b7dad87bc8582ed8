import type { PrintedCertificate } from '#renderer/documents/certificate/printed-certificate.ts';
import { shippedTemplates } from '#shared/domain/certificates/shipped-templates.ts';
import type { TemplateContent } from '#shared/domain/certificates/template.ts';
import { certificateOf, keptTemplate } from '../printed-cases.ts';

/** As many digits as a signed code has at most. */
export const proofDigits = Array.from({ length: 386 }, (_, at) => (at * 7 + 3) % 10).join('');

/** A made-up certificate of the template's kind. */
export function certificateWith(
  content: TemplateContent,
  but: Partial<PrintedCertificate> = {},
): PrintedCertificate {
  const { kind } = content;
  return certificateOf({
    ...{ kind, proof: proofDigits, template: keptTemplate(content) },
    ...(kind === 'module' ? { module: { id: 'm', title: 'Gesundheit und Arztbesuch' } } : {}),
    ...(kind === 'tested' ? { result: { test: 'telc Deutsch A1', level: 'A1', takenOn: '2024-12-05' } } : {}),
    ...(kind === 'honour' ? { offerTitle: 'Begleitung bei Behördengängen', contents: [], level: null } : {}),
    ...but,
  });
}

/** Content of a shipped template on a paper. */
export function contentOf(id: string, paper: TemplateContent['paper']): TemplateContent {
  const found = shippedTemplates.find((template) => template.id === id);
  if (!found) throw new Error(id);
  return { ...found.content, paper };
}
