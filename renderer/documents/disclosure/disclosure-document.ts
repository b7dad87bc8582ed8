import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import { type DocumentDefinition, makePdf } from '#renderer/documents/engine.ts';
import { closeLines, headCell, listFoot, rowLines, upright } from '#renderer/documents/lists/list-paper.ts';
import { colour, mm, page } from '#renderer/documents/paper.ts';
import { printable, textsIn } from '#renderer/documents/printable-text.ts';
import { openTextSetter, type TextSetter } from '#renderer/documents/text/text-setter.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';

/** A part of what is held about a person, as it is printed: texts only. */
interface PrintedSection {
  readonly title: string;
  /** Below the title. */
  readonly note: string | null;
  /** `null`: label and value beside each other. */
  readonly head: readonly string[] | null;
  /** Each as long as the head, or two. */
  readonly rows: readonly (readonly string[])[];
}

export interface PrintedDisclosure {
  readonly facility: string;
  /** `YYYY-MM-DD`. */
  readonly printedOn: string;
  readonly name: string;
  readonly introduction: readonly string[];
  readonly sections: readonly PrintedSection[];
  /** The same as data, which goes into the PDF as a file. */
  readonly file: string;
}

const width = page.width - upright.left - upright.right;
const size = 9.5;

/** Without a head every line is the same. */
const factLines: CustomTableLayout = { ...rowLines, hLineWidth: () => 0.5, hLineColor: () => colour.line };

function sectionContent({ title, note, head, rows }: PrintedSection, setter: TextSetter): Content {
  const columns = head ? head.map(() => width / head.length) : [mm(52), width - mm(52)];
  const cell = (text: string, at: number): TableCell =>
    setter.set(text, {
      ...{ size, width: (columns[at] ?? 0) - 10, align: 'left', lineHeight: closeLines },
      ...(head === null && at === 0 ? { color: colour.muted } : {}),
    }).node as TableCell;
  const heading: Content = {
    ...{ text: title, fontSize: 12.5, bold: true, color: colour.petrol, lineHeight: 1 },
    margin: [0, 14, 0, 2],
    headlineLevel: 1,
  };
  const below: Content[] =
    note === null
      ? []
      : [{ text: note, fontSize: 9, color: colour.muted, lineHeight: 1, margin: [0, 0, 0, 2] }];
  if (rows.length === 0) return { unbreakable: true, stack: [heading, ...below] };
  return [
    heading,
    ...below,
    {
      layout: head ? rowLines : factLines,
      table: {
        headerRows: head ? 1 : 0,
        dontBreakRows: true,
        widths: columns.map((column, at) => (at === columns.length - 1 ? '*' : column - 10)),
        body: [...(head ? [head.map((text) => headCell(text))] : []), ...rows.map((row) => row.map(cell))],
      },
    },
  ];
}

function disclosureDocument(
  disclosure: Omit<PrintedDisclosure, 'file'>,
  file: string,
  setter: TextSetter,
): DocumentDefinition {
  const { name, introduction, sections } = disclosure;
  const title = t('disclosure.title');
  return {
    title,
    attachments: [
      {
        ...{ name: t('disclosure.file'), type: 'application/json' },
        ...{ description: t('disclosure.fileText'), bytes: new TextEncoder().encode(file) },
      },
    ],
    pageMargins: [upright.left, upright.top, upright.right, upright.bottom],
    footer: (at, count) =>
      listFoot({ ...disclosure, title }, { page: at, count }, width, [
        ...([upright.left, mm(6), upright.right, 0] as const),
      ]),
    // A heading does not stand alone at the foot of a page.
    pageBreakBefore: (node, { getFollowingNodesOnPage }) =>
      node.headlineLevel === 1 && getFollowingNodesOnPage().length === 0,
    content: [
      { text: title, fontSize: 20, bold: true, color: colour.petrol, lineHeight: closeLines },
      setter.set(name, { size: 13, width, bold: true, align: 'left' }).node,
      ...introduction.map((text): Content => ({ text, fontSize: 10, lineHeight: 1.1, margin: [0, 5, 0, 0] })),
      ...sections.map((section) => sectionContent(section, setter)),
    ],
  };
}

/**
 * Makes the paper of an access request, with the same as data inside. Refuses with `document.characters` if a text has a
 * letter that no font has: whoever asked must not get less than there is.
 */
export async function composeDisclosure(
  { file, ...request }: PrintedDisclosure,
  onProgress: (share: number) => void,
): Promise<Result<Uint8Array, Refusal>> {
  const disclosure = printable(request);
  const setter = await openTextSetter();
  const missing = new Set(textsIn(disclosure).flatMap((text) => setter.missing(text)));
  if (missing.size > 0)
    return err({ code: 'document.characters', values: { characters: [...missing].join(' ') } });
  return ok(await makePdf(disclosureDocument(disclosure, file, setter), onProgress));
}
