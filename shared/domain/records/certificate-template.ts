import { z } from 'zod';
import { templateContentSchema } from '#shared/domain/certificates/template.ts';
import { recordType } from './define.ts';

/** A template for certificates. Revising it makes the next version; issued certificates keep theirs. */
export const certificateTemplateSchema = z.looseObject({
  name: z.string().trim().min(1).max(80),
  /** Counted from 1, one more with every change of the content. */
  version: z.int().min(1),
  content: templateContentSchema,
  /** Not offered any more; certificates that were issued with it are not concerned. */
  retired: z.boolean(),
});
export type CertificateTemplate = z.infer<typeof certificateTemplateSchema>;
export const certificateTemplateType = recordType(certificateTemplateSchema, () => ({}), [], {
  together: [['version', 'content']],
});
