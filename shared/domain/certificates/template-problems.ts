import type { CertificateKind, TemplateContent } from './template.ts';
import { paleColours } from './template-colours.ts';
import { type FieldProblem, fieldTexts, unknownFields } from './template-fields.ts';

/** Why a template can't be used, and where: `title`, `blocks.2.text`, `colours.primary`. */
export type TemplateProblem = { readonly path: string } & (
  | { readonly problem: FieldProblem['problem']; readonly field: string }
  /** The word "Zertifikat" is kept for tested results. */
  | { readonly problem: 'kept-word' }
  | { readonly problem: 'no-name' }
  | { readonly problem: 'not-of-kind' }
  | { readonly problem: 'pale' }
);

/** Facts that a kind of certificate has none of. */
const lackingFacts = {
  participation: ['module', 'result'],
  module: ['result'],
  tested: ['module'],
  honour: ['units', 'module', 'level', 'result'],
} as const satisfies Record<CertificateKind, readonly string[]>;

/** Whether a certificate of this kind has what a row of the table of facts is about. */
export const hasFact = (kind: CertificateKind, row: string): boolean =>
  !(lackingFacts[kind] as readonly string[]).includes(row);

/** Whether every certificate names its person. */
function namesPerson({ blocks, title }: TemplateContent): boolean {
  return (
    blocks.some((block) => (block.type === 'text' ? block.text.includes('{name}') : block.type === 'name')) ||
    title.includes('{name}')
  );
}

/** What keeps a template of the right shape (templateContentSchema) from being used, in the order of the page. */
export function templateProblems(content: TemplateContent): TemplateProblem[] {
  const { kind, blocks, colours } = content;
  const problems: TemplateProblem[] = [];
  for (const { path, text } of fieldTexts(content)) {
    for (const { problem, field } of unknownFields(text, kind)) problems.push({ path, problem, field });
    if (kind !== 'tested' && /zertifikat/iu.test(text)) problems.push({ path, problem: 'kept-word' });
  }
  blocks.forEach((block, at) => {
    const isForeign = block.type === 'facts' && block.rows.some((row) => !hasFact(kind, row));
    if (isForeign) problems.push({ path: `blocks.${at}.rows`, problem: 'not-of-kind' });
  });
  if (!namesPerson(content)) problems.push({ path: 'blocks', problem: 'no-name' });
  for (const colour of paleColours(colours)) problems.push({ path: `colours.${colour}`, problem: 'pale' });
  return problems;
}
