import { documentText as t } from '#renderer/documents/document-texts.ts';
import { colour } from '#renderer/documents/paper.ts';
import { proofCodeMm, proofCodePath, quietModules } from '#renderer/documents/proof-code.ts';
import { nothing, type Piece, stacked, textPiece } from './pieces.ts';
import type { PrintedCertificate } from './printed-certificate.ts';
import type { Setting } from './setting.ts';

/** The side of the code without its quiet zone: exactly 25 mm on every paper. */
const side = (proofCodeMm / 25.4) * 72;

/** The signed code with its quiet zone, and below it what it is for. */
export function proofMark({ proof }: PrintedCertificate, { setter }: Setting): Piece {
  if (proof === null) return nothing;
  const { modules, path } = proofCodePath(proof);
  const whole = side * (1 + (2 * quietModules) / modules);
  const from = (whole - side) / 2;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules} ${modules}"><path d="${path}" fill="#000000"/></svg>`;
  const code: Piece = {
    height: whole,
    parts: [
      // The quiet zone belongs to the code: nothing may stand in it.
      {
        ...{ x: 0, y: 0, width: whole, height: whole },
        content: { svg, width: side, height: side, margin: [from, from, 0, 0] },
      },
    ],
  };
  const caption = textPiece(setter, t('certificate.proof'), {
    ...{ width: whole, size: 6.5, color: colour.muted, align: 'center' },
  });
  return stacked([code, caption]);
}
