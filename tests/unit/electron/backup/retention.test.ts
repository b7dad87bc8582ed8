import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type KeptFile, superfluous } from '#electron/backup/retention.ts';
import { noon } from './backup-cases.ts';

const hour = 3_600_000;
const day = 24 * hour;
const file = (madeAt: number, whole = true): KeptFile => ({
  name: String(madeAt),
  madeAt,
  lastSeq: 1,
  whole,
});

/** What remains when every hour of so many days a snapshot was made and the old ones were deleted each time. */
function afterHours(hours: number): readonly KeptFile[] {
  let kept: readonly KeptFile[] = [];
  for (let at = 0; at < hours; at++) {
    const now = noon + at * hour;
    const files = [...kept, file(now)];
    const gone = new Set(superfluous(files, now));
    kept = files.filter(({ name }) => !gone.has(name));
  }
  return kept.toSorted((a, b) => b.madeAt - a.madeAt);
}

it('keeps 24 hourly, 14 daily and 8 weekly ones', () => {
  const kept = afterHours(100 * 24);
  const newest = kept[0]?.madeAt ?? 0;
  const ages = kept.map(({ madeAt }) => newest - madeAt);
  expect(ages.slice(0, 24)).toEqual(Array.from({ length: 24 }, (_, at) => at * hour));
  const days = new Set(
    kept
      .filter((_, at) => ages[at] !== undefined && (ages[at] ?? 0) < 14 * day)
      .map(({ madeAt }) => Math.floor(madeAt / day)),
  );
  expect(days.size).toBeGreaterThanOrEqual(14);
  // Eight weeks with the running one, of the oldest its last day.
  expect(Math.max(...ages)).toBeGreaterThanOrEqual(6 * 7 * day);
  expect(Math.max(...ages)).toBeLessThan(8 * 7 * day);
  expect(kept.length).toBeLessThanOrEqual(24 + 14 + 8);
});

it('of two of one second the one that has more stays', () => {
  const two = [6, 14].map((lastSeq) => ({ ...file(noon), name: String(lastSeq), lastSeq }));
  expect(superfluous(two, noon)).toEqual(['6']);
});

it('keeps what was there before a restore, although newer ones of the same hour follow and have more', () => {
  const made = (minute: number, lastSeq: number): KeptFile => ({
    ...file(noon + minute * 60_000),
    ...{ name: `${minute}`, lastSeq },
  });
  const files = [made(0, 10), made(5, 14), made(20, 9), made(40, 120)];
  const restored = [noon + 10 * 60_000];
  expect(superfluous(files, noon + hour, restored)).toEqual(['20', '0']);
  expect(superfluous(files, noon + hour)).toEqual(['20', '5', '0']);
  const later = [made(5, 14), made(40, 120)];
  expect(superfluous(later, noon + 13 * day, restored)).toEqual([]);
  expect(superfluous(later, noon + 15 * day, restored)).toEqual(['5']);
});

it('counts the periods that have one: a PC that was off for a year keeps its snapshots', () => {
  const files = Array.from({ length: 5 }, (_, at) => file(noon - 400 * day - at * day));
  expect(superfluous(files, noon)).toEqual([]);
});

it('lets a damaged one go only when a newer whole one is there, and never gives it the place of a whole one', () => {
  expect(superfluous([file(noon - hour, false)], noon)).toEqual([]);
  expect(superfluous([file(noon - hour, false), file(noon)], noon)).toEqual([String(noon - hour)]);
  const sameHour = [file(noon + 1000, false), file(noon)];
  expect(superfluous(sameHour, noon + 2000)).toEqual([]);
});

it('leaves those of the future alone: the clock was wrong', () => {
  const ahead = Array.from({ length: 60 }, (_, at) => file(noon + 365 * day + at * day));
  expect(superfluous([...ahead, file(noon - hour)], noon)).toEqual([]);
});

it('never deletes the newest whole one, whatever else is there', () => {
  const files = fc.uniqueArray(fc.record({ at: fc.nat(200 * 24), whole: fc.boolean() }), {
    selector: ({ at }) => at,
    minLength: 1,
    maxLength: 120,
  });
  fc.assert(
    fc.property(files, (list) => {
      const all = list.map(({ at, whole }) => file(noon - at * hour, whole));
      const gone = new Set(superfluous(all, noon));
      const newest = all.filter(({ whole }) => whole).sort((a, b) => b.madeAt - a.madeAt)[0];
      expect(newest === undefined || !gone.has(newest.name)).toBe(true);
      if (!newest) expect(gone.size).toBe(0);
      // Deleting twice deletes nothing more.
      const rest = all.filter(({ name }) => !gone.has(name));
      expect(superfluous(rest, noon)).toEqual([]);
    }),
  );
});
