import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type ReplaceableJournal, replaceableJournal } from '#electron/journal/replaceable-journal.ts';
import {
  type Fault,
  FaultFileSystem,
  leftovers,
  seededRandom,
} from '#tests/unit/electron/disk/fault-file-system.ts';
import { compactOn, frameOf, framesOf, revsAfter } from './compacting.ts';
import { openJournal, type Weaken } from './journal-under-faults.ts';
import { weakened } from './weakened-file-systems.ts';

/** What is done: frames that write these people, or a compaction; `during`: while these are appended. */
type Deed =
  | { readonly kind: 'write'; readonly ids: readonly number[]; readonly length: number }
  | { readonly kind: 'compact'; readonly during: readonly number[] };

const write = fc.record({
  kind: fc.constant('write' as const),
  ids: fc.array(fc.nat(4), { minLength: 1, maxLength: 3 }),
  length: fc.nat(120),
});
const compact = fc.record({
  kind: fc.constant('compact' as const),
  during: fc.array(fc.nat(4), { maxLength: 3 }),
});
const script = fc.record({
  deeds: fc.array(fc.oneof({ weight: 3, arbitrary: write }, { weight: 2, arbitrary: compact }), {
    minLength: 3,
    maxLength: 9,
  }),
  segmentBytes: fc.integer({ min: 300, max: 1_200 }),
});
type Script = typeof script extends fc.Arbitrary<infer T> ? T : never;

/** By sequence, everything that was ever tried and what of it was acknowledged. */
interface Known {
  readonly tried: Map<number, Buffer[]>;
  readonly acknowledged: Map<number, Buffer>;
}
const copy = ({ tried, acknowledged }: Known): Known => ({
  tried: new Map(tried),
  acknowledged: new Map(acknowledged),
});

let crashPoints = 0;
let compactions = 0;

async function append(journal: ReplaceableJournal, known: Known, ids: readonly number[], length: number) {
  const seq = journal.status().lastSeq + 1;
  const attempt = known.tried.get(seq)?.length ?? 0;
  const names = ids.map((id) => `p${id}`);
  const payload = Buffer.from(frameOf(seq, [...new Set(names)], `${seq}.${attempt}`, length));
  known.tried.set(seq, [...(known.tried.get(seq) ?? []), payload]);
  try {
    await journal.append(seq, payload);
    known.acknowledged.set(seq, payload);
  } catch {
    // Tried again by the next deed, with other bytes.
  }
}

async function perform(
  journal: ReplaceableJournal,
  deeds: readonly Deed[],
  known: Known,
  fs: FaultFileSystem,
  weaken: Weaken,
) {
  for (const deed of deeds) {
    if (fs.isOff) return;
    if (deed.kind === 'write') await append(journal, known, deed.ids, deed.length);
    else {
      const compacting = compactOn(weaken(fs), journal, 2).then(
        (done) => {
          if (done) compactions++;
        },
        () => undefined,
      );
      for (const id of deed.during) await append(journal, known, [id], 30);
      await compacting;
    }
  }
}

/**
 * Throws unless replaying what is there gives what replaying everything acknowledged gives, with whole frames that were
 * tried behind it at most. Afterwards what is there counts as acknowledged.
 */
async function check(journal: ReplaceableJournal, known: Known, isReadOnly = false): Promise<void> {
  const { condition, lastSeq, base } = journal.status();
  if (condition === 'damaged') throw new Error('called damaged');
  const last = Math.max(0, ...known.acknowledged.keys());
  if (lastSeq < last) throw new Error(`acknowledged frame ${last} lost, ${lastSeq} is the last`);
  const found = await framesOf(journal);
  if ((found.at(-1)?.seq ?? 0) !== lastSeq) throw new Error(`${lastSeq} reported, ${found.at(-1)?.seq} read`);
  for (const { seq, payload } of found) {
    if (seq < base) continue;
    const acknowledged = known.acknowledged.get(seq);
    if (acknowledged && !acknowledged.equals(payload)) throw new Error(`acknowledged frame ${seq} lost`);
    if (!known.tried.get(seq)?.some((tried) => tried.equals(payload)))
      throw new Error(`frame ${seq} made up`);
    if (!isReadOnly) known.acknowledged.set(seq, payload);
  }
  const behind = new Map(found.filter(({ seq }) => seq >= base).map(({ seq, payload }) => [seq, payload]));
  const whole = Array.from(
    { length: lastSeq },
    (_, at) => behind.get(at + 1) ?? known.acknowledged.get(at + 1),
  );
  if (whole.includes(undefined)) throw new Error('a frame below the base was never acknowledged');
  const expected = revsAfter(whole.filter((payload) => payload !== undefined));
  const replayed = revsAfter(found.map(({ payload }) => payload));
  for (const [id, rev] of expected)
    if (replayed.get(id) !== rev) throw new Error(`row ${id} of ${lastSeq} lost`);
  if (replayed.size !== expected.size) throw new Error('a row made up');
}

const open = (fs: FaultFileSystem, segmentBytes: number, weaken: Weaken = (same) => same) =>
  replaceableJournal(() => openJournal(fs, segmentBytes, weaken));

const more: readonly Deed[] = [
  { kind: 'write', ids: [0, 1], length: 20 },
  { kind: 'compact', during: [2] },
  { kind: 'write', ids: [3], length: 80 },
];
const asItIs: Weaken = (same) => same;

/** Opens what is left, checks it, goes on and compacts, cuts the power, and checks again. */
async function checkLeftover(fs: FaultFileSystem, before: Known, weaken: Weaken): Promise<void> {
  crashPoints++;
  const known = copy(before);
  const journal = await open(fs, 400, weaken);
  await check(journal, known);
  await perform(journal, more, known, fs, weaken);
  await check(await open(fs.afterPowerCut('none', seededRandom(1)), 400), known);
}

async function runUntil(
  cutAt: number,
  plan: Script,
  failing: ReadonlyMap<number, Fault>,
  seed: number,
  weaken: Weaken,
) {
  const fs = new FaultFileSystem(seededRandom(seed));
  fs.cutAt = cutAt;
  fs.faults = failing;
  const known: Known = { tried: new Map(), acknowledged: new Map() };
  const journal = await open(fs, plan.segmentBytes, weaken).catch(() => null);
  if (journal) await perform(journal, plan.deeds, known, fs, weaken);
  return { fs, known };
}

function survivesEveryCut(
  failures: fc.Arbitrary<readonly (readonly [number, Fault])[]>,
  weaken: Weaken = asItIs,
) {
  return fc.asyncProperty(script, failures, fc.nat(), async (plan, failing, seed) => {
    const byStep = new Map(failing);
    const whole = await runUntil(Number.POSITIVE_INFINITY, plan, byStep, seed, weaken);
    for (let step = 1; step <= whole.fs.steps + 1; step++) {
      const { fs, known } = await runUntil(step, plan, byStep, seed, weaken);
      for (const left of leftovers(fs, seed)) await checkLeftover(left, known, weaken);
      if (weaken !== asItIs) continue;
      // Power is cut a second time while the next start tidies up.
      const again = fs.afterPowerCut('some', seededRandom(seed + 5));
      again.cutAt = 1 + (step % 6);
      await open(again, 400).catch(() => undefined);
      await checkLeftover(again.afterPowerCut('some', seededRandom(seed)), known, weaken);
    }
  });
}

const faults = fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.constantFrom<Fault>('ENOSPC', 'EIO')), {
  maxLength: 5,
});

describe('compaction at a power cut at every step', () => {
  afterAll(() => console.info(`compaction: ${crashPoints} crash points covered, ${compactions} compactions`));

  it('leaves the old journal or the new one, and in either all that was acknowledged', async () => {
    await fc.assert(survivesEveryCut(fc.constant([])), { numRuns: 25, endOnFailure: true });
    expect(compactions).toBeGreaterThan(100);
  }, 180_000);

  it('does so when writes, renames and fsyncs fail besides', async () => {
    await fc.assert(survivesEveryCut(faults), { numRuns: 30, endOnFailure: true });
  }, 180_000);

  it('does so when operations hang and take effect late', async () => {
    const late = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.constant<Fault>('late')), {
      minLength: 1,
      maxLength: 3,
    });
    const property = fc.asyncProperty(script, late, fc.nat(), async (plan, failing, seed) => {
      const { fs, known } = await runUntil(Number.POSITIVE_INFINITY, plan, new Map(failing), seed, asItIs);
      for (const left of leftovers(fs, seed)) await checkLeftover(left, known, asItIs);
      await new Promise((resolve) => setTimeout(resolve, 30));
      for (const left of leftovers(fs, seed)) await checkLeftover(left, known, asItIs);
    });
    await fc.assert(property, { numRuns: 40, endOnFailure: true });
  }, 180_000);

  it.each(weakened.slice(0, 2))(
    'the check notices when %s',
    async (_, weaken) => {
      const result = await fc.check(survivesEveryCut(fc.constant([]), weaken), {
        numRuns: 100,
        endOnFailure: true,
      });
      expect(result.failed).toBe(true);
      expect(String(result.errorInstance)).toMatch(/lost|damaged|reported/);
    },
    180_000,
  );
});
