import type { TemplateContent } from '#shared/domain/certificates/template.ts';
import { moved, type Piece, stacked } from './pieces.ts';
import type { BodyPiece } from './setting.ts';

type Look = Pick<TemplateContent, 'frame' | 'align'>;

/** What stands on a page, and how high it is. */
export interface FilledPage {
  readonly pieces: readonly BodyPiece[];
  readonly height: number;
}

export const heightOf = (pieces: readonly BodyPiece[]): number =>
  pieces.reduce((sum, { height, above }, at) => sum + height + (at === 0 ? 0 : above), 0);

/** How many of the pieces a page takes: at least one, and none that leads to a piece on the next page. */
function takenBy(pieces: readonly BodyPiece[], room: number): number {
  let count = 0;
  while (count < pieces.length && heightOf(pieces.slice(0, count + 1)) <= room) count += 1;
  while (count > 1 && count < pieces.length && pieces[count - 1]?.leads) count -= 1;
  return Math.max(1, count);
}

/** Distributes pieces over pages; the last one leaves room for what closes it. */
export function paged(
  pieces: readonly BodyPiece[],
  room: (page: number) => number,
  closing: number,
): FilledPage[] {
  const pages: FilledPage[] = [];
  let rest = pieces;
  for (;;) {
    const free = room(pages.length + 1);
    if (heightOf(rest) + closing <= free) return [...pages, { pieces: rest, height: heightOf(rest) }];
    // What is left fits, but not with the closing: the last piece goes on to the next page with it.
    const taken = Math.min(takenBy(rest, free), Math.max(1, rest.length - 1));
    const own = rest.slice(0, taken);
    pages.push({ pieces: own, height: heightOf(own) });
    rest = rest.slice(taken);
    if (rest.length === 0) return [...pages, { pieces: [], height: 0 }];
  }
}

/** The pieces of a page from the top; on a framed page the space that is left is shared out between them. */
export function arranged({ pieces, height }: FilledPage, free: number, { frame, align }: Look): Piece {
  const gaps = pieces.slice(1).reduce((sum, { above }) => sum + above, 0);
  const most = align === 'center' ? 2 : 1.5;
  const factor = frame === 'none' || gaps === 0 ? 1 : Math.min(most, 1 + Math.max(0, free - height) / gaps);
  const piece = stacked(pieces.flatMap((one, at) => (at === 0 ? [one] : [one.above * factor, one])));
  const left = Math.max(0, free - piece.height);
  // A centred text stands a little above the middle of its room.
  if (frame === 'none' || align !== 'center') return piece;
  return { height: piece.height, parts: moved(piece.parts, 0, Math.min(left * 0.35, 60)) };
}
