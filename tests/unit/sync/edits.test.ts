import { describe, expect, it } from 'vitest';
import type { MergeRule } from '#shared/domain/records/define.ts';
import {
  dismissed,
  mostKept,
  overwrittenEdits,
  tidied,
  withoutHistory,
  written,
} from '#shared/sync/edits.ts';
import type { StampedRecord } from '#shared/sync/field-stamps.ts';
import { mergeVersions } from '#shared/sync/merge.ts';
import { pc1, pc2, stampAt } from './made-stamps.ts';

const none: MergeRule = {};
const [s1, s2, s3] = [stampAt(1, pc1), stampAt(2, pc1), stampAt(3, pc2)];
const stamped = (value: Record<string, unknown>, rule = none): StampedRecord =>
  written(rule, undefined, value, s1);

const merged = (one: StampedRecord, other: StampedRecord, rule = none): StampedRecord =>
  mergeVersions(rule, one, other).version as StampedRecord;

describe('a write', () => {
  it('stamps a new record once', () =>
    expect(stamped({ a: 1, b: 2 })).toEqual({ value: { a: 1, b: 2 }, stamps: { '*': s1 } }));

  it('stamps only what changed', () => {
    const { stamps } = written(
      none,
      stamped({ a: 1, b: [1, 2], o: { x: 1, y: 2 } }),
      {
        ...{ a: 1, b: [1, 3], c: 1 },
        o: { y: 2, x: 1 },
      },
      s2,
    );
    expect(stamps).toEqual({ '*': s1, b: s2, c: s2 });
  });

  it('changes nothing where nothing changed', () => {
    const before = written(none, stamped({ a: 1, b: 1 }), { a: 1, b: 2 }, s2);
    expect(written(none, before, { b: 2, a: 1 }, s3)).toEqual(before);
  });

  it('stamps what was removed', () =>
    expect(written(none, stamped({ a: 1, b: 2 }), { a: 1 }, s2).stamps).toEqual({ '*': s1, b: s2 }));

  it('stamps entries of maps one by one, removed ones too', () => {
    const rule: MergeRule = { entriesOf: ['entries'] };
    const before = stamped({ entries: { x: { m: 1 }, y: { m: 1 }, z: { m: 1 } } }, rule);
    expect(written(rule, before, { entries: { x: { m: 2 }, z: { m: 1 } } }, s2).stamps).toEqual({
      '*': s1,
      'entries/x': s2,
      'entries/y': s2,
    });
  });

  it('leaves nothing of an item that was removed', () => {
    const rule: MergeRule = { itemsOf: ['copies'] };
    const before = stamped({ copies: [{ by: 'x' }, { by: 'y' }] }, rule);
    const without = written(rule, before, { copies: [{ by: 'y' }] }, s2);
    expect(without).toEqual({ value: { copies: [{ by: 'y' }] }, stamps: { '*': s1 }, seen: [s2] });
    expect(merged(before, without, rule)).toEqual(without);
  });

  it('stamps fields together that belong together, and the rest as one where a kind says so', () => {
    const rule: MergeRule = { together: [['from', 'to']], rest: 'together' };
    const before = stamped({ from: 1, to: 2, a: 1, b: 1 }, rule);
    const moved = written(rule, before, { from: 1, to: 3, a: 1, b: 1 }, s2);
    expect(moved.stamps).toEqual({ '*': s1, from: s2, to: s2 });
    expect(written(rule, moved, { from: 1, to: 3, a: 1, b: 2 }, s3).stamps).toEqual({
      '*': s3,
      ...{ from: s2, to: s2 },
    });
  });

  it('is later than everything that the record knows, also on a clock that is behind', () => {
    const future = written(none, undefined, { a: 1 }, stampAt(9_000, pc2));
    const next = written(none, future, { a: 2 }, s1);
    expect(next.stamps).toEqual({ '*': `${stampAt(9_000, pc2).slice(0, 9)}0001${pc1}` });
    expect(next.seen).toEqual([stampAt(9_000, pc2)]);
  });

  it('goes on in rows from before there was merging', () => {
    const old: StampedRecord = { value: { from: 1, to: 2, c: 3 }, stamps: { '*': s1, to: s2 } };
    const rule: MergeRule = { together: [['from', 'to']] };
    expect(written(rule, old, { from: 1, to: 2, c: 4 }, s3)).toEqual({
      value: { from: 1, to: 2, c: 4 },
      stamps: { '*': s2, c: s3 },
    });
  });
});

describe('an overwritten edit', () => {
  const base = stamped({ room: 'A1', note: 1 });
  const late = written(none, base, { room: 'B114', note: 1 }, stampAt(5, pc2));
  const later = written(none, base, { room: 'C2', note: 1 }, stampAt(6, pc1));
  const both = merged(late, later);
  const edit = { field: 'room', stamp: stampAt(5, pc2), value: { room: 'B114' } };

  it('is kept, with the workstation and the time in its stamp', () => {
    expect(both.value).toEqual({ note: 1, room: 'C2' });
    expect(both.history).toEqual([edit]);
    expect(overwrittenEdits(none, both)).toEqual([edit]);
  });

  it('is kept over later writes of the field', () =>
    expect(written(none, both, { room: 'D', note: 1 }, stampAt(7, pc1)).history).toEqual([edit]));

  it('is none where the other desk knew of it', () => {
    const known = written(none, late, { room: 'C2', note: 1 }, stampAt(6, pc1));
    expect(merged(late, known).history).toBeUndefined();
    expect(merged(merged(base, late), known).history).toBeUndefined();
  });

  it('goes when somebody dismisses it, and no version brings it back', () => {
    const read = dismissed(none, both, edit);
    expect(read.history).toBeUndefined();
    expect(read.value).toEqual(both.value);
    for (const version of [base, late, later, both]) expect(merged(version, read).history).toBeUndefined();
  });

  it('goes with the history of a record of which somebody was erased', () => {
    const left = withoutHistory(none, both);
    expect(JSON.stringify(left)).not.toContain('B114');
    expect(JSON.stringify(merged(left, late))).not.toContain('B114');
  });

  it('is not shown where it says the same, and goes when the record is tidied', () => {
    const same = merged(late, written(none, base, { room: 'B114', note: 1 }, stampAt(8, pc1)));
    expect(same.history).toHaveLength(1);
    expect(overwrittenEdits(none, same)).toEqual([]);
    expect(tidied(none, same)).toEqual({
      record: { ...same, history: undefined, seen: [stampAt(5, pc2)] },
      dropped: [],
    });
  });

  it('is dropped when there are too many, the oldest first, and said', () => {
    const history = Array.from({ length: mostKept + 2 }, (_, at) => ({
      ...{ field: 'room', stamp: stampAt(10 + at, pc2), value: { room: `R${at}` } },
    }));
    const full = { ...base, stamps: { '*': s1, room: stampAt(9_000, pc1) }, history };
    const { record, dropped } = tidied(none, full);
    expect(record.history).toEqual(history.slice(2));
    expect(dropped).toEqual(history.slice(0, 2));
    const large = { field: 'room', stamp: stampAt(5, pc2), value: { room: 'x'.repeat(300_000) } };
    expect(tidied(none, { ...full, history: [large] }).dropped).toEqual([large]);
  });
});
