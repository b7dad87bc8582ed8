/**
 * Lists for daily signatures (Anwesenheitsliste). Guarantees that a page has the sixteen lines that the paper list has
 * (domain.md), each at its place, whatever is written in them: entry from paper goes by page and line.
 */
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { DocumentDefinition } from '#renderer/documents/engine.ts';
import { colour, landscape, mm } from '#renderer/documents/paper.ts';
import { listPageLines } from '#shared/domain/attendance/list-number.ts';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import { inFours } from '#shared/domain/digits.ts';
import { across, closeLines, fact, fittingSize, headCell, ruled, weekdayAndDate } from './list-paper.ts';
import type {
  PrintedPerson,
  PrintedSignatureList,
  SignatureForm,
  SignatureLists,
  SignatureSession,
} from './printed-lists.ts';

const width = landscape.width - across.left - across.right;
const rowHeight = mm(7.6);
const column = { number: mm(11), family: mm(74), given: mm(64) };
/** 21 modules of 3 points: scanners read it from an arm's length. */
const qrSize = 63;
const footTop = mm(180.5);

/** A page of one list. The blank form has neither number nor session. */
interface ListPage {
  readonly number: string | null;
  readonly session: SignatureSession | null;
  readonly page: number;
  readonly count: number;
  /** The people of this page's first lines. */
  readonly people: readonly PrintedPerson[];
}

function pagesOf({ number, session, people }: PrintedSignatureList): ListPage[] {
  const count = Math.max(1, Math.ceil(people.length / listPageLines));
  return Array.from({ length: count }, (_, at) => ({
    ...{ number, session, count, page: at + 1 },
    people: people.slice(at * listPageLines, (at + 1) * listPageLines),
  }));
}

const factColumns = [mm(88), mm(58), mm(48), mm(34)] as const;

function facts(session: SignatureSession | null): Content {
  const [wide, half, third, narrow] = factColumns;
  const orDash = (text: string | null | undefined): string | null =>
    session === null ? null : (text ?? '–');
  const time =
    session && t('lists.times', { from: clockTime(session.startsAt), to: clockTime(session.endsAt) });
  return {
    layout: {
      hLineWidth: (row) => (session === null && row > 0 ? 0.5 : 0),
      vLineWidth: () => 0,
      hLineColor: () => ruled,
      paddingLeft: () => 0,
      paddingRight: () => mm(4),
      paddingTop: () => 1,
      paddingBottom: () => 0,
    },
    table: {
      widths: factColumns.map((each) => each - mm(4)),
      heights: mm(8.4),
      body: [
        [
          fact(t('lists.group'), orDash(session?.group), wide - mm(4), true),
          fact(t('lists.date'), session && weekdayAndDate(session.date), half - mm(4), true),
          fact(t('lists.time'), time, third - mm(4), true),
          fact(t('lists.units'), session && String(session.units), narrow - mm(4)),
        ],
        [
          fact(t('lists.offer'), orDash(session?.offer), wide - mm(4)),
          fact(t('lists.module'), orDash(session?.module), half - mm(4)),
          fact(t('lists.lead'), orDash(session?.lead), third - mm(4)),
          fact(t('lists.room'), orDash(session?.room), narrow - mm(4)),
        ],
      ],
    },
  };
}

/** The page's number for scanners: the list's twelve digits and the page's two. */
function codes({ number, page }: ListPage): Content[] {
  if (number === null) return [];
  const code: Content = {
    absolutePosition: { x: landscape.width - across.right - mm(32), y: across.top },
    columns: [
      {
        width: mm(32),
        stack: [
          {
            qr: number + String(page).padStart(2, '0'),
            fit: qrSize,
            eccLevel: 'M',
            mode: 'numeric',
            foreground: '#000000',
            alignment: 'right',
          },
          {
            text: inFours(number),
            alignment: 'right',
            fontSize: 9,
            bold: true,
            lineHeight: 1,
            margin: [0, 3, 0, 0],
          },
        ],
      },
    ],
  };
  return [code];
}

function head(facility: string, page: ListPage): Content[] {
  return [
    ...codes(page),
    {
      text: facility,
      fontSize: fittingSize(facility, { width: mm(200), height: 12 }, 9),
      lineHeight: 1,
      color: colour.muted,
    },
    { text: t('lists.signature.title'), bold: true, fontSize: 18, lineHeight: 1, color: colour.petrol },
    facts(page.session),
  ];
}

const lines: CustomTableLayout = {
  hLineWidth: (row) => (row <= 1 ? 1 : 0.5),
  hLineColor: (row) => (row <= 1 ? colour.ink : ruled),
  vLineWidth: (at) => (at === 0 || at === 4 ? 0 : 0.5),
  vLineColor: () => ruled,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

function nameCell(text: string, cellWidth: number, bold: boolean): TableCell {
  const fontSize = fittingSize(text, { width: cellWidth - 8, height: rowHeight - 3 }, 11);
  return { text, bold, fontSize, lineHeight: closeLines, verticalAlignment: 'middle' };
}

function line(number: number, person: PrintedPerson | undefined): TableCell[] {
  return [
    {
      text: String(number),
      alignment: 'right',
      fontSize: 9,
      color: colour.muted,
      lineHeight: 1,
      verticalAlignment: 'middle',
    },
    nameCell(person?.family ?? '', column.family, true),
    nameCell(person?.given ?? '', column.given, false),
    '',
  ];
}

function table({ page, people }: ListPage): Content {
  const first = (page - 1) * listPageLines;
  return {
    margin: [0, 4, 0, 0],
    layout: lines,
    table: {
      widths: [column.number - 8, column.family - 8, column.given - 8, '*'],
      heights: (row) => (row === 0 ? 'auto' : rowHeight),
      headerRows: 1,
      body: [
        [
          headCell(t('lists.number'), { alignment: 'right' }),
          headCell(t('lists.family')),
          headCell(t('lists.given')),
          headCell(t('lists.signature.column')),
        ],
        ...Array.from({ length: listPageLines }, (_, at) => line(first + at + 1, people[at])),
      ],
    },
  };
}

const toSignOn = (label: string, length: number): Content => ({
  stack: [
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: length, y2: 0, lineWidth: 0.7, lineColor: colour.ink }] },
    { text: label, fontSize: 7.5, color: colour.muted, lineHeight: 1, margin: [0, 2, 0, 0] },
  ],
});

function foot(page: ListPage, printedOn: string): Content {
  const signed = { date: mm(34), lead: mm(76) };
  return {
    absolutePosition: { x: across.left, y: footTop },
    columns: [
      {
        width,
        stack: [
          {
            columnGap: mm(6),
            columns: [
              {
                width: signed.date,
                margin: [0, mm(11), 0, 0],
                stack: [toSignOn(t('lists.signature.date'), signed.date)],
              },
              {
                width: signed.lead,
                margin: [0, mm(11), 0, 0],
                stack: [toSignOn(t('lists.signature.lead'), signed.lead)],
              },
              {
                width: '*',
                margin: [mm(4), 1, 0, 0],
                fontSize: 7.5,
                lineHeight: 1,
                ul: [t('lists.signature.hint1'), t('lists.signature.hint2'), t('lists.signature.hint3')].map(
                  (text) => ({
                    text,
                    margin: [0, 0, 0, 1.5],
                  }),
                ),
                markerColor: colour.muted,
              },
            ],
          },
          {
            margin: [0, 5, 0, 0],
            fontSize: 8,
            lineHeight: 1,
            color: colour.muted,
            columnGap: 16,
            columns: [
              {
                width: '*',
                text:
                  page.number === null
                    ? t('lists.signature.form')
                    : t('lists.signature.listNumber', { number: inFours(page.number) }),
              },
              { width: 'auto', noWrap: true, text: t('lists.printedOn', { date: germanDate(printedOn) }) },
              {
                width: 'auto',
                noWrap: true,
                bold: true,
                color: colour.ink,
                text: t('page', { page: page.page, count: page.count }),
              },
            ],
          },
        ],
      },
    ],
  };
}

/** A4 across; each list on pages of its own, with its own page numbers. Without lists: the blank form. */
export function signatureListsDocument(request: SignatureLists | SignatureForm): DocumentDefinition {
  const { facility, printedOn } = request;
  const blank: ListPage = { number: null, session: null, page: 1, count: 1, people: [] };
  const pages = request.kind === 'signature-form' ? [blank] : request.lists.flatMap(pagesOf);
  return {
    title: t('lists.signature.title'),
    pageOrientation: 'landscape',
    pageMargins: [across.left, across.top, across.right, 0],
    content: pages.map(
      (page, at): Content => ({
        stack: [...head(facility, page), table(page), foot(page, printedOn)],
        ...(at > 0 ? { pageBreak: 'before' as const } : {}),
      }),
    ),
  };
}
