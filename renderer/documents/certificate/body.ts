import { documentText as t } from '#renderer/documents/document-texts.ts';
import { colour } from '#renderer/documents/paper.ts';
import type { TemplateBlock } from '#shared/domain/certificates/template.ts';
import { contentsPieces } from './contents.ts';
import { factsPieces } from './facts.ts';
import { birthText, filledLines, levelText } from './field-values.ts';
import { titleOrnament } from './ornaments.ts';
import { fittedPiece, type Piece, stacked, textPiece } from './pieces.ts';
import type { PrintedCertificate } from './printed-certificate.ts';
import { type BodyPiece, type Setting, spaceOf, typeOf } from './setting.ts';

const alignment = { start: 'left', center: 'center' } as const;
/** German sentences, also one that begins with a name in Arabic letters. */
const sentence = { direction: 'ltr' } as const;
/** Large text becomes a little smaller where that keeps it on one line. */
const textSizes = { small: [9], normal: [10.5], large: [15, 14, 13] } as const;

function titlePiece(certificate: PrintedCertificate, setting: Setting): BodyPiece {
  const { setter, paper, density } = setting;
  const { title, align, colours } = certificate.template.content;
  const style = {
    ...{ ...sentence, width: paper.textWidth, align: alignment[align] },
    ...{ bold: true, color: colours.primary },
  };
  const sizes = (align === 'center' ? [38, 34, 30, 26, 22] : [28, 26, 24, 22]).map(
    (size) => size * paper.scale.type * Math.max(0.85, density.type),
  );
  const text = fittedPiece(setter, filledLines(title, certificate).join(' '), style, sizes, 1);
  return {
    ...stacked([text, spaceOf(setting, 8), titleOrnament(paper, certificate.template.content)]),
    above: 0,
  };
}

function namePiece(
  certificate: PrintedCertificate,
  block: Extract<TemplateBlock, { type: 'name' }>,
  setting: Setting,
): Piece {
  const { setter, paper } = setting;
  const align = alignment[certificate.template.content.align];
  const common = { width: paper.textWidth, align };
  const sized = (sizes: readonly number[]): number[] => sizes.map((size) => typeOf(setting, size));
  const bold = { ...common, bold: true };
  const original = block.original ? certificate.originalName : null;
  const birth = block.birth ? birthText(certificate) : null;
  return stacked([
    fittedPiece(setter, certificate.name, bold, sized([26, 22, 20, 17, 15]), 1, sized([15, 13, 11])),
    spaceOf(setting, 3),
    fittedPiece(setter, original ?? '', common, sized([16, 14, 12]), 1, sized([12, 10])),
    spaceOf(setting, 3),
    textPiece(setter, birth ?? '', { ...common, size: typeOf(setting, 11), color: colour.muted }),
  ]);
}

function offerPiece(certificate: PrintedCertificate, setting: Setting): Piece {
  const { setter, paper } = setting;
  const { kind, area, offerTitle, template } = certificate;
  const { align, blocks } = template.content;
  const common = { width: paper.textWidth, align: alignment[align] };
  const tellsLevel = blocks.some((block) => block.type === 'facts' && block.rows.includes('level'));
  const areaName = t(`certificate.area.${area}`);
  const level = tellsLevel ? null : levelText(certificate);
  const about = level === null ? areaName : t('certificate.areaAndLevel', { area: areaName, level });
  return stacked([
    fittedPiece(
      setter,
      offerTitle,
      { ...common, bold: true },
      [16, 14, 12].map((size) => typeOf(setting, size)),
      2,
    ),
    spaceOf(setting, 2),
    textPiece(setter, kind === 'honour' ? '' : about, {
      ...common,
      size: typeOf(setting, 11),
      color: colour.muted,
    }),
  ]);
}

function piecesOf(certificate: PrintedCertificate, block: TemplateBlock, setting: Setting): BodyPiece[] {
  switch (block.type) {
    case 'text': {
      const style = { ...sentence, width: setting.paper.textWidth, align: alignment[block.align] };
      const sizes = textSizes[block.size].map((size) => typeOf(setting, size));
      return filledLines(block.text, certificate).map((line, at) => ({
        ...fittedPiece(setting.setter, line, style, sizes, 1),
        above: at === 0 ? spaceOf(setting, 18) : spaceOf(setting, 2),
      }));
    }
    case 'name':
      return [{ ...namePiece(certificate, block, setting), above: spaceOf(setting, 16) }];
    case 'offer':
      return [{ ...offerPiece(certificate, setting), above: spaceOf(setting, 9) }];
    case 'facts':
      return factsPieces(certificate, block.rows, setting);
    case 'contents':
      return contentsPieces(certificate, setting);
  }
}

/** Everything between the page's head and the signatures, from the top downwards. */
export function certificateBody(certificate: PrintedCertificate, setting: Setting): BodyPiece[] {
  const blocks = certificate.template.content.blocks.flatMap((block) =>
    piecesOf(certificate, block, setting),
  );
  return [titlePiece(certificate, setting), ...blocks].filter(({ height }) => height > 0);
}
