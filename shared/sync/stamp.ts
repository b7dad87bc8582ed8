/**
 * Stamps: time in milliseconds since 1970 (9 digits to the base 36), a counter (4), the workstation (16 hex digits).
 * They compare as strings, and no two workstations have one in common: the order is total.
 */
export interface Stamp {
  readonly time: number;
  readonly counter: number;
  readonly workstationId: string;
}

const pattern = /^([0-9a-z]{9})([0-9a-z]{4})([0-9a-f]{16})$/;
const counters = 36 ** 4;

/** `undefined`: it is none. */
export function parseStamp(stamp: string): Stamp | undefined {
  const [, time, counter, workstationId] = pattern.exec(stamp) ?? [];
  if (time === undefined || counter === undefined || workstationId === undefined) return undefined;
  return { time: Number.parseInt(time, 36), counter: Number.parseInt(counter, 36), workstationId };
}

/** A counter beyond the last one goes into the next millisecond. */
export function formatStamp({ time, counter, workstationId }: Stamp): string {
  const at = time + Math.floor(counter / counters);
  return (
    at.toString(36).padStart(9, '0') + (counter % counters).toString(36).padStart(4, '0') + workstationId
  );
}

/** Which workstation drew it. */
export function workstationOf(stamp: string): string {
  return stamp.slice(-16);
}

/** `stamp`, or the workstation's first one after `other` where that is not earlier. */
export function notBefore(stamp: string, other: string): string {
  const later = stamp > other ? undefined : parseStamp(other);
  if (!later) return stamp;
  return formatStamp({ ...later, counter: later.counter + 1, workstationId: workstationOf(stamp) });
}
