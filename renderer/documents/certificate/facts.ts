import { documentText as t } from '#renderer/documents/document-texts.ts';
import { colour, mm } from '#renderer/documents/paper.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { FactRow } from '#shared/domain/certificates/template.ts';
import { levelText, resultText } from './field-values.ts';
import { beside, rule, stacked, textPiece } from './pieces.ts';
import type { PrintedCertificate } from './printed-certificate.ts';
import { type BodyPiece, type Setting, spaceOf, typeOf } from './setting.ts';

function period({ periodFrom, periodTo }: PrintedCertificate): string {
  if (periodFrom === periodTo) return germanDate(periodFrom);
  return t('certificate.periodRange', { from: germanDate(periodFrom), to: germanDate(periodTo) });
}

/** What a row says; `null`: nothing on this certificate. */
const values: Readonly<Record<FactRow, (certificate: PrintedCertificate) => string | null>> = {
  period,
  units: ({ ueAttended, ueOffered }) =>
    t('certificate.unitsAttended', { attended: ueAttended, count: ueOffered }),
  module: ({ module }) => module?.title ?? null,
  level: levelText,
  result: resultText,
  provider: ({ facility }) => facility.name,
  partners: ({ partners }) => (partners.length === 0 ? null : partners.map(({ name }) => name).join(', ')),
};

/** The table of facts, a row a piece, with a hairline above and below each. */
export function factsPieces(
  certificate: PrintedCertificate,
  rows: readonly FactRow[],
  setting: Setting,
): BodyPiece[] {
  const { setter, paper } = setting;
  const labelWidth = mm(42) * paper.scale.type;
  const gap = 8;
  const hairline = rule(paper.textWidth, colour.line, 0.4);
  return rows
    .flatMap((row) => {
      const value = values[row](certificate);
      return value === null ? [] : [{ row, value }];
    })
    .map(({ row, value }, at): BodyPiece => {
      const label = textPiece(setter, t(`certificate.${row}`), {
        ...{ width: labelWidth - gap, size: typeOf(setting, 9.5), color: colour.muted },
      });
      const long = row === 'partners' && certificate.partners.length > 6;
      const text = textPiece(setter, value, {
        ...{ width: paper.textWidth - labelWidth, size: typeOf(setting, long ? 9 : 10.5) },
      });
      const line = beside([
        { x: 0, piece: stacked([{ height: 0.7, parts: [] }, label]) },
        { x: labelWidth, piece: text },
      ]);
      const padding = spaceOf(setting, 3.5);
      const parts = [...(at === 0 ? [hairline, padding] : [padding]), line, padding, hairline];
      return { ...padded(parts), above: at === 0 ? spaceOf(setting, 18) : 0 };
    });
}

/** Like `stacked`, with the space at the beginning kept. */
function padded(parts: Parameters<typeof stacked>[0]): ReturnType<typeof stacked> {
  return stacked([{ height: 0.001, parts: [] }, ...parts]);
}
