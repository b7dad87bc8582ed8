import { describe, expect, it } from 'vitest';
import { mostAhead } from '#shared/sync/clock.ts';
import { written } from '#shared/sync/edits.ts';
import type { StampedRecord } from '#shared/sync/field-stamps.ts';
import { mergeVersions } from '#shared/sync/merge.ts';
import { type Rebasing, rebased } from '#shared/sync/rebase.ts';
import { pc1, pc2, stampAt } from './made-stamps.ts';
import { begin, tenYears } from './replica-model.ts';

const made = (time: number, by = pc1): StampedRecord =>
  written({}, undefined, { room: 'A' }, stampAt(time, by));
const at = (offset: number, more: Partial<Rebasing> = {}): Rebasing => ({
  ...{ workstationId: pc1, offset, serverTime: begin, settledUpTo: '' },
  ...more,
});

describe('stamps of a wrong clock', () => {
  it.each([
    ['years ahead', tenYears],
    ['years behind', -tenYears],
  ])('%s, are moved to the time of the server', (_name, off) => {
    const before = made(begin + off - 5_000);
    expect(rebased({}, before, at(-off))).toEqual(made(begin - 5_000));
  });

  it('stay as they are up to ten minutes', () => {
    const before = made(begin + mostAhead);
    expect(rebased({}, before, at(-mostAhead))).toBe(before);
  });

  it('are not from the future, though the clock was put right meanwhile', () =>
    expect(rebased({}, made(begin + tenYears), at(0))).toEqual(made(begin)));

  it('stay in their order, and above what was published', () => {
    const first = made(begin + tenYears);
    const second = written({}, first, { room: 'A', lead: 'x' }, stampAt(begin + tenYears + 1, pc1));
    const third = written({}, second, { room: 'B', lead: 'x' }, stampAt(begin + tenYears + 2, pc1));
    const settledUpTo = stampAt(begin + 50, pc1);
    const { stamps } = rebased({}, third, at(-tenYears, { settledUpTo })) as StampedRecord;
    const [lead = '', room = ''] = [stamps['*'], stamps.room];
    expect([settledUpTo, lead, room].toSorted()).toEqual([settledUpTo, lead, room]);
    expect(new Set([settledUpTo, lead, room]).size).toBe(3);
  });

  it('are left alone where they were published, and those of others always', () => {
    const published = made(begin + tenYears);
    expect(rebased({}, published, at(-tenYears, { settledUpTo: stampAt(begin + tenYears, pc1) }))).toBe(
      published,
    );
    const foreign = made(begin + tenYears, pc2);
    expect(rebased({}, foreign, at(-tenYears))).toBe(foreign);
  });

  it('of an erased record are moved, too', () =>
    expect(
      rebased({}, { erased: true, stamps: { '*': stampAt(begin + tenYears, pc1) } }, at(-tenYears)),
    ).toEqual({ erased: true, stamps: { '*': stampAt(begin, pc1) } }));

  it('do not win against a later edit, whether they are put right before merging or after it', () => {
    const base = made(begin - 9_000_000, pc2);
    // An hour before the other edit, on a clock that is ten years ahead.
    const wrong = written({}, base, { room: 'wrong clock' }, stampAt(begin + tenYears - 7_200_000, pc1));
    const later = written({}, base, { room: 'later' }, stampAt(begin - 3_600_000, pc2));
    const after = rebased({}, mergeVersions({}, wrong, later).version, at(-tenYears));
    expect(after).toEqual(mergeVersions({}, rebased({}, wrong, at(-tenYears)), later).version);
    expect(after).toMatchObject({
      value: { room: 'later' },
      history: [{ value: { room: 'wrong clock' }, stamp: stampAt(begin - 7_200_000, pc1) }],
    });
  });
});
