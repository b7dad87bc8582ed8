import { documentText as t } from '#renderer/documents/document-texts.ts';
import { colour } from '#renderer/documents/paper.ts';
import { proofCodeBars, proofCodeMm, quietModules } from '#renderer/documents/proof-code.ts';
import { nothing, type Piece, stacked, textPiece } from './pieces.ts';
import type { PrintedCertificate } from './printed-certificate.ts';
import type { Setting } from './setting.ts';

/** The side of the code without its quiet zone: exactly 25 mm on every paper. */
const side = (proofCodeMm / 25.4) * 72;

/** The signed code with its quiet zone, and below it what it is for. */
export function proofMark({ proof, checkPage }: PrintedCertificate, { setter }: Setting): Piece {
  if (proof === null) return nothing;
  const { modules, bars } = proofCodeBars(proof, checkPage);
  const quiet = (side * quietModules) / modules;
  const whole = side + 2 * quiet;
  // The quiet zone belongs to the code: nothing may stand in it.
  const box = { x: 0, y: 0, width: whole, height: whole };
  const code: Piece = {
    height: whole,
    parts: [{ ...box, mark: { kind: 'code', modules, bars, side, quiet } }],
  };
  const caption = textPiece(setter, t('certificate.proof'), {
    ...{ width: whole, size: 6.5, color: colour.muted, align: 'center' },
  });
  return stacked([code, caption]);
}
