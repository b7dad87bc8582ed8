import { formatStamp, parseStamp } from './stamp.ts';

/**
 * Hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014). Guarantees, against wrong or turned-back
 * PC clocks: stamps of one workstation only grow; a stamp is greater than every one it followed; and two workstations
 * never draw the same one. It follows a stamp seen elsewhere only up to `mostAhead` beyond its own PC's clock, so that
 * no other PC can drag it years away. Nothing is lost by that: which edit knew of which is not told by the clock
 * (record-state.ts), and whoever overwrites a stamp from the future writes a later one into that record only.
 */
export interface HybridClock {
  /** Draws the next stamp. */
  next(): string;
  /** Takes note of a stamp seen elsewhere. `false`: it is none, or too far ahead, and was not followed. */
  observe(stamp: string): boolean;
}

/** Milliseconds that a clock may be off without anybody minding; the same for re-basing (rebase.ts). */
export const mostAhead = 10 * 60_000;

/**
 * `now` in milliseconds since 1970; `workstationId` 16 hex digits. Stamps are 29 characters.
 *
 * @param last the last one that this workstation drew, however far ahead it is; empty if there is none
 */
export function hybridClock(now: () => number, workstationId: string, last = ''): HybridClock {
  let { time, counter } = parseStamp(last) ?? { time: 0, counter: 0 };
  return {
    next: () => {
      const physical = now();
      if (physical > time) [time, counter] = [physical, 0];
      else counter += 1;
      const stamp = formatStamp({ time, counter, workstationId });
      ({ time, counter } = parseStamp(stamp) ?? { time, counter });
      return stamp;
    },
    observe: (stamp) => {
      const seen = parseStamp(stamp);
      if (!seen || seen.time > now() + mostAhead) return false;
      if (seen.time > time) ({ time, counter } = seen);
      else if (seen.time === time) counter = Math.max(counter, seen.counter);
      return true;
    },
  };
}
