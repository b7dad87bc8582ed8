import type { BadgeLayoutId } from '#renderer/documents/badges/badge-layouts.ts';
import type { PrintedBadge, PrintedBadges } from '#renderer/documents/badges/printed-badges.ts';
import { drawBadgeNumber } from '#shared/domain/badges/badge-number.ts';

const names = [
  ['Mohammad', 'Al-Khatib', 'محمد الخطيب'],
  ['Şükrü', 'Öztürk', null],
  ['Олена', 'Шевченко', null],
  ['Tirhas', 'Gebremedhin', 'ትርሓስ ገብረመድህን'],
  ['Abdirahman Mohamed Hassan', null, null],
  ['Ali', 'Rahimi Golpayegani', 'علی رحیمی گلپایگانی'],
  ['Wolfeschlegelsteinhausenbergerdorff', 'Müller-Lüdenscheidt von Hohenzollern', null],
  ['Jo', 'Li', null],
] as const;

/** Bytes that look drawn and are the same in every run. */
function pseudoRandom(seed: number): (count: number) => Uint8Array {
  let state = seed;
  return (count) =>
    Uint8Array.from({ length: count }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
}

/** `count` badges with names of every kind, in turn. */
export function manyBadges(count: number): PrintedBadge[] {
  const draw = pseudoRandom(20_261_123);
  return Array.from({ length: count }, (_, at) => {
    const [given, family, original] = names[at % names.length] ?? names[0];
    return { number: drawBadgeNumber(draw), given, family, original };
  });
}

export function sheetsOf(
  layout: BadgeLayoutId,
  badges: readonly PrintedBadge[],
  changes: Partial<PrintedBadges> = {},
): PrintedBadges {
  return { facility: 'ZUE Münster', layout, start: 0, offset: { right: 0, down: 0 }, badges, ...changes };
}
