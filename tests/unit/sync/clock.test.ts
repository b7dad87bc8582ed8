import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hybridClock } from '#shared/sync/clock.ts';
import { stampFields } from '#shared/sync/field-stamps.ts';

const one = '00000000000000aa';
const other = '00000000000000bb';
const years = 10 * 365 * 86_400_000;

describe('the hybrid clock', () => {
  it('only grows, on clocks that jump and with stamps of clocks that are years off', () => {
    const event = fc.oneof(
      fc.record({ kind: fc.constant('tick' as const), to: fc.integer({ min: 0, max: 2 * years }) }),
      fc.record({ kind: fc.constant('see' as const), to: fc.integer({ min: 0, max: 2 * years }) }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        let time = years;
        const clock = hybridClock(() => time, one);
        let last = clock.next();
        for (const { kind, to } of events) {
          if (kind === 'tick') time = to;
          else {
            const seen = hybridClock(() => to, other).next();
            clock.observe(seen);
            if (seen > last) last = seen;
          }
          const next = clock.next();
          expect(next > last).toBe(true);
          expect(next).toHaveLength(29);
          last = next;
        }
      }),
    );
  });

  it('never draws what another workstation draws at the same moment', () => {
    expect(hybridClock(() => 5, one).next()).not.toBe(hybridClock(() => 5, other).next());
  });

  it('takes no note of what is no stamp', () => {
    const clock = hybridClock(() => 5, one);
    clock.observe('zzzz');
    expect(clock.next() > hybridClock(() => 4, one).next()).toBe(true);
  });
});

describe('field stamps', () => {
  it('stamp a new record once', () =>
    expect(stampFields(undefined, { a: 1, b: 2 }, 's1')).toEqual({ '*': 's1' }));

  it('stamp only what changed', () => {
    const before = { record: { a: 1, b: [1, 2] }, stamps: { '*': 's1' } };
    expect(stampFields(before, { a: 1, b: [1, 3], c: 1 }, 's2')).toEqual({ '*': 's1', b: 's2', c: 's2' });
  });

  it('stamp entries of a sheet one by one, removed ones too', () => {
    const before = { record: { entries: { x: { m: 1 }, y: { m: 1 } } }, stamps: { '*': 's1' } };
    expect(stampFields(before, { entries: { x: { m: 2 } } }, 's2')).toEqual({
      '*': 's1',
      'entries/x': 's2',
      'entries/y': 's2',
    });
  });
});
