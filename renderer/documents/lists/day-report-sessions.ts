/** The sessions of a day report on paper: with their figures, or with their people. */
import type { Content, ContentStack, TableCell } from 'pdfmake/interfaces';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import { colour, mm } from '#renderer/documents/paper.ts';
import type { TextSetter } from '#renderer/documents/text/text-setter.ts';
import { clockTime } from '#shared/domain/calendar/dates.ts';
import { inOneLine, markText, noteText } from './day-report-texts.ts';
import { closeLines, fittingSize, headCell, rowLines, ruled } from './list-paper.ts';
import type { PrintedAttendance, PrintedSessionReport } from './printed-lists.ts';

const column = { time: mm(25), number: mm(17) };
const names = { number: mm(8), family: mm(42), given: mm(42), original: mm(32) };

/** Figures and their headings stand at the right. */
export const right = { alignment: 'right' } as const;

export function figure(value: number, bold = false): TableCell {
  return { text: String(value), bold, fontSize: 10, lineHeight: closeLines, ...right };
}

const timesOf = ({ startsAt, endsAt }: PrintedSessionReport): string =>
  t('lists.span', { from: clockTime(startsAt), to: clockTime(endsAt) });

/** Offer, room and lead, and what there is to say beside the numbers. */
function factsOf({ offer, room, lead, moved, sums }: PrintedSessionReport): string {
  const some = (count: number, what: 'walkIns' | 'heads'): string =>
    count === 0 ? '' : t('lists.report.of', { what: t(`lists.report.${what}`, { count }) });
  return inOneLine([
    offer,
    room === null ? '' : t('lists.report.room', { room }),
    lead ?? '',
    moved ? t('lists.report.moved') : '',
    some(sums.walkIns, 'walkIns'),
    some(sums.heads, 'heads'),
  ]);
}

function sessionName(session: PrintedSessionReport, decoration: object = {}): ContentStack {
  const { group } = session;
  return {
    stack: [
      {
        ...{ text: group, bold: true, lineHeight: closeLines, ...decoration },
        fontSize: fittingSize(group, { width: mm(80), height: 30 }, 10.5, 7),
      },
      { text: factsOf(session), fontSize: 8, lineHeight: closeLines, color: colour.muted },
    ],
  };
}

/** Called off, or nothing recorded: said in words over the figures that there are not. */
function stateCells({ state, sums }: PrintedSessionReport): TableCell[] {
  const text = t(`lists.report.state.${state}`);
  const words: TableCell = { text, colSpan: 3, bold: true, fontSize: 9, lineHeight: closeLines, ...right };
  return [words, '', '', state === 'called-off' ? '' : figure(sums.notRecorded)];
}

function countRow(session: PrintedSessionReport): TableCell[] {
  const { state, sums } = session;
  const struck = state === 'called-off' ? { decoration: 'lineThrough' as const, color: colour.muted } : {};
  const empty = sums.attendances + sums.excused + sums.absent === 0 && state !== 'held';
  return [
    { text: timesOf(session), bold: true, fontSize: 10, lineHeight: closeLines, noWrap: true, ...struck },
    sessionName(session, struck),
    ...(empty
      ? stateCells(session)
      : [
          figure(sums.attendances, true),
          figure(sums.excused),
          figure(sums.absent),
          figure(sums.notRecorded),
        ]),
  ];
}

/** Sessions with their figures. */
export function countTable(sessions: readonly PrintedSessionReport[]): Content {
  const number = column.number - 10;
  return {
    layout: rowLines,
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [column.time - 5, '*', number, number, number, number],
      body: [
        [
          headCell(t('lists.time')),
          headCell(t('lists.group')),
          headCell(t('lists.report.column.came'), right),
          headCell(t('lists.report.column.excused'), right),
          headCell(t('lists.report.column.absent'), right),
          headCell(t('lists.report.column.notRecorded'), right),
        ],
        ...sessions.map(countRow),
      ],
    },
  };
}

/** Spellings in other letters stand at the right, in whatever direction they are read. */
function nameCell(
  name: string,
  cellWidth: number,
  { bold = false, align = 'left' }: { bold?: boolean; align?: 'left' | 'right' },
  setter: TextSetter,
): Content {
  const width = cellWidth - 10;
  const size = fittingSize(name, { width, height: 26 }, 10, 6);
  return setter.set(name, { size, width, bold, align, lineHeight: closeLines }).node;
}

function personRow(person: PrintedAttendance, at: number, setter: TextSetter): TableCell[] {
  const { family, given, original } = person;
  const note = noteText(person);
  return [
    { text: String(at + 1), fontSize: 8.5, lineHeight: 1, color: colour.muted, ...right },
    nameCell(family ?? '', names.family, { bold: true }, setter),
    nameCell(given, names.given, {}, setter),
    nameCell(original ?? '', names.original, { align: 'right' }, setter),
    {
      stack: [
        { text: markText(person), fontSize: 9, lineHeight: closeLines },
        ...(note === null
          ? []
          : [{ text: note, fontSize: 7.5, lineHeight: closeLines, color: colour.muted }]),
      ],
    },
  ];
}

/** A session with its people. Its name is in the head of the table, so that it is on every page that it goes on to. */
export function peopleTable(session: PrintedSessionReport, setter: TextSetter): Content {
  const { people, state, sums } = session;
  const title: Content = {
    margin: [0, 6, 0, 0],
    columns: [
      { width: column.time, text: timesOf(session), bold: true, fontSize: 10.5, lineHeight: closeLines },
      { width: '*', ...sessionName(session) },
      {
        width: mm(45),
        fontSize: 8.5,
        lineHeight: closeLines,
        ...right,
        text:
          state === 'held'
            ? t('lists.report.counts', { came: sums.attendances, ...sums })
            : t(`lists.report.state.${state}`),
        bold: state !== 'held',
      },
    ],
  };
  const head = [
    headCell(t('lists.number'), right),
    headCell(t('lists.family')),
    headCell(t('lists.given')),
    '',
    headCell(t('lists.report.column.status')),
  ];
  return {
    layout: {
      ...rowLines,
      hLineWidth: (row) => (row === 0 || (row === 1 && people.length > 0) ? 0 : row === 2 ? 1 : 0.5),
      hLineColor: (row) => (row === 2 ? colour.ink : ruled),
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
    margin: [0, 0, 0, 6],
    table: {
      headerRows: people.length > 0 ? 2 : 1,
      keepWithHeaderRows: Math.min(2, people.length),
      dontBreakRows: true,
      widths: [names.number - 5, names.family - 10, names.given - 10, names.original - 10, '*'],
      body: [
        [{ colSpan: 5, stack: [title] }, '', '', '', ''],
        ...(people.length > 0 ? [head, ...people.map((person, at) => personRow(person, at, setter))] : []),
      ],
    },
  };
}
