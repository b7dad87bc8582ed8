import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstChoice } from '#renderer/documents/desk/print-choices.ts';
import { printOrder } from '#renderer/documents/desk/print-order.ts';

const parts = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 8 });
const sum = (lengths: readonly number[]): number => lengths.reduce((all, one) => all + one, 0);

/** The part that a page belongs to. */
function partOf(lengths: readonly number[], page: number): number {
  let end = 0;
  return lengths.findIndex((length) => {
    end += length;
    return page <= end;
  });
}

describe('the order of pages', () => {
  it('is every page once, from the one that was asked for', () => {
    expect(printOrder(3, 1, { duplex: false, copies: 1 })).toEqual([1, 2, 3]);
    expect(printOrder(3, 2, { duplex: false, copies: 2 })).toEqual([2, 3]);
    expect(printOrder(3, 9, { duplex: false, copies: 1 })).toEqual([3]);
  });

  it('on both sides leaves backs empty between people, and begins again with a whole sheet', () => {
    const sides = { duplex: true, copies: 1, parts: [1, 2, 1] };
    expect(printOrder(4, 1, sides)).toEqual([1, null, 2, 3, 4]);
    expect(printOrder(4, 3, sides)).toEqual([2, 3, 4]);
    expect(printOrder(4, 1, { ...sides, copies: 2 })).toEqual([1, null, 2, 3, 4, null]);
  });

  it("never puts one person's page on the back of another's, and loses none", () => {
    fc.assert(
      fc.property(parts, fc.nat(40), fc.integer({ min: 1, max: 3 }), (lengths, at, copies) => {
        const count = sum(lengths);
        const from = 1 + (at % count);
        const order = printOrder(count, from, { duplex: true, copies, parts: lengths });
        const numbers = order.filter((page) => page !== null);
        for (let page = from; page <= count; page += 1) expect(numbers).toContain(page);
        expect(new Set(numbers).size).toBe(numbers.length);
        for (let sheet = 0; sheet < order.length; sheet += 2) {
          const [front, back] = [order[sheet], order[sheet + 1]];
          expect(front).not.toBeNull();
          if (typeof front === 'number' && typeof back === 'number')
            expect(partOf(lengths, back)).toBe(partOf(lengths, front));
        }
        // The next copy begins on a front.
        if (copies > 1) expect(order.length % 2).toBe(0);
      }),
    );
  });
});

describe('what the dialog begins with', () => {
  const printers = [{ name: 'office', label: 'Büro' }];
  const last = { printer: 'office', copies: 3, duplex: 'off' } as const;

  it('is what was used last', () => {
    expect(firstChoice(printers, last, false)).toEqual({ choice: last, gone: null });
    expect(firstChoice(printers, null, false)).toEqual({
      choice: { printer: null, copies: 1, duplex: 'off' },
      gone: null,
    });
  });

  it('is both sides where there are second pages, and says that a printer is gone', () => {
    expect(firstChoice([], last, true)).toEqual({
      choice: { printer: null, copies: 3, duplex: 'long-edge' },
      gone: 'office',
    });
  });
});
