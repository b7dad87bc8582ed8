import { z } from 'zod';
import { sameJson } from '#shared/domain/canonical-json.ts';
import { templateContentSchema } from '#shared/domain/certificates/template.ts';
import { type TemplateProblem, templateProblems } from '#shared/domain/certificates/template-problems.ts';
import { err, ok } from '#shared/domain/result.ts';
import { type CertificateTemplate, certificateTemplateSchema } from '../records/certificate-template.ts';
import { command, type Refusal } from './define.ts';

const written = z.strictObject({
  name: certificateTemplateSchema.shape.name,
  content: templateContentSchema.strip(),
});

const missing: Refusal = { code: 'certificateTemplate.missing' };

/** The first thing that is wrong, at its place. */
function refusalFor(problems: readonly TemplateProblem[]): Refusal | undefined {
  const [first] = problems;
  if (!first) return undefined;
  const code = `certificateTemplate.${first.problem}`;
  const field = `content.${first.path}`;
  return 'field' in first ? { code, field, values: { field: first.field } } : { code, field };
}

const put = (id: string, value: CertificateTemplate) =>
  ok({
    puts: [{ kind: 'certificateTemplate' as const, id, value }],
    subjects: [{ kind: 'certificateTemplate' as const, id }],
    output: { id, version: value.version },
  });

/** Templates for certificates. Issued certificates keep their copy, so that nothing here reaches them. */
export const certificateTemplateCommands = {
  'certificateTemplate.create': command({
    input: written,
    decide: async (_reader, { name, content }, context) => {
      const refusal = refusalFor(templateProblems(content));
      if (refusal) return err(refusal);
      return put(context.newId(), { name, content, version: 1, retired: false });
    },
  }),
  /** Makes the next version, if the content is another; a name alone makes none. */
  'certificateTemplate.revise': command({
    input: written.extend({ id: z.string() }),
    decide: async (reader, { id, name, content }) => {
      const before = await reader.get('certificateTemplate', id);
      if (!before) return err(missing);
      const refusal = refusalFor(templateProblems(content));
      if (refusal) return err(refusal);
      const isSame = sameJson(before.content, { ...before.content, ...content });
      const version = isSame ? before.version : before.version + 1;
      return put(id, { ...before, name, version, content: { ...before.content, ...content } });
    },
  }),
  /** Takes a template out of use, or back into it. */
  'certificateTemplate.retire': command({
    input: z.strictObject({ id: z.string(), retired: z.boolean() }),
    decide: async (reader, { id, retired }) => {
      const before = await reader.get('certificateTemplate', id);
      return before ? put(id, { ...before, retired }) : err(missing);
    },
  }),
} as const;
