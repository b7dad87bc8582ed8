import { documentText as t } from '#renderer/documents/document-texts.ts';
import { colour } from '#renderer/documents/paper.ts';
import type { Translation } from '#shared/domain/certificates/template.ts';
import { moved, type Piece, rule, stacked, textPiece } from './pieces.ts';
import type { PrintedCertificate } from './printed-certificate.ts';
import { type BodyPiece, type Setting, spaceOf, typeOf } from './setting.ts';
import { certificateTranslation } from './translation-texts.ts';

/** The translation's pieces in its own direction, below a heading that says in German and in its language what it is. */
function translationPieces(
  certificate: PrintedCertificate,
  { language }: Translation,
  setting: Setting,
  sizes: { readonly title: number; readonly line: number; readonly note: number },
  width: number,
): BodyPiece[] {
  const { setter } = setting;
  const translated = certificateTranslation(certificate, language);
  const { primary } = certificate.template.content.colours;
  const common = { width, direction: translated.direction, language: translated.language } as const;
  const small = { size: typeOf(setting, sizes.note), color: colour.muted };
  const heading = stacked([
    textPiece(setter, t('certificate.translation'), { width, ...small }),
    textPiece(setter, translated.note, { ...common, ...small }),
  ]);
  const title = textPiece(setter, translated.title, {
    ...{ ...common, bold: true, color: primary, size: typeOf(setting, sizes.title) },
  });
  return [
    { ...heading, above: 0, leads: true },
    { ...title, above: spaceOf(setting, sizes.title / 2), leads: true },
    ...translated.lines.map((line, at) => ({
      ...textPiece(setter, line, { ...common, size: typeOf(setting, sizes.line) }),
      above: spaceOf(setting, at === 0 ? sizes.title / 2 : sizes.line / 3),
    })),
  ];
}

/** The translation as one piece below the German text, marked off by a line before it. */
export function translationBlock(
  certificate: PrintedCertificate,
  translation: Translation,
  setting: Setting,
): BodyPiece {
  const { paper } = setting;
  const indent = 10;
  const sizes = { title: 10.5, line: 9, note: 7.5 };
  const width = paper.textWidth - 2 * indent;
  const pieces = translationPieces(certificate, translation, setting, sizes, width);
  const text = stacked(pieces.flatMap((piece) => [piece.above, piece]));
  const edge = (): Piece => rule(paper.textWidth, colour.line, 0.5);
  const inner: Piece = { height: text.height, parts: moved(text.parts, indent, 0) };
  return { ...stacked([edge(), 4, inner, 4, edge()]), above: spaceOf(setting, 14) };
}

/** The translation for pages of its own, after the German ones. */
export function translationPage(
  certificate: PrintedCertificate,
  translation: Translation,
  setting: Setting,
): BodyPiece[] {
  const sizes = { title: 22, line: 11.5, note: 9 };
  return translationPieces(certificate, translation, setting, sizes, setting.paper.textWidth);
}
