/** Finds any of many byte strings in one pass (Wu and Manber, 1994): it steps over most bytes without looking at them. */

/** Something to look for. */
export type Needle = { readonly bytes: Buffer };

const tableBits = 18;
const tableMask = 2 ** tableBits - 1;
const blockBytes = 3;

const hashAt = (bytes: Buffer, at: number): number =>
  ((bytes[at] ?? 0) ^ ((bytes[at + 1] ?? 0) << 5) ^ ((bytes[at + 2] ?? 0) << 10)) & tableMask;

type Tables<T> = {
  readonly window: number;
  /** How far the window may move when its last three bytes have this hash. */
  readonly shifts: Uint16Array;
  readonly candidates: ReadonlyMap<number, readonly T[]>;
};

function tablesOf<T extends Needle>(needles: readonly T[]): Tables<T> {
  const window = Math.min(...needles.map(({ bytes }) => bytes.length));
  if (!(window >= blockBytes && window < 65_536)) throw new RangeError('Nothing that can be looked for');
  const shifts = new Uint16Array(2 ** tableBits).fill(window - blockBytes + 1);
  const candidates = new Map<number, T[]>();
  for (const needle of needles) {
    for (let at = 0; at <= window - blockBytes; at += 1) {
      const hash = hashAt(needle.bytes, at);
      shifts[hash] = Math.min(shifts[hash] ?? 0, window - blockBytes - at);
    }
    const last = hashAt(needle.bytes, window - blockBytes);
    const same = candidates.get(last);
    if (same) same.push(needle);
    else candidates.set(last, [needle]);
  }
  return { window, shifts, candidates };
}

const standsAt = (bytes: Buffer, needle: Buffer, at: number): boolean =>
  at + needle.length <= bytes.length && needle.compare(bytes, at, at + needle.length) === 0;

/** A function that gives those of `needles` that occur in some bytes. */
export function byteFinder<T extends Needle>(needles: readonly T[]): (bytes: Buffer) => ReadonlySet<T> {
  const { window, shifts, candidates } = tablesOf(needles);
  return (bytes) => {
    const found = new Set<T>();
    let end = window - blockBytes;
    while (end + blockBytes <= bytes.length) {
      const hash = hashAt(bytes, end);
      const shift = shifts[hash] ?? 0;
      if (shift === 0) {
        const begin = end - (window - blockBytes);
        for (const needle of candidates.get(hash) ?? [])
          if (standsAt(bytes, needle.bytes, begin)) found.add(needle);
      }
      end += Math.max(shift, 1);
    }
    return found;
  };
}
