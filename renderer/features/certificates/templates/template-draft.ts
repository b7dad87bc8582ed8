import { type TemplateContent, templateContentSchema } from '#shared/domain/certificates/template.ts';
import {
  hasFact,
  type TemplateProblem,
  templateProblems,
} from '#shared/domain/certificates/template-problems.ts';
import { certificateTemplateSchema } from '#shared/domain/records/certificate-template.ts';

/** A template as it is being written. */
export interface TemplateDraft {
  readonly name: string;
  readonly content: TemplateContent;
}

/** What is wrong at a place of the draft: of its shape, or of what it says. */
export type DraftProblem =
  | TemplateProblem
  | { readonly path: string; readonly problem: 'empty' | 'blocks' | 'rows' | 'colour' }
  | { readonly path: string; readonly problem: 'tooLong'; readonly most: number };

const shape = certificateTemplateSchema.pick({ name: true }).extend({ content: templateContentSchema });

/** What the record's own validator refuses, by place. */
function shapeProblems(draft: TemplateDraft): DraftProblem[] {
  const issues = shape.safeParse(draft).error?.issues ?? [];
  return issues.map((issue): DraftProblem => {
    const path = issue.path.join('.').replace(/^content\./, '');
    if (path === 'blocks') return { path, problem: 'blocks' };
    if (path.startsWith('colours.')) return { path, problem: 'colour' };
    if (path.endsWith('.rows')) return { path, problem: 'rows' };
    if (issue.code === 'too_big') return { path, problem: 'tooLong', most: Number(issue.maximum) };
    return { path, problem: 'empty' };
  });
}

/** Everything that keeps the draft from being saved. */
export function draftProblems(draft: TemplateDraft): DraftProblem[] {
  const wrong = shapeProblems(draft);
  const wrongPaths = new Set(wrong.map(({ path }) => path));
  const said = templateProblems(draft.content).filter(({ path }) => !wrongPaths.has(path));
  return [...wrong, ...said];
}

/** The content for another kind of certificate, without the facts that it has none of. */
export function ofKind(content: TemplateContent, kind: TemplateContent['kind']): TemplateContent {
  const blocks = content.blocks.map((block) =>
    block.type === 'facts' ? { ...block, rows: block.rows.filter((row) => hasFact(kind, row)) } : block,
  );
  return { ...content, kind, blocks };
}
