/**
 * Hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014). Guarantees, against wrong or turned-back
 * PC clocks: stamps of one workstation only grow, a stamp is greater than every stamp it has seen, and two
 * workstations never draw the same one. Stamps compare as strings.
 */
export interface HybridClock {
  /** Draws the next stamp. */
  next(): string;
  /** Takes note of a stamp seen elsewhere. Malformed ones are ignored. */
  observe(stamp: string): void;
}

const pattern = /^([0-9a-z]{9})([0-9a-z]{4})([0-9a-f]{16})$/;

/** `now` in milliseconds since 1970; `workstationId` 16 hex digits. Stamps are 29 characters. */
export function hybridClock(now: () => number, workstationId: string): HybridClock {
  let time = 0;
  let counter = 0;
  const advance = (at: number, count: number): void => {
    time = at;
    counter = count;
    if (counter >= 36 ** 4) {
      time += 1;
      counter = 0;
    }
  };
  return {
    next: () => {
      const physical = now();
      if (physical > time) advance(physical, 0);
      else advance(time, counter + 1);
      return time.toString(36).padStart(9, '0') + counter.toString(36).padStart(4, '0') + workstationId;
    },
    observe: (stamp) => {
      const match = pattern.exec(stamp);
      if (!match) return;
      const seenTime = Number.parseInt(match[1] ?? '', 36);
      const seenCounter = Number.parseInt(match[2] ?? '', 36);
      if (seenTime > time) advance(seenTime, seenCounter);
      else if (seenTime === time) counter = Math.max(counter, seenCounter);
    },
  };
}
