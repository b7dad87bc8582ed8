import { z } from 'zod';

/**
 * What a paper confirms. `tested`: only a standardised test proves a level, so only this kind is called "Zertifikat".
 * `honour`: for volunteers, without UE.
 */
export const certificateKinds = ['participation', 'module', 'tested', 'honour'] as const;
export type CertificateKind = (typeof certificateKinds)[number];

export const papers = ['A4', 'A5'] as const;
export const frames = ['none', 'line', 'double', 'corners'] as const;

/** Rows of the table of facts, in the order in which they are printed. */
export const factRows = ['period', 'units', 'module', 'level', 'result', 'provider', 'partners'] as const;
export type FactRow = (typeof factRows)[number];

/** Text with fields in braces, `{name}`; which ones there are is told by template-fields.ts. Lines are kept. */
const fieldText = (most: number) => z.string().trim().min(1).max(most);
const colour = z.string().regex(/^#[0-9A-F]{6}$/);

/** Parts of a page, from the top downwards. `name` and `offer` are set large; `facts` and `contents` come from the record. */
const blockSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    text: fieldText(1000),
    size: z.enum(['small', 'normal', 'large']),
    align: z.enum(['start', 'center']),
  }),
  z.object({ type: z.literal('name'), original: z.boolean(), birth: z.boolean() }),
  z.object({ type: z.literal('offer') }),
  z.object({ type: z.literal('facts'), rows: z.array(z.enum(factRows)).min(1).max(factRows.length) }),
  z.object({ type: z.literal('contents') }),
]);
export type TemplateBlock = z.infer<typeof blockSchema>;

/**
 * Everything that decides how a certificate looks, but the person's and the offer's own data. A certificate keeps a
 * copy of it, so that it prints again as issued, whatever becomes of the template.
 */
export const templateContentSchema = z.looseObject({
  /** Of the layout code; a later one keeps drawing the earlier ones as they were. */
  layout: z.int().min(1),
  kind: z.enum(certificateKinds),
  paper: z.enum(papers),
  title: fieldText(80),
  /** Of the head, the title, the name and the offer. */
  align: z.enum(['start', 'center']),
  blocks: z.array(blockSchema).min(1).max(20),
  /** At most three lines to sign on; `name` is printed on the line's place. */
  signatures: z
    .array(
      z.object({
        caption: z.string().trim().min(1).max(80),
        name: z.string().trim().min(1).max(80).nullable(),
      }),
    )
    .max(3),
  /** Room for a stamp. */
  stamp: z.boolean(),
  /** The partners' logos at the foot. */
  logos: z.boolean(),
  /** `primary`: title, headings and rules; `accent`: ornaments, which a page without a frame has none of. */
  colours: z.object({ primary: colour, accent: colour }),
  frame: z.enum(frames),
  /** Small print at the foot of every page. */
  footer: fieldText(300),
});
export type TemplateContent = z.infer<typeof templateContentSchema>;

/** Languages of the translation beside the binding German text (domain.md); `fa` serves Dari and Farsi. */
export const translationLanguages = [
  ...(['ar', 'fa', 'ps', 'ckb', 'kmr', 'tr', 'so', 'fr', 'en', 'uk', 'ru', 'ti'] as const),
] as const;
export type TranslationLanguage = (typeof translationLanguages)[number];

/** A translation for the participant: below the German text where there is room, or on a page of its own. */
export const translationSchema = z.object({
  language: z.enum(translationLanguages),
  place: z.enum(['block', 'page']),
});
export type Translation = z.infer<typeof translationSchema>;
