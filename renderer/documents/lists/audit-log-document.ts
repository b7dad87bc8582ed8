import type { Content, TableCell } from 'pdfmake/interfaces';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { DocumentDefinition } from '#renderer/documents/engine.ts';
import { colour, landscape, mm } from '#renderer/documents/paper.ts';
import { across, closeLines, headCell, listFoot, rowLines } from './list-paper.ts';
import type { PrintedAuditLog } from './printed-lists.ts';

const width = landscape.width - across.left - across.right;
const column = { at: mm(32), who: mm(44), what: mm(64), computer: mm(46) };

const cell = (text: string, more: object = {}): TableCell => ({
  ...{ text, fontSize: 9, lineHeight: closeLines },
  ...more,
});

function chains({ chains: parts }: PrintedAuditLog): Content {
  if (parts.length === 0) return '';
  return {
    margin: [0, 12, 0, 0],
    unbreakable: true,
    stack: [
      { text: t('lists.audit.chains'), fontSize: 11, bold: true, color: colour.petrol, lineHeight: 1 },
      {
        layout: rowLines,
        table: {
          headerRows: 1,
          widths: [mm(70), mm(26), '*'],
          body: [
            [
              headCell(t('lists.audit.computer')),
              headCell(t('lists.audit.entries'), { alignment: 'right' }),
              headCell(t('lists.audit.digest')),
            ],
            ...parts.map(({ computer, entries, digest }) => [
              cell(computer),
              cell(entries, { alignment: 'right' }),
              cell(digest, { fontSize: 7.5 }),
            ]),
          ],
        },
      },
      {
        text: t('lists.audit.digestNote'),
        margin: [0, 4, 0, 0],
        fontSize: 8.5,
        color: colour.muted,
        lineHeight: 1,
      },
    ],
  };
}

function table({ entries }: PrintedAuditLog): Content {
  return {
    layout: rowLines,
    margin: [0, 10, 0, 0],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [column.at - 5, column.who - 10, column.what - 10, '*', column.computer - 10],
      body: [
        (['at', 'who', 'what', 'about', 'computer'] as const).map((name) =>
          headCell(t(`lists.audit.${name}`)),
        ),
        ...entries.map(({ at, who, what, about, computer }) => [
          cell(at, { noWrap: true }),
          cell(who),
          cell(what, { bold: true }),
          cell(about),
          cell(computer, { color: colour.muted }),
        ]),
      ],
    },
  };
}

/** A4 across: entries of the audit log, newest first, and the check values of its chains. It names people. */
export function auditLogDocument(log: PrintedAuditLog): DocumentDefinition {
  const { choice, state, isCut, entries } = log;
  const line = (text: string, more: object = {}): Content => ({ text, fontSize: 10, lineHeight: 1, ...more });
  return {
    title: t('lists.audit.title'),
    pageOrientation: 'landscape',
    pageMargins: [across.left, across.top, across.right, across.bottom],
    footer: (at, count) =>
      listFoot({ ...log, title: t('lists.audit.title') }, { page: at, count }, width, [
        ...([across.left, mm(5), across.right, 0] as const),
      ]),
    content: [
      {
        text: t('lists.audit.title'),
        fontSize: 20,
        bold: true,
        color: colour.petrol,
        lineHeight: closeLines,
      },
      line(t('lists.audit.subtitle'), { bold: true }),
      line(t('lists.audit.choice', { choice })),
      line(t('lists.audit.state', { state })),
      ...(isCut ? [line(t('lists.audit.cut', { count: entries.length }), { bold: true })] : []),
      entries.length === 0 ? { text: t('lists.audit.none'), margin: [0, 14, 0, 0] } : { stack: [table(log)] },
      chains(log),
    ],
  };
}
