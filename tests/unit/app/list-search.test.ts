import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import { findings, nothingText } from '#renderer/features/search/findings.ts';
import { drawListNumber } from '#shared/domain/attendance/list-number.ts';
import { inFours } from '#shared/domain/digits.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

const t = ((key: string) => key) as unknown as TFunction<'app'>;
const number = drawListNumber((count) => crypto.getRandomValues(new Uint8Array(count)));
const found = (text: string) => findings(memoryServices(), [], [], text, t).map(({ target }) => target);

it('a printed list is found by its number as typed or scanned, with its page', () => {
  expect(found(number)).toEqual([{ to: `/lists/${number}?page=1` }]);
  expect(found(inFours(number))).toEqual([{ to: `/lists/${number}?page=1` }]);
  expect(found(`${number}02`)).toEqual([{ to: `/lists/${number}?page=2` }]);
});

it('a mistyped number says so', () => {
  const wrong = number.slice(0, 11) + ((Number(number[11]) + 1) % 10);
  expect(found(wrong)).toEqual([]);
  expect(nothingText(wrong, t)).toBe('search.wrongList');
  expect(nothingText('nobody', t)).toBe('search.nothing');
});
