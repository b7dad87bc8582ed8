import type { CertificateKind, TemplateContent } from './template.ts';

/** What can stand in a template's text in braces, `{offer}`, in the order in which the editor offers it. */
export const templateFields = [
  'name',
  'originalName',
  'birth',
  'offer',
  'group',
  'area',
  'level',
  'module',
  'result',
  'from',
  'to',
  'ueAttended',
  'ueOffered',
  'share',
  'place',
  'date',
  'number',
  'facility',
  'programme',
  'partners',
] as const;
export type TemplateField = (typeof templateFields)[number];

/** What only a course has; a badge of honour is about none. */
const ofCourses: readonly TemplateField[] = ['group', 'area', 'level', 'ueAttended', 'ueOffered', 'share'];

/** Fields without a value on some certificates. The line that one of them stands in is left out there. */
export const optionalFields: ReadonlySet<TemplateField> = new Set([
  ...(['originalName', 'birth', 'level', 'share', 'programme', 'partners'] as const),
]);

/** The fields that a kind of certificate has. */
export function fieldsOf(kind: CertificateKind): readonly TemplateField[] {
  return templateFields.filter((field) => {
    if (field === 'module') return kind === 'module';
    if (field === 'result') return kind === 'tested';
    return kind !== 'honour' || !ofCourses.includes(field);
  });
}

/** What is wrong with a brace. `elsewhere`: the field is there for other kinds of certificates only. */
export interface FieldProblem {
  readonly problem: 'unknown' | 'elsewhere' | 'unclosed' | 'unopened';
  /** What stands in the braces. */
  readonly field: string;
  /** Index of the brace in the text. */
  readonly at: number;
}

/** A text's parts: as written, a field in braces, or a brace that has no partner. */
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly text: string; readonly at: number }
  | { readonly kind: 'unclosed' | 'unopened'; readonly text: string; readonly at: number };

function partsOf(text: string): Part[] {
  return [...text.matchAll(/\{([^{}\n]*)\}|\{([^{}\n]*)|\}|[^{}]+/gu)].map((match): Part => {
    const [whole, inside, opened] = match;
    if (inside !== undefined) return { kind: 'field', text: inside, at: match.index };
    if (opened !== undefined) return { kind: 'unclosed', text: opened, at: match.index };
    return whole === '}' ? { kind: 'unopened', text: '', at: match.index } : { kind: 'text', text: whole };
  });
}

const isField = (text: string): text is TemplateField => (templateFields as readonly string[]).includes(text);

/** Everything in braces that a certificate of this kind could not be filled with, in the order of the text. */
export function unknownFields(text: string, kind: CertificateKind): FieldProblem[] {
  const known = fieldsOf(kind);
  return partsOf(text).flatMap((part): FieldProblem[] => {
    if (part.kind === 'text') return [];
    const { text: field, at } = part;
    if (part.kind !== 'field') return [{ problem: part.kind, field: field.trim(), at }];
    if (!isField(field)) return [{ problem: 'unknown', field, at }];
    return known.includes(field) ? [] : [{ problem: 'elsewhere', field, at }];
  });
}

/**
 * The text with its fields filled, without the lines in which a field has no value. Nothing of the text is
 * interpreted but the braces, and nothing of the values.
 */
export function filledText(text: string, values: Readonly<Record<TemplateField, string | null>>): string {
  const lines = text.split('\n').flatMap((line) => {
    const parts = partsOf(line).map((part) => {
      if (part.kind === 'field') return isField(part.text) ? values[part.text] : null;
      return part.kind === 'text' ? part.text : null;
    });
    return parts.includes(null) ? [] : [parts.join('')];
  });
  return lines.join('\n');
}

/** The texts of a template that can have fields, each with its place in the content. */
export function fieldTexts(content: Pick<TemplateContent, 'title' | 'blocks' | 'footer'>): {
  readonly path: string;
  readonly text: string;
}[] {
  return [
    { path: 'title', text: content.title },
    ...content.blocks.flatMap((block, at) =>
      block.type === 'text' ? [{ path: `blocks.${at}.text`, text: block.text }] : [],
    ),
    { path: 'footer', text: content.footer },
  ];
}
