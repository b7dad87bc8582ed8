/**
 * Puts a certificate's pages together. Guarantees that nothing overlaps or is cut: every piece knows its height before
 * it has a place, and a place is given only where there is room. Long contents first get closer type, then a further page.
 */
import type { TextSetter } from '#renderer/documents/text/text-setter.ts';
import { certificateBody } from './body.ts';
import { closingPiece } from './closing.ts';
import { footPiece, headPiece, marksPiece } from './head-and-foot.ts';
import type { LogoKeys } from './logo-bar.ts';
import { frameOf } from './ornaments.ts';
import { type Paper, paperOf } from './paper-of.ts';
import { moved, nothing, type Piece, type Placed, stacked } from './pieces.ts';
import type { PrintedCertificate } from './printed-certificate.ts';
import type { BodyPiece, Density, Setting } from './setting.ts';

/** A page with everything at its place. */
export interface LaidPage {
  readonly paper: Paper;
  readonly parts: readonly Placed[];
}

/** From airy to close. */
const densities: readonly Density[] = [
  { type: 1, space: 1 },
  { type: 1, space: 0.75 },
  { type: 0.94, space: 0.6 },
  { type: 0.88, space: 0.45 },
];

/** Pages are filled with pieces; `space` is what may be added between those of a page. */
interface FilledPage {
  readonly pieces: readonly BodyPiece[];
  readonly height: number;
}

const heightOf = (pieces: readonly BodyPiece[]): number =>
  pieces.reduce((sum, { height, above }, at) => sum + height + (at === 0 ? 0 : above), 0);

/** How many of the pieces a page takes: at least one, and none that leads to a piece on the next page. */
function takenBy(pieces: readonly BodyPiece[], room: number): number {
  let count = 0;
  while (count < pieces.length && heightOf(pieces.slice(0, count + 1)) <= room) count += 1;
  while (count > 1 && count < pieces.length && pieces[count - 1]?.leads) count -= 1;
  return Math.max(1, count);
}

/** Distributes the body over pages; the last one leaves room for the closing. */
function paged(pieces: readonly BodyPiece[], room: (page: number) => number, closing: number): FilledPage[] {
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
function arranged({ pieces, height }: FilledPage, free: number, certificate: PrintedCertificate): Piece {
  const { frame, align } = certificate.template.content;
  const gaps = pieces.slice(1).reduce((sum, { above }) => sum + above, 0);
  const most = align === 'center' ? 2 : 1.5;
  const factor = frame === 'none' || gaps === 0 ? 1 : Math.min(most, 1 + Math.max(0, free - height) / gaps);
  const piece = stacked(pieces.flatMap((one, at) => (at === 0 ? [one] : [one.above * factor, one])));
  const left = Math.max(0, free - piece.height);
  // A centred text stands a little above the middle of its room.
  if (frame === 'none' || align !== 'center') return piece;
  return { height: piece.height, parts: moved(piece.parts, 0, Math.min(left * 0.35, 60)) };
}

interface Frame {
  readonly top: number;
  readonly bottom: number;
}

/** Lays out a certificate. */
export function certificatePages(
  certificate: PrintedCertificate,
  setter: TextSetter,
  logos: LogoKeys,
): LaidPage[] {
  const paper = paperOf(certificate.template.content);
  const { space } = paper.scale;
  const setting: Setting = { setter, paper, density: { type: 1, space: 1 } };
  const closing = closingPiece(certificate, setting, logos);
  const closingRoom = closing.height + 18 * space;
  const fullFoot = footPiece(certificate, { page: 9, count: 9 }, setting).height;
  const singleFoot = footPiece(certificate, { page: 1, count: 1 }, setting).height;
  const frameOfText = (page: number, foot: number): Frame => {
    const head = headPiece(certificate, page, setting).height;
    return {
      top: Math.max(paper.bodyTop, paper.headTop + head + 14 * space),
      bottom: paper.bottom - foot - 8 * space,
    };
  };
  const roomOn = (foot: number) => (page: number) => {
    const { top, bottom } = frameOfText(page, foot);
    return bottom - top;
  };
  const bodies = densities.map((density) => () => certificateBody(certificate, { ...setting, density }));
  const single = bodies.find((body) => heightOf(body()) + closingRoom <= roomOn(singleFoot)(1));
  const pages = single
    ? [{ pieces: single(), height: heightOf(single()) }]
    : paged(bodies.at(-2)?.() ?? [], roomOn(fullFoot), closingRoom);
  return pages.map((filled, at): LaidPage => {
    const isLast = at === pages.length - 1;
    const pageOf = { page: at + 1, count: pages.length };
    const foot = footPiece(certificate, pageOf, setting);
    const { top, bottom } = frameOfText(at + 1, single ? foot.height : fullFoot);
    const own = isLast ? closing : nothing;
    const body = arranged(filled, bottom - top - (isLast ? closingRoom : 0), certificate);
    return {
      paper,
      parts: [
        ...frameOf(paper, certificate.template.content),
        ...moved(marksPiece(certificate, setting).parts, paper.left, paper.markTop),
        ...moved(headPiece(certificate, at + 1, setting).parts, paper.left, paper.headTop),
        ...moved(body.parts, paper.left, top),
        ...moved(own.parts, paper.left, bottom - own.height),
        ...moved(foot.parts, paper.left, paper.bottom - foot.height),
      ],
    };
  });
}
