import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hybridClock, mostAhead } from '#shared/sync/clock.ts';
import { notBefore, parseStamp } from '#shared/sync/stamp.ts';
import { patience, seeds } from './seeds.ts';

const one = '00000000000000aa';
const other = '00000000000000bb';
const years = 10 * 365 * 86_400_000;

describe('the hybrid clock', () => {
  it(
    'only grows, follows what is near, and is never dragged away',
    () => {
      const event = fc.oneof(
        fc.record({ kind: fc.constant('tick' as const), to: fc.integer({ min: 0, max: 2 * years }) }),
        fc.record({ kind: fc.constant('see' as const), to: fc.integer({ min: 0, max: 2 * years }) }),
        fc.record({
          kind: fc.constant('near' as const),
          to: fc.integer({ min: -mostAhead, max: mostAhead }),
        }),
      );
      fc.assert(
        fc.property(fc.array(event, { maxLength: 60 }), (events) => {
          let time = years;
          let fastest = time;
          const clock = hybridClock(() => time, one);
          let last = clock.next();
          for (const { kind, to } of events) {
            if (kind === 'tick') time = to;
            else {
              const at = kind === 'see' ? to : Math.max(0, time + to);
              const seen = hybridClock(() => at, other).next();
              const followed = clock.observe(seen);
              expect(followed).toBe(at <= time + mostAhead);
              if (followed && seen > last) last = seen;
            }
            fastest = Math.max(fastest, time);
            const next = clock.next();
            expect(next > last).toBe(true);
            expect(next).toHaveLength(29);
            expect(parseStamp(next)?.time).toBeLessThanOrEqual(fastest + mostAhead);
            last = next;
          }
        }),
        { numRuns: seeds },
      );
    },
    patience,
  );

  it('never draws what another workstation draws at the same moment', () => {
    expect(hybridClock(() => 5, one).next()).not.toBe(hybridClock(() => 5, other).next());
  });

  it('goes on after its own last stamp, also on a clock that was set back by years', () => {
    const last = hybridClock(() => 2 * years, one).next();
    expect(hybridClock(() => 5, one, last).next() > last).toBe(true);
  });

  it('takes no note of what is no stamp', () => {
    const clock = hybridClock(() => 5, one);
    expect(clock.observe('zzzz')).toBe(false);
    expect(clock.next() > hybridClock(() => 4, one).next()).toBe(true);
  });

  it('goes into the next millisecond when the counter is full', () => {
    const full = `${'5'.padStart(9, '0')}zzzz${one}`;
    expect(hybridClock(() => 5, one, full).next()).toBe(`${'6'.padStart(9, '0')}0000${one}`);
    expect(notBefore(full, full.replace(one, other))).toBe(`${'6'.padStart(9, '0')}0000${one}`);
  });
});
