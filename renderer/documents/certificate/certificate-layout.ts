/**
 * Puts a certificate's pages together. Guarantees that nothing overlaps or is cut: every piece knows its height before
 * it has a place, and a place is given only where there is room. Long contents first get closer type, then a further
 * page; what a later print has beside the first one stands where nothing moves for it.
 */
import type { TextSetter } from '#renderer/documents/text/text-setter.ts';
import type { Translation } from '#shared/domain/certificates/template.ts';
import { certificateBody } from './body.ts';
import { type Closing, closingOf } from './closing.ts';
import { footPiece, headPiece, marksPiece } from './head-and-foot.ts';
import type { LogoKeys } from './logo-bar.ts';
import { frameOf } from './ornaments.ts';
import { arranged, type FilledPage, heightOf, paged } from './paging.ts';
import { type Paper, paperOf } from './paper-of.ts';
import { moved, nothing, type Placed } from './pieces.ts';
import type { PrintedCertificate } from './printed-certificate.ts';
import type { BodyPiece, Density, Setting } from './setting.ts';
import { translationBlock, translationPage } from './translation-block.ts';

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
  { type: 0.88, space: 0.42 },
  { type: 0.88, space: 0.3 },
];
/** Of what takes several pages. */
const several: Density = { type: 0.94, space: 0.6 };
/** A certificate that is surely of several pages: its foot has a line that says which one it is. */
const manyPages = 9;

/** What signatures, logos and code together take of a page at most. */
const mostOfPage = 0.6;

/** What the pages of one certificate have in common. */
interface Plan {
  readonly certificate: PrintedCertificate;
  readonly setting: Setting;
  readonly textRoom: TextRoomOf;
  readonly closing: Closing;
  /** Of its foot with the space above it. */
  readonly closingRoom: number;
}

/** The German text, and the logos that have no room beside the signatures. */
function germanBody({ certificate, closing }: Plan, setting: Setting): BodyPiece[] {
  const logos = closing.before.map((row, at): BodyPiece => ({ ...row, above: at === 0 ? 16 : 4 }));
  return [...certificateBody(certificate, setting), ...logos];
}

/** Where the text of a page may stand. */
interface TextRoom {
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

/** Where the text of a page may stand, of how many pages. */
type TextRoomOf = (page: number, count: number) => TextRoom;

/** Head and foot of a page are measured once, however often it is asked how much room they leave. */
function textRooms(certificate: PrintedCertificate, setting: Setting): TextRoomOf {
  const known = new Map<string, TextRoom>();
  return (page, count) => {
    const key = `${page} ${count}`;
    const room = known.get(key) ?? textRoomNow(certificate, setting, page, count);
    known.set(key, room);
    return room;
  };
}

function textRoomNow(
  certificate: PrintedCertificate,
  setting: Setting,
  page: number,
  count: number,
): TextRoom {
  const { paper } = setting;
  const { space } = paper.scale;
  const head = headPiece(certificate, page, setting).height;
  const foot = footPiece(certificate, { page, count }, setting).height;
  const top = Math.max(paper.bodyTop, paper.headTop + head + 14 * space);
  const bottom = paper.bottom - foot - 8 * space;
  return { top, bottom, height: bottom - top };
}

/** One page in the most airy setting that it fits in, among so many pages. */
function onOnePage(
  plan: Plan,
  count: number,
  bodyIn: (setting: Setting) => BodyPiece[],
): FilledPage[] | undefined {
  const room = plan.textRoom(1, count).height - plan.closingRoom;
  for (const density of densities) {
    const pieces = bodyIn({ ...plan.setting, density });
    const height = heightOf(pieces);
    if (height <= room) return [{ pieces, height }];
  }
  return undefined;
}

/** The German text on as many pages as it takes. @param count of the pages if it takes one only. */
function germanPages(plan: Plan, count: number): FilledPage[] {
  const bodyIn = (setting: Setting): BodyPiece[] => germanBody(plan, setting);
  const single = onOnePage(plan, count, bodyIn);
  if (single) return single;
  const body = bodyIn({ ...plan.setting, density: several });
  return paged(body, (page) => plan.textRoom(page, manyPages).height, plan.closingRoom);
}

/** The German page with the translation below the text, if there is room for it. */
function withTranslation(plan: Plan, translation: Translation): FilledPage[] | undefined {
  return onOnePage(plan, 1, (setting) => [
    ...germanBody(plan, setting),
    translationBlock(plan.certificate, translation, setting),
  ]);
}

/** All pages, and how many of them are German. */
function filledPages(plan: Plan): { readonly pages: readonly FilledPage[]; readonly german: number } {
  const { translation } = plan.certificate;
  if (translation === null) {
    const pages = germanPages(plan, 1);
    return { pages, german: pages.length };
  }
  const together = translation.place === 'block' ? withTranslation(plan, translation) : undefined;
  if (together) return { pages: together, german: 1 };
  const german = germanPages(plan, manyPages);
  const translated = paged(
    translationPage(plan.certificate, translation, plan.setting),
    () => plan.textRoom(manyPages, manyPages).height,
    0,
  );
  return { pages: [...german, ...translated], german: german.length };
}

/** Lays out a certificate: its German pages, the last of which is signed, then those of a translation. */
export function certificatePages(
  certificate: PrintedCertificate,
  setter: TextSetter,
  logos: LogoKeys,
): LaidPage[] {
  const { content } = certificate.template;
  const paper = paperOf(content);
  const setting: Setting = { setter, paper, density: { type: 1, space: 1 } };
  const textRoom = textRooms(certificate, setting);
  const { height: pageRoom } = textRoom(manyPages, manyPages);
  const closing = closingOf(certificate, setting, logos, pageRoom * mostOfPage);
  const closingRoom = closing.foot.height + 18 * paper.scale.space;
  const plan: Plan = { certificate, setting, textRoom, closing, closingRoom };
  const { pages, german } = filledPages(plan);
  return pages.map((filled, at): LaidPage => {
    const page = at + 1;
    const { top, bottom, height } = plan.textRoom(page, pages.length);
    const isSigned = page === german;
    const body = arranged(filled, height - (isSigned ? plan.closingRoom : 0), content);
    const end = isSigned ? closing.foot : nothing;
    const foot = footPiece(certificate, { page, count: pages.length }, setting);
    return {
      paper,
      parts: [
        ...frameOf(paper, content),
        ...moved(marksPiece(certificate, setting).parts, paper.left, paper.markTop),
        ...moved(headPiece(certificate, page, setting).parts, paper.left, paper.headTop),
        ...moved(body.parts, paper.left, top),
        ...moved(end.parts, paper.left, bottom - end.height),
        ...moved(foot.parts, paper.left, paper.bottom - foot.height),
      ],
    };
  });
}
