import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type Fault,
  FaultFileSystem,
  leftovers,
  seededRandom,
} from '#tests/unit/electron/disk/fault-file-system.ts';
import {
  check,
  copyRecord,
  emptyRecord,
  openJournal,
  perform,
  type Record,
  type Script,
  type Weaken,
} from './journal-under-faults.ts';
import { weakened } from './weakened-file-systems.ts';

const script = fc.record({
  groups: fc.array(fc.array(fc.nat(150), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 7 }),
  segmentBytes: fc.integer({ min: 200, max: 900 }),
});
const fault = fc.constantFrom<Fault>('ENOSPC', 'EIO');
const faults = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fault), { maxLength: 5 });

let crashPoints = 0;

const more: Script = { groups: [[20], [90, 10]], segmentBytes: 400 };

/** Opens what is left, checks it, appends, cuts the power, and checks again. */
async function checkLeftover(fs: FaultFileSystem, before: Record, weaken: Weaken | undefined): Promise<void> {
  crashPoints++;
  const record = copyRecord(before);
  const journal = await openJournal(fs, more.segmentBytes, weaken);
  await check(journal, record);
  await perform(journal, more, record, fs);
  const cut = fs.afterPowerCut('none', seededRandom(1));
  await check(await openJournal(cut, more.segmentBytes), record);
}

/** As above, but power is cut a second time while the journal is being opened. */
async function checkCutWhileOpening(fs: FaultFileSystem, before: Record, seed: number): Promise<void> {
  fs.cutAt = 1 + (seed % 4);
  await openJournal(fs, more.segmentBytes).catch(() => undefined);
  await checkLeftover(fs.afterPowerCut('some', seededRandom(seed)), before, undefined);
}

async function runUntil(
  cutAt: number,
  plan: Script,
  failing: ReadonlyMap<number, Fault>,
  seed: number,
  weaken?: Weaken,
) {
  const fs = new FaultFileSystem(seededRandom(seed));
  fs.cutAt = cutAt;
  fs.faults = failing;
  const record = emptyRecord();
  // With faults the very opening may fail; then nothing was acknowledged.
  const journal = await openJournal(fs, plan.segmentBytes, weaken).catch(() => null);
  if (journal) await perform(journal, plan, record, fs);
  return { fs, record };
}

function survivesEveryCut(failures: fc.Arbitrary<readonly (readonly [number, Fault])[]>, weaken?: Weaken) {
  return fc.asyncProperty(script, failures, fc.nat(), async (plan, failing, seed) => {
    const byStep = new Map(failing);
    const whole = await runUntil(Number.POSITIVE_INFINITY, plan, byStep, seed, weaken);
    for (let step = 1; step <= whole.fs.steps + 1; step++) {
      const { fs, record } = await runUntil(step, plan, byStep, seed, weaken);
      for (const left of leftovers(fs, seed)) await checkLeftover(left, record, weaken);
      if (!weaken)
        await checkCutWhileOpening(fs.afterPowerCut('some', seededRandom(seed + 5)), record, seed + step);
    }
  });
}

const start = fc.record({
  plan: script,
  faults,
  cutAt: fc.integer({ min: 1, max: 40 }),
  closes: fc.boolean(),
  left: fc.nat(4),
  seed: fc.nat(),
});

const manyStarts = fc.asyncProperty(fc.array(start, { minLength: 2, maxLength: 8 }), async (starts) => {
  let fs = new FaultFileSystem(seededRandom(0));
  const record = emptyRecord();
  for (const { plan, faults: failing, cutAt, closes, left, seed } of starts) {
    fs.cutAt = closes ? Number.POSITIVE_INFINITY : cutAt;
    fs.faults = new Map(failing);
    const journal = await openJournal(fs, plan.segmentBytes).catch(() => null);
    const hadFault = failing.some(([step]) => step <= fs.steps);
    if (journal && !fs.isOff) await check(journal, record, hadFault);
    if (journal) await perform(journal, plan, record, fs);
    if (closes) await journal?.close();
    fs = leftovers(fs, seed)[left] ?? fs;
    crashPoints++;
  }
  await checkLeftover(fs, record, undefined);
});

describe('the journal at a power cut at every step', () => {
  afterAll(() => console.info(`journal: ${crashPoints} crash points covered`));

  it('keeps what it acknowledged', async () => {
    await fc.assert(survivesEveryCut(fc.constant([])), { numRuns: 40 });
  }, 120_000);

  it('keeps what it acknowledged when writes and fsyncs fail besides', async () => {
    await fc.assert(survivesEveryCut(faults), { numRuns: 60 });
  }, 120_000);

  it('keeps what it acknowledged over many starts, each ending otherwise', async () => {
    await fc.assert(manyStarts, { numRuns: 300 });
  }, 120_000);

  it.each(weakened)(
    'the check notices when %s',
    async (_, weaken) => {
      const result = await fc.check(survivesEveryCut(faults, weaken), { numRuns: 200, endOnFailure: true });
      expect(result.failed).toBe(true);
      expect(String(result.errorInstance)).toMatch(/lost|damaged|reported/);
    },
    120_000,
  );

  it('keeps what it acknowledged when operations hang and take effect late', async () => {
    const late = fc.array(fc.tuple(fc.integer({ min: 1, max: 25 }), fc.constant<Fault>('late')), {
      minLength: 1,
      maxLength: 3,
    });
    const property = fc.asyncProperty(script, late, fc.nat(), async (plan, failing, seed) => {
      const { fs, record } = await runUntil(Number.POSITIVE_INFINITY, plan, new Map(failing), seed);
      for (const left of leftovers(fs, seed)) await checkLeftover(left, record, undefined);
      await new Promise((resolve) => setTimeout(resolve, 30));
      for (const left of leftovers(fs, seed)) await checkLeftover(left, record, undefined);
    });
    await fc.assert(property, { numRuns: 25 });
  }, 120_000);
});
