import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { MergeRule } from '#shared/domain/records/define.ts';
import { mostAhead } from '#shared/sync/clock.ts';
import type { RecordVersion, StampedRecord } from '#shared/sync/field-stamps.ts';
import { mergeVersions } from '#shared/sync/merge.ts';
import { rebased } from '#shared/sync/rebase.ts';
import { latestByWorkstation, recordFrom, stateOf } from '#shared/sync/record-state.ts';
import { parseStamp } from '#shared/sync/stamp.ts';
import { Course, clockOff, type Replica, replicas, rules, target } from './replica-model.ts';
import { patience, seeds } from './seeds.ts';

const most = 4;
const who = fc.nat({ max: most - 1 });
const which = fc.nat({ max: 999 });
const event = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('edit' as const), who, target }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('send' as const), who }) },
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('deliver' as const), who, which, again: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose' as const), which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reread' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('dismiss' as const), who, which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('clock' as const), who, off: clockOff }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), for: fc.nat({ max: 90_000_000 }) }),
  },
);
const setting = fc.record({
  rule: fc.constantFrom(...rules),
  count: fc.integer({ min: 2, max: most }),
  offs: fc.array(clockOff, { minLength: most, maxLength: most }),
  events: fc.array(event, { maxLength: 80 }),
  /** At which event somebody erases the record, if at all. */
  erasedAt: fc.option(fc.nat({ max: 200 }), { nil: -1 }),
});

/** Runs a course of events; gives the replicas and every version that was ever under way. */
function run({
  rule,
  count,
  offs,
  events,
  erasedAt,
}: typeof setting extends fc.Arbitrary<infer S> ? S : never) {
  const course = new Course(rule);
  const all = replicas(count, offs);
  const at = (index: number): Replica => all[index % count] as Replica;
  const underWay: RecordVersion[] = [];
  const ever: RecordVersion[] = [];
  for (const [index, step] of events.entries()) {
    if (index === erasedAt) course.erase(at(index));
    if (step.kind === 'edit') course.edit(at(step.who), step.target);
    if (step.kind === 'clock') at(step.who).off = step.off;
    if (step.kind === 'wait') course.time += step.for;
    if (step.kind === 'dismiss') course.dismiss(at(step.who), step.which);
    if (step.kind === 'send') {
      const { record } = at(step.who);
      if (record) underWay.push(record);
      if (record) ever.push(record);
    }
    if (step.kind === 'lose') underWay.splice(step.which % Math.max(1, underWay.length), 1);
    if (step.kind === 'deliver') {
      const place = step.which % Math.max(1, underWay.length);
      const version = step.again ? underWay[place] : underWay.splice(place, 1)[0];
      if (version) course.receive(at(step.who), version);
    }
    if (step.kind === 'reread') {
      const version = ever[step.which % Math.max(1, ever.length)];
      if (version) course.receive(at(step.who), version);
    }
  }
  return { course, all, ever };
}

/** Everybody gets everybody's version, twice: what the first round tidied away goes everywhere in the second. */
function meet(course: Course, all: readonly Replica[]): void {
  for (let round = 0; round < 2; round += 1)
    for (const from of all)
      for (const to of all) if (from !== to && from.record) course.receive(to, from.record);
}

const merge = (rule: MergeRule, one: RecordVersion, other: RecordVersion): RecordVersion =>
  mergeVersions(rule, one, other).version;

describe('replicas of a record, in any course of events, on clocks that are years off', () => {
  it(
    'end with the same; no edit vanished without a trace, and none came back',
    () => {
      fc.assert(
        fc.property(setting, (given) => {
          const { course, all } = run(given);
          meet(course, all);
          const [first, ...others] = all.map(({ record }) => canonicalJson(record));
          for (const other of others) expect(other).toBe(first);
          expect(course.vanished(all[0]?.record)).toEqual([]);
          expect(course.returned(all[0]?.record)).toEqual([]);
          if (course.erased) expect(all[0]?.record).toHaveProperty('erased');
        }),
        { numRuns: seeds },
      );
    },
    patience,
  );

  it(
    'show what was written at once, whatever else they know',
    () => {
      fc.assert(
        fc.property(setting, who, target, (given, index, at) => {
          const { course, all } = run(given);
          const replica = all[index % all.length] as Replica;
          course.edit(replica, at);
          const { record } = replica;
          if (!record || 'erased' in record) return;
          const read = recordFrom(given.rule, stateOf(given.rule, record));
          expect(canonicalJson({ ...read, value: null })).toBe(canonicalJson({ ...record, value: null }));
          expect(sortedItems(read)).toEqual(sortedItems(record));
        }),
        { numRuns: seeds },
      );
    },
    patience,
  );

  it(
    'merge in any order, however often',
    () => {
      fc.assert(
        fc.property(setting, which, which, which, (given, ...picks) => {
          const { all, ever } = run(given);
          const versions = [...ever, ...all.flatMap(({ record }) => record ?? [])];
          if (versions.length === 0) return;
          const [a, b, c] = picks.map((pick) => versions[pick % versions.length]) as [
            RecordVersion,
            RecordVersion,
            RecordVersion,
          ];
          const { rule } = given;
          const ab = merge(rule, a, b);
          expect(merge(rule, b, a)).toEqual(ab);
          expect(merge(rule, ab, ab)).toEqual(ab);
          expect(merge(rule, ab, a)).toEqual(ab);
          expect(merge(rule, ab, c)).toEqual(merge(rule, a, merge(rule, b, c)));
        }),
        { numRuns: seeds },
      );
    },
    patience,
  );
});

function sortedItems({ value }: StampedRecord) {
  return { ...value, items: (value.items as readonly unknown[]).map(canonicalJson).sort() };
}

/** A bucket that takes a version only from whoever knows the present one. */
interface Bucket {
  revision: number;
  version: RecordVersion | undefined;
}

interface Connected extends Replica {
  /** The bucket's revision that is merged into the record. */
  revision: number;
}

function pull(course: Course, bucket: Bucket, replica: Connected): void {
  replica.revision = bucket.revision;
  if (!bucket.version) return;
  if ('value' in bucket.version) {
    const own = stateOf(course.rule, bucket.version).known.get(replica.workstationId) ?? '';
    if (own > replica.settledUpTo) replica.settledUpTo = own;
  }
  course.receive(replica, bucket.version);
}

/** Puts stamps right, stores that, and publishes; whether the answer comes or not. */
function push(course: Course, bucket: Bucket, replica: Connected, answered: boolean): void {
  if (replica.revision !== bucket.revision) pull(course, bucket, replica);
  if (!replica.record) return;
  replica.record = rebased(course.rule, replica.record, {
    workstationId: replica.workstationId,
    offset: -replica.off,
    serverTime: course.time,
    settledUpTo: replica.settledUpTo,
  });
  const { record } = replica;
  const stamps =
    'erased' in record ? Object.values(record.stamps) : [...stateOf(course.rule, record).known.values()];
  replica.settledUpTo =
    latestByWorkstation([replica.settledUpTo, ...stamps]).get(replica.workstationId) ?? '';
  bucket.revision += 1;
  bucket.version = record;
  if (answered) replica.revision = bucket.revision;
}

const connectedEvent = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), who, target }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('push' as const), who, answered: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pull' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('dismiss' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('clock' as const), who, off: clockOff }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), for: fc.nat({ max: 90_000_000 }) }),
  },
);

describe('replicas over a bucket, with stamps put right before they are published', () => {
  it(
    'end with the same, with no stamp from the future; no edit vanished without a trace, and none came back',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...rules),
          fc.integer({ min: 2, max: most }),
          fc.array(clockOff, { minLength: most, maxLength: most }),
          fc.array(connectedEvent, { maxLength: 80 }),
          fc.option(fc.nat({ max: 200 }), { nil: -1 }),
          (rule, count, offs, events, erasedAt) => {
            const course = new Course(rule);
            const bucket: Bucket = { revision: 0, version: undefined };
            const all: Connected[] = replicas(count, offs).map((replica) => ({ ...replica, revision: 0 }));
            const at = (index: number): Connected => all[index % count] as Connected;
            for (const [index, step] of events.entries()) {
              if (index === erasedAt) course.erase(at(index));
              if (step.kind === 'edit') course.edit(at(step.who), step.target);
              if (step.kind === 'push') push(course, bucket, at(step.who), step.answered);
              if (step.kind === 'pull') pull(course, bucket, at(step.who));
              if (step.kind === 'dismiss') course.dismiss(at(step.who), step.which);
              if (step.kind === 'clock') at(step.who).off = step.off;
              if (step.kind === 'wait') course.time += step.for;
            }
            for (let round = 0; round < 2; round += 1)
              for (const replica of all) push(course, bucket, replica, true);
            for (const replica of all) pull(course, bucket, replica);
            const [first, ...others] = all.map(({ record }) => canonicalJson(record));
            for (const other of others) expect(other).toBe(first);
            expect(course.vanished(bucket.version)).toEqual([]);
            expect(course.returned(bucket.version)).toEqual([]);
            if (!bucket.version || 'erased' in bucket.version) return;
            for (const stamp of stateOf(rule, bucket.version).known.values())
              expect(parseStamp(stamp)?.time).toBeLessThanOrEqual(course.time + mostAhead + 1);
          },
        ),
        { numRuns: seeds },
      );
    },
    patience,
  );
});
