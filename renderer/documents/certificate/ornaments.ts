/** Frames and ornaments: lines only, so that they print the same in black and white. */
import type { Shape } from '#renderer/documents/drawing/marks.ts';
import { mm } from '#renderer/documents/paper.ts';
import type { TemplateContent } from '#shared/domain/certificates/template.ts';
import type { Paper } from './paper-of.ts';
import { nothing, type Piece, type Placed, rule, shapesPiece } from './pieces.ts';

type Look = Pick<TemplateContent, 'frame' | 'colours' | 'align'>;

const rectangle = (inset: number, paper: Paper, lineWidth: number, lineColor: string): Shape => ({
  ...{ type: 'rect', x: inset, y: inset, w: paper.width - 2 * inset, h: paper.height - 2 * inset },
  ...{ lineWidth, lineColor },
});

/** Two lines that meet in each corner of the page, and a small square within. */
function corners(paper: Paper, { primary, accent }: TemplateContent['colours']): Shape[] {
  const inset = paper.frame;
  const length = mm(26) * paper.scale.space;
  const square = mm(2.4) * paper.scale.space;
  const inner = inset + mm(1.6);
  return [
    [inset, inset, 1, 1],
    [paper.width - inset, inset, -1, 1],
    [inset, paper.height - inset, 1, -1],
    [paper.width - inset, paper.height - inset, -1, -1],
  ].flatMap(([x = 0, y = 0, right = 1, down = 1]): Shape[] => {
    const points = [
      { x: x + right * length, y },
      { x, y },
      { x, y: y + down * length },
    ];
    const step = inner - inset;
    return [
      { type: 'polyline', points, lineWidth: 1.6, lineColor: primary },
      {
        type: 'rect',
        x: right > 0 ? x + step : x - step - square,
        y: down > 0 ? y + step : y - step - square,
        ...{ w: square, h: square, color: accent },
      },
    ];
  });
}

/** The frame around a page. */
export function frameOf(paper: Paper, { frame, colours }: Look): Placed[] {
  const inset = paper.frame;
  const shapes: Record<TemplateContent['frame'], Shape[]> = {
    none: [],
    line: [
      rectangle(inset, paper, 0.8, colours.primary),
      // A band along the upper edge, as on a folder's tab.
      {
        ...{ type: 'rect', x: inset, y: inset, w: paper.width - 2 * inset, h: 4 * paper.scale.space },
        color: colours.primary,
      },
    ],
    double: [rectangle(inset, paper, 1.8, colours.primary), rectangle(inset + 4, paper, 0.6, colours.accent)],
    corners: corners(paper, colours),
  };
  if (frame === 'none') return [];
  const whole = { x: 0, y: 0, width: paper.width, height: paper.height };
  return [{ ...whole, behind: true, mark: { kind: 'shapes', shapes: shapes[frame] } }];
}

/** What stands below the title. */
export function titleOrnament(paper: Paper, { frame, colours, align }: Look): Piece {
  if (frame === 'none') return nothing;
  const scale = paper.scale.space;
  if (align === 'start') return rule(mm(16) * scale, colours.accent, 2.4);
  const side = 3.2 * scale + 0.8;
  const arm = mm(22) * scale;
  const middle = paper.textWidth / 2;
  const line = (from: number, to: number): Shape => ({
    ...{ type: 'line', x1: from, x2: to, y1: side, y2: side, lineWidth: 0.8, lineColor: colours.accent },
  });
  const diamond: Shape = {
    type: 'polyline',
    closePath: true,
    color: colours.accent,
    points: [
      { x: middle, y: 0 },
      { x: middle + side, y: side },
      { x: middle, y: 2 * side },
      { x: middle - side, y: side },
    ],
  };
  const shapes = [line(middle - arm, middle - 2.5 * side), diamond, line(middle + 2.5 * side, middle + arm)];
  return shapesPiece(paper.textWidth, 2 * side, shapes);
}
