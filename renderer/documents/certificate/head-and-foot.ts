import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { AcrossThePage } from '#renderer/documents/drawing/marks.ts';
import { colour, mm } from '#renderer/documents/paper.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { filledLines, numberText } from './field-values.ts';
import { beside, fittedPiece, nothing, type Piece, rule, stacked, textPiece } from './pieces.ts';
import type { PrintedCertificate } from './printed-certificate.ts';
import type { Setting } from './setting.ts';

const brick = '#93301F';

/** Which page of the certificate it is, counted from 1. */
export interface PageOf {
  readonly page: number;
  readonly count: number;
}

/** Facility and programme over a rule; further pages say below it whose they are. */
export function headPiece(certificate: PrintedCertificate, page: number, setting: Setting): Piece {
  const { setter, paper } = setting;
  const { facility, name, template } = certificate;
  const { align, colours, title } = template.content;
  const { type, space } = paper.scale;
  const style = { width: paper.textWidth, align: align === 'center' ? 'center' : 'left' } as const;
  const programme = facility.programme ?? '';
  const ruleWidth = align === 'center' ? mm(46) * space : paper.textWidth;
  const continued = (): Piece => {
    const text = t('certificate.continued', { title: filledLines(title, certificate).join(' '), name });
    return textPiece(setter, text, { ...style, size: 8 * type, color: colour.muted, direction: 'ltr' });
  };
  return stacked([
    fittedPiece(setter, facility.name, { ...style, bold: true }, [11.5 * type, 9.5 * type], 1),
    textPiece(setter, programme, { ...style, size: 9 * type, color: colour.muted }),
    7 * space,
    rule(ruleWidth, colours.primary, 1.2, align === 'center' ? (paper.textWidth - ruleWidth) / 2 : 0),
    4 * space,
    page === 1 ? nothing : continued(),
  ]);
}

/** Small print, number and page, at the foot of every page. */
export function footPiece(certificate: PrintedCertificate, pageOf: PageOf, setting: Setting): Piece {
  const { setter, paper } = setting;
  const size = Math.max(6.5, 8 * paper.scale.type);
  const gap = 12;
  const numberWidth = mm(44) * Math.max(0.85, paper.scale.type);
  const textWidth = paper.textWidth - numberWidth - gap;
  const small = filledLines(certificate.template.content.footer, certificate).map((line) =>
    textPiece(setter, line, { width: textWidth, size, color: colour.muted, direction: 'ltr' }),
  );
  const right = { width: numberWidth, align: 'right', size } as const;
  const page = pageOf.count > 1 ? t('page', { ...pageOf }) : '';
  return stacked([
    rule(paper.textWidth, colour.line, 0.5),
    4 * paper.scale.space,
    beside([
      { x: 0, piece: stacked(small) },
      {
        x: textWidth + gap,
        piece: stacked([
          textPiece(setter, numberText(certificate), { ...right, bold: true }),
          textPiece(setter, page, { ...right, color: colour.muted }),
        ]),
      },
    ]),
  ]);
}

/** What a later print has beside the first one, above everything else, so that nothing moves. */
export function marksPiece({ copyOn, revokedOn }: PrintedCertificate, { setter, paper }: Setting): Piece {
  const size = Math.max(7.5, 9 * paper.scale.type);
  const half = paper.textWidth / 2;
  const revoked = revokedOn === null ? '' : t('certificate.revokedOn', { date: germanDate(revokedOn) });
  const copy = copyOn === null ? '' : t('certificate.copyOn', { date: germanDate(copyOn) });
  return beside([
    { x: 0, piece: textPiece(setter, revoked, { size, width: half, bold: true, color: brick }) },
    { x: half, piece: textPiece(setter, copy, { size, width: half, bold: true, align: 'right' }) },
  ]);
}

/** A mark across the page, pale enough to read what lies below it. */
export function acrossThePage(
  { number, revokedOn, template }: PrintedCertificate,
  { setter, paper }: Pick<Setting, 'setter' | 'paper'>,
): AcrossThePage | undefined {
  if (number !== null && revokedOn === null) return undefined;
  const isRevoked = revokedOn !== null;
  const text = t(isRevoked ? 'certificate.revoked' : 'certificate.draft');
  const size = (isRevoked ? 72 : 92) * paper.scale.space;
  const width = setter.width(text, { size, bold: true });
  const color = isRevoked ? brick : template.content.colours.primary;
  // Wide enough for every fraction of a point.
  const style = { size, width: width + 1, bold: true, color, align: 'left', lineHeight: 1 } as const;
  const { drawn: lines, height } = setter.set(text, style);
  return { lines, width, height, opacity: isRevoked ? 0.14 : 0.08, angle: -55 };
}
