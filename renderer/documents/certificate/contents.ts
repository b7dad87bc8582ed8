import { documentText as t } from '#renderer/documents/document-texts.ts';
import { beside, type Piece, textPiece } from './pieces.ts';
import type { PrintedCertificate } from './printed-certificate.ts';
import { type BodyPiece, type Setting, spaceOf, typeOf } from './setting.ts';

const bulletWidth = 11;

function bullet(text: string, size: number, width: number, color: string, { setter }: Setting): Piece {
  return beside([
    { x: 0, piece: textPiece(setter, '•', { size, width: bulletWidth, color }) },
    { x: bulletWidth, piece: textPiece(setter, text, { size, width: width - bulletWidth }) },
  ]);
}

/** The list of contents: one column for a few lines, two for many short ones, smaller type for much text. */
export function contentsPieces(certificate: PrintedCertificate, setting: Setting): BodyPiece[] {
  const { contents, template } = certificate;
  const { setter, paper } = setting;
  const { align, colours } = template.content;
  if (contents.length === 0) return [];
  const heading: BodyPiece = {
    ...textPiece(setter, t('certificate.contents'), {
      ...{ width: paper.textWidth, size: typeOf(setting, 10.5), bold: true, color: colours.primary },
      align: align === 'center' ? 'center' : 'left',
    }),
    ...{ above: spaceOf(setting, 16), leads: true },
  };
  const isLong = contents.join('').length > 700 || contents.length > 10;
  const size = typeOf(setting, isLong ? 9 : 10);
  const above = (at: number): number => spaceOf(setting, at === 0 ? 4 : 2);
  if (align === 'center') {
    const style = { width: paper.textWidth, size, align: 'center' } as const;
    return [
      heading,
      ...contents.map((text, at) => ({ ...textPiece(setter, text, style), above: above(at) })),
    ];
  }
  const gap = 16;
  const column = (paper.textWidth - gap) / 2;
  const bullets = (width: number): Piece[] =>
    contents.map((text) => bullet(text, size, width, colours.primary, setting));
  const narrow = contents.length > 6 ? bullets(column) : [];
  const [least = 0] = narrow.map(({ height }) => height).toSorted((one, other) => one - other);
  if (narrow.length === 0 || narrow.some(({ height }) => height > least + 0.01))
    return [heading, ...bullets(paper.textWidth).map((piece, at) => ({ ...piece, above: above(at) }))];
  const half = Math.ceil(narrow.length / 2);
  const rows = narrow.slice(0, half).map((piece, at) => {
    const right = narrow[half + at];
    return beside([{ x: 0, piece }, ...(right ? [{ x: column + gap, piece: right }] : [])]);
  });
  return [heading, ...rows.map((piece, at) => ({ ...piece, above: above(at) }))];
}
