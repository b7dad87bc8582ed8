/** Sheets of badges. Guarantees that every badge lies within its label, whatever is written on it. */
import type { Content } from 'pdfmake/interfaces';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { DocumentDefinition } from '#renderer/documents/engine.ts';
import type { TextSetter } from '#renderer/documents/text/text-setter.ts';
import { badgeFace, type Face } from './badge-face.ts';
import type { BadgeLayout } from './badge-layouts.ts';
import { badgePlaces, type PrintOffset } from './badge-places.ts';

const millimetre = 72 / 25.4;
/** Millimetres: how long a mark is, and how far it stays away from what is kept. */
const mark = { length: 4, gap: 1, cross: 1.5 };

export interface BadgeSheets {
  readonly layout: BadgeLayout;
  readonly start: number;
  readonly offset: PrintOffset;
  readonly faces: readonly Face[];
}

/** Short lines in the margins, and small crosses where four badges meet, to cut along. */
function cutMarks({ columns, rows, ...layout }: BadgeLayout, { right, down }: PrintOffset): Content {
  const [left, top] = [layout.left + right, layout.top + down];
  const across = Array.from({ length: columns + 1 }, (_, at) => left + at * layout.stepRight);
  const along = Array.from({ length: rows + 1 }, (_, at) => top + at * layout.stepDown);
  const [lastAcross = 0, lastAlong = 0] = [across.at(-1), along.at(-1)];
  const far = mark.gap + mark.length;
  const lines = [
    ...across.flatMap((x) => [
      [x, top - far, x, top - mark.gap],
      [x, lastAlong + mark.gap, x, lastAlong + far],
    ]),
    ...along.flatMap((y) => [
      [left - far, y, left - mark.gap, y],
      [lastAcross + mark.gap, y, lastAcross + far, y],
    ]),
    ...across.slice(1, -1).flatMap((x) =>
      along.slice(1, -1).flatMap((y) => [
        [x - mark.cross, y, x + mark.cross, y],
        [x, y - mark.cross, x, y + mark.cross],
      ]),
    ),
  ];
  return {
    absolutePosition: { x: 0, y: 0 },
    canvas: lines.map((line) => {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line.map((each) => each * millimetre);
      return { type: 'line', x1, y1, x2, y2, lineWidth: 0.4, lineColor: '#1D2B2F' };
    }),
  };
}

/** A4 upright. @param onFace called after each badge that is laid out. */
export function badgesDocument(
  { layout, start, offset, faces }: BadgeSheets,
  setter: TextSetter,
  onFace: (done: number) => void,
): DocumentDefinition {
  const places = badgePlaces(layout, { count: faces.length, start, offset });
  const laid = faces.flatMap((face, at) => {
    const place = places[at];
    if (!place) return [];
    const content = badgeFace(face, layout, place, setter);
    onFace(at + 1);
    return [{ sheet: place.sheet, content }];
  });
  const sheets = [...Map.groupBy(laid, ({ sheet }) => sheet).values()];
  return {
    title: t('badges.title'),
    pageMargins: 0,
    content: sheets.map((sheet, at) => ({
      ...(at > 0 ? { pageBreak: 'before' as const } : {}),
      stack: [
        { text: ' ', fontSize: 1 },
        ...(layout.cut ? [cutMarks(layout, offset)] : []),
        ...sheet.flatMap(({ content }) => content),
      ],
    })),
  };
}
