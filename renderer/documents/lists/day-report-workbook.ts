import { documentText as t } from '#renderer/documents/document-texts.ts';
import { type WorkbookCell, type WorkbookSheet, writeWorkbook } from '#renderer/documents/workbook.ts';
import { areaName, markWord, noteText, stateText } from './day-report-texts.ts';
import type { PrintedDayReport, PrintedSessionReport } from './printed-lists.ts';

type Area = PrintedDayReport['areas'][number];

const measures = [
  ...(['attendances', 'walkIns', 'heads', 'people', 'excused', 'absent', 'notRecorded'] as const),
  ...(['held', 'calledOff', 'unrecorded'] as const),
];
/** Of one session: whether it took place stands in a word. */
const sessionMeasures = measures.slice(0, 7);

const figures = (names: readonly (typeof measures)[number][]) =>
  names.map((measure) => ({ heading: t(`lists.report.sums.${measure}`), width: 14 }));

/** A line for every programme area and one for the day. */
function overview({ areas, date, sums }: PrintedDayReport): WorkbookSheet {
  const row = (name: string, of: Area['sums']): WorkbookCell[] => [
    { day: date },
    name,
    ...measures.map((measure) => of[measure]),
  ];
  return {
    name: t('lists.report.sheet.overview'),
    columns: [
      { heading: t('lists.report.head.day'), width: 12 },
      { heading: t('lists.report.head.area'), width: 32 },
      ...figures(measures),
    ],
    rows: [...areas.map((area) => row(areaName(area.area), area.sums)), row(t('lists.report.day'), sums)],
  };
}

/** What names a session in every line about it. */
const sessionColumns = () => [
  { heading: t('lists.report.head.day'), width: 12 },
  { heading: t('lists.report.head.area'), width: 32 },
  { heading: t('lists.report.head.from'), width: 9 },
  { heading: t('lists.report.head.to'), width: 9 },
  { heading: t('lists.group'), width: 30 },
  { heading: t('lists.offer'), width: 30 },
  { heading: t('lists.room'), width: 14 },
  { heading: t('lists.lead'), width: 20 },
];

const sessionCells = (date: string, area: Area, session: PrintedSessionReport): WorkbookCell[] => [
  { day: date },
  areaName(area.area),
  { minute: session.startsAt },
  { minute: session.endsAt },
  ...[session.group, session.offer, session.room, session.lead],
];

function sessionSheet({ areas, date }: PrintedDayReport): WorkbookSheet {
  return {
    name: t('lists.report.sheet.sessions'),
    columns: [
      ...sessionColumns(),
      { heading: t('lists.report.head.state'), width: 16 },
      ...figures(sessionMeasures),
    ],
    rows: areas.flatMap((area) =>
      area.sessions.map((session) => [
        ...sessionCells(date, area, session),
        stateText(session),
        ...sessionMeasures.map((measure) => session.sums[measure]),
      ]),
    ),
  };
}

function attendanceSheet({ areas, date }: PrintedDayReport): WorkbookSheet {
  return {
    name: t('lists.report.sheet.attendance'),
    columns: [
      ...sessionColumns(),
      { heading: t('lists.family'), width: 24 },
      { heading: t('lists.given'), width: 24 },
      { heading: t('lists.report.head.original'), width: 24 },
      { heading: t('lists.report.column.status'), width: 20 },
      { heading: t('lists.report.head.late'), width: 14 },
      { heading: t('lists.report.head.early'), width: 14 },
      { heading: t('lists.report.head.note'), width: 26 },
    ],
    rows: areas.flatMap((area) =>
      area.sessions.flatMap((session) =>
        session.people.map((person) => [
          ...sessionCells(date, area, session),
          ...[person.family, person.given, person.original],
          markWord(person),
          ...[person.late, person.early, noteText(person)],
        ]),
      ),
    ),
  };
}

/** The report as a workbook: the figures, the sessions and, in the form with names, a line for every attendance. */
export async function dayReportWorkbook(report: PrintedDayReport): Promise<Uint8Array> {
  const sheets = [overview(report), sessionSheet(report)];
  return await writeWorkbook(report.form === 'names' ? [...sheets, attendanceSheet(report)] : sheets);
}
