import { describe, expect, it } from 'vitest';
import type { MergeRule } from '#shared/domain/records/define.ts';
import { type RecordKind, recordKinds, recordTypes } from '#shared/domain/records/registry.ts';
import { overwrittenEdits, written } from '#shared/sync/edits.ts';
import type { RecordVersion, StampedRecord } from '#shared/sync/field-stamps.ts';
import { mergeVersions } from '#shared/sync/merge.ts';
import { pc1, pc2, stampAt } from './made-stamps.ts';

type Value = Record<string, unknown>;
const created = (value: Value, at = 1, by = pc1): StampedRecord =>
  written({}, undefined, value, stampAt(at, by));

/** Two desks change a record, neither knowing of the other; the second one later. */
function bothChange(
  kind: RecordKind,
  base: Value,
  one: Value,
  other: Value,
): {
  readonly value: Value;
  readonly overwritten: readonly unknown[];
  readonly anomalies: readonly unknown[];
} {
  const rule = recordTypes[kind].merging;
  const before = created(base);
  const { version, anomalies } = mergeVersions(
    rule,
    written(rule, before, { ...base, ...one }, stampAt(5, pc1)),
    written(rule, before, { ...base, ...other }, stampAt(6, pc2)),
  );
  const record = version as StampedRecord;
  return {
    value: record.value,
    overwritten: overwrittenEdits(rule, record).map(({ value }) => value),
    anomalies,
  };
}

describe('two desks at one record', () => {
  const session = {
    ...{ groupId: 'g', date: '2026-11-30', startsAt: 540, endsAt: 630, breaks: [], room: 'A', lead: null },
    ...{ moduleId: null, fromTimetable: true, cancelled: null, movedFrom: null, withdrawn: false },
  };

  it('each field is taken from whoever wrote it', () =>
    expect(bothChange('session', session, { lead: 'Ada' }, { room: 'B' })).toMatchObject({
      value: { lead: 'Ada', room: 'B' },
      overwritten: [],
    }));

  it('the times of a session are never mixed', () => {
    const merged = bothChange('session', session, { startsAt: 900, endsAt: 960 }, { endsAt: 600 });
    expect(merged.value).toMatchObject({ startsAt: 540, endsAt: 600 });
    expect(merged.overwritten).toEqual([
      expect.objectContaining({ startsAt: 900, endsAt: 960, date: '2026-11-30' }),
    ]);
  });

  it('a place that ended at one desk and was given at the other says one of both', () => {
    const waiting = {
      ...{ groupId: 'g', participantId: 'p', enrolledOn: '2026-11-01', endedOn: null, endReason: null },
      ...{ waitingSince: '2026-10-01T08:00:00.000Z 0000', movedUp: null },
    };
    const ended = { endedOn: '2026-11-20', endReason: 'dropped-out' };
    const risen = { waitingSince: null, enrolledOn: '2026-11-21' };
    const { value, overwritten } = bothChange('enrolment', waiting, ended, risen);
    expect(value).toMatchObject({ ...risen, endedOn: null, endReason: null });
    expect(overwritten).toEqual([expect.objectContaining(ended)]);
  });

  it('entries of both stay in one sheet, and each workstation counts heads for itself', () => {
    const sheet = { sessionId: 's', groupId: 'g', date: '2026-11-30', closed: null };
    const base = { ...sheet, entries: { a: { mark: 'present' } }, headCounts: {} };
    const one = { entries: { ...base.entries, b: { mark: 'late' } }, headCounts: { [pc1]: 3 } };
    const other = { entries: { a: { mark: 'absent' }, c: { mark: 'present' } }, headCounts: { [pc2]: 4 } };
    expect(bothChange('attendanceSheet', base, one, other)).toMatchObject({
      value: {
        entries: { a: { mark: 'absent' }, b: { mark: 'late' }, c: { mark: 'present' } },
        headCounts: { [pc1]: 3, [pc2]: 4 },
      },
      overwritten: [],
    });
  });

  it('a sheet that both begin is one sheet', () => {
    const rule = recordTypes.attendanceSheet.merging;
    const sheet = { sessionId: 's', groupId: 'g', date: '2026-11-30', closed: null, headCounts: {} };
    const { version } = mergeVersions(
      rule,
      created({ ...sheet, entries: { a: { mark: 'present' } } }, 1, pc1),
      created({ ...sheet, entries: { b: { mark: 'present' } } }, 2, pc2),
    );
    const record = version as StampedRecord;
    expect(record.value).toEqual({ ...sheet, entries: { a: { mark: 'present' }, b: { mark: 'present' } } });
    expect(overwrittenEdits(rule, record)).toEqual([]);
  });

  it('of a certificate both copies are registered, and the revocation counts', () => {
    const certificate = { number: '1', name: 'Amina', copies: [], firstOutOn: null, revoked: null };
    const first = { on: '2026-11-29', by: 'x' };
    const one = { copies: [first, first] };
    const other = { copies: [first, { on: '2026-11-30', by: 'y' }], revoked: { reason: 'r' } };
    expect(bothChange('certificate', certificate, one, other)).toMatchObject({
      value: {
        ...{ name: 'Amina', revoked: { reason: 'r' } },
        copies: [first, first, { on: '2026-11-30', by: 'y' }],
      },
      anomalies: [],
    });
  });

  it('what is written once and differs is said, and comes out the same from both sides', () => {
    const rule = recordTypes.audit.merging;
    const one = created({ at: 'x', number: 7 }, 1, pc1);
    const other = created({ at: 'y', number: 7 }, 2, pc2);
    const merged = mergeVersions(rule, one, other);
    expect(merged.anomalies).toEqual([{ kind: 'fixed-twice', field: '*' }]);
    expect(merged).toEqual(mergeVersions(rule, other, one));
    expect(merged.version).toMatchObject({ value: { at: 'y' } });
    expect(mergeVersions(rule, one, one).anomalies).toEqual([]);
  });

  it('one stamp on two values is said, and comes out the same from both sides', () => {
    const [one, other] = [created({ a: 1 }), created({ a: 2 })];
    const merged = mergeVersions({}, one, other);
    expect(merged).toEqual({ version: other, anomalies: [{ kind: 'stamp-twice', field: 'a' }] });
    expect(mergeVersions({}, other, one)).toEqual(merged);
  });
});

describe('whatever the stamps say', () => {
  const erased = (at: number): RecordVersion => ({ erased: true, stamps: { '*': stampAt(at, pc1) } });

  it('an erased record stays erased', () => {
    const later = created({ name: 'Amina' }, 9_000, pc2);
    expect(mergeVersions({}, later, erased(1))).toEqual({ version: erased(1), anomalies: [] });
    expect(mergeVersions({}, erased(1), later).version).toEqual(erased(1));
    expect(mergeVersions({}, erased(1), erased(2)).version).toEqual(erased(2));
  });

  it('whoever saw an edit overwrites it, also on a clock that is years behind', () => {
    const future = created({ room: 'A' }, 9_000, pc2);
    const seen = written({}, future, { room: 'B' }, stampAt(5, pc1));
    const { version } = mergeVersions({}, future, seen);
    expect(version).toMatchObject({ value: { room: 'B' } });
    expect(version).not.toHaveProperty('history');
  });
});

describe('another version of the app', () => {
  it('an unknown field of a newer one stays, whoever else writes', () => {
    const base = created({ name: 'A', pronoun: 'x' });
    const newer = written({}, base, { name: 'A', pronoun: 'y' }, stampAt(5, pc1));
    const older = written({}, base, { name: 'B', pronoun: 'x' }, stampAt(6, pc2));
    expect(mergeVersions({}, newer, older).version).toMatchObject({ value: { name: 'B', pronoun: 'y' } });
  });

  it('a field that one version does not have and did not remove stays', () => {
    const { version } = mergeVersions({}, created({ a: 1, extra: 1 }), created({ a: 2 }, 2, pc2));
    expect(version).toMatchObject({ value: { a: 2, extra: 1 } });
    const left = { ...created({ a: 1 }), stamps: { '*': stampAt(1, pc1), a: stampAt(3, pc1) } };
    expect(mergeVersions({}, created({ a: 1, extra: 1 }), left).version).toMatchObject({
      value: { extra: 1 },
    });
  });

  it('a field that was removed stays removed', () => {
    const base = created({ a: 1, extra: 1 });
    const removed = written({}, base, { a: 1 }, stampAt(2, pc2));
    expect((mergeVersions({}, removed, base).version as StampedRecord).value).toEqual({ a: 1 });
    const changed = written({}, base, { a: 1, extra: 2 }, stampAt(1_000, pc1));
    const { version } = mergeVersions({}, removed, changed);
    expect(version).toMatchObject({
      value: { extra: 2 },
      history: [{ field: 'extra', stamp: stampAt(2, pc2) }],
    });
  });

  it('one that groups fields otherwise reads the same stamps and history', () => {
    const apart: MergeRule = {};
    const grouped: MergeRule = { together: [['from', 'to']] };
    const base = created({ from: 1, to: 2 });
    const one = written(apart, base, { from: 1, to: 3 }, stampAt(5, pc1));
    const other = written(grouped, base, { from: 0, to: 1 }, stampAt(6, pc2));
    expect(mergeVersions(grouped, one, other).version).toMatchObject({
      value: { from: 0, to: 1 },
      history: [{ field: 'from', value: { from: 1, to: 3 } }],
    });
    const merged = mergeVersions(apart, one, other).version as StampedRecord;
    expect(merged).toMatchObject({ value: { from: 0, to: 1 }, history: [{ field: 'to', value: { to: 3 } }] });
    expect(mergeVersions(grouped, merged, merged).version).toMatchObject({
      history: [{ field: 'from', value: { from: 0, to: 3 } }],
    });
  });
});

describe('the rules of the kinds', () => {
  it.each(recordKinds)('%s names fields that there are, each once', (kind) => {
    const { merging, schema } = recordTypes[kind];
    const named = [
      ...(merging.entriesOf ?? []),
      ...(merging.itemsOf ?? []),
      ...(merging.together ?? []).flat(),
    ];
    expect(Object.keys(schema.shape)).toEqual(expect.arrayContaining(named));
    expect(new Set(named).size).toBe(named.length);
  });

  it.each(recordKinds)('no %s becomes invalid by mixing fields: nothing is checked between them', (kind) => {
    expect(recordTypes[kind].schema.def.checks ?? []).toEqual([]);
    expect(recordTypes[kind].schema.def.type).toBe('object');
  });
});
