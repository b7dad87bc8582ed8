import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { type Fault, FaultFileSystem, seededRandom } from '#tests/unit/electron/disk/fault-file-system.ts';
import {
  check,
  copyTold,
  nothingTold,
  perform,
  type Step,
  type Told,
  type Weaken,
} from './inbox-under-faults.ts';

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('append' as const), length: fc.nat(120) }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'clear' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'restart' }) },
);
const steps = fc.array(step, { minLength: 1, maxLength: 10 });
const fault = fc.constantFrom<Fault>('ENOSPC', 'EIO');
const faults = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fault), { maxLength: 5 });

let crashPoints = 0;

/** The ways in which a run that stopped may be found at the next start. */
function leftovers(fs: FaultFileSystem, seed: number): readonly FaultFileSystem[] {
  return [
    fs.afterPowerCut('none', seededRandom(seed)),
    fs.afterPowerCut('all', seededRandom(seed)),
    fs.afterPowerCut('some', seededRandom(seed + 1)),
    fs.afterPowerCut('some', seededRandom(seed + 2)),
    fs.afterKill(seededRandom(seed + 3)),
  ];
}

const more: readonly Step[] = [
  { kind: 'append', length: 40 },
  { kind: 'clear' },
  { kind: 'append', length: 9 },
];

/** Looks at what is left, goes on, cuts the power, and looks again. */
async function checkLeftover(fs: FaultFileSystem, before: Told, weaken?: Weaken): Promise<void> {
  crashPoints++;
  const told = copyTold(before);
  await check(fs, told);
  await perform(more, told, fs, weaken);
  await check(fs.afterPowerCut('none', seededRandom(1)), told);
}

async function runUntil(
  cutAt: number,
  plan: readonly Step[],
  failing: ReadonlyMap<number, Fault>,
  seed: number,
  weaken?: Weaken,
) {
  const fs = new FaultFileSystem(seededRandom(seed));
  fs.cutAt = cutAt;
  fs.faults = failing;
  const told = nothingTold();
  await perform(plan, told, fs, weaken);
  return { fs, told };
}

function survivesEveryCut(failures: fc.Arbitrary<readonly (readonly [number, Fault])[]>, weaken?: Weaken) {
  return fc.asyncProperty(steps, failures, fc.nat(), async (plan, failing, seed) => {
    const byStep = new Map(failing);
    const whole = await runUntil(Number.POSITIVE_INFINITY, plan, byStep, seed, weaken);
    for (let cutAt = 1; cutAt <= whole.fs.steps + 1; cutAt++) {
      const { fs, told } = await runUntil(cutAt, plan, byStep, seed, weaken);
      for (const left of leftovers(fs, seed)) await checkLeftover(left, told, weaken);
    }
  });
}

/** What the check must notice: a file system on which one of the precautions is without effect. */
const weakened: readonly (readonly [string, Weaken])[] = [
  ['fsync of files is left out', (fs) => withSync(fs, async () => undefined)],
  ['fsync of folders is left out', (fs) => replaced(fs, 'syncDirectory', async () => undefined)],
  ['a failed fsync is tried again and believed', (fs) => withSync(fs, (sync) => sync().catch(sync))],
];

function replaced<K extends keyof FileSystem>(fs: FileSystem, name: K, by: FileSystem[K]): FileSystem {
  return new Proxy(fs, {
    get: (target, wanted: keyof FileSystem) => (wanted === name ? by : target[wanted].bind(target)),
  });
}

function withSync(fs: FileSystem, sync: (real: () => Promise<void>) => Promise<void>): FileSystem {
  return replaced(fs, 'open', async (path, mode) => {
    const file = await fs.open(path, mode);
    return { ...file, sync: () => sync(() => file.sync()) };
  });
}

describe('the inbox at a power cut at every step', () => {
  afterAll(() => console.info(`inbox: ${crashPoints} crash points covered`));

  it('keeps what it acknowledged, and nothing comes back', async () => {
    await fc.assert(survivesEveryCut(fc.constant([])), { numRuns: 40 });
  }, 120_000);

  it('keeps it when writes, fsyncs and renames fail besides', async () => {
    await fc.assert(survivesEveryCut(faults), { numRuns: 60 });
  }, 120_000);

  it('keeps it when operations hang and take effect late', async () => {
    const late = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constant<Fault>('late')), {
      minLength: 1,
      maxLength: 3,
    });
    // In one run: what a process has asked for does not outlive it.
    const oneRun = steps.map((plan) => plan.filter(({ kind }) => kind !== 'restart'));
    const property = fc.asyncProperty(oneRun, late, fc.nat(), async (plan, failing, seed) => {
      const { fs, told } = await runUntil(Number.POSITIVE_INFINITY, plan, new Map(failing), seed);
      for (const left of leftovers(fs, seed)) await checkLeftover(left, told);
      await new Promise((resolve) => setTimeout(resolve, 30));
      for (const left of leftovers(fs, seed)) await checkLeftover(left, told);
    });
    await fc.assert(property, { numRuns: 30 });
  }, 120_000);

  it.each(weakened)(
    'the check notices when %s',
    async (_, weaken) => {
      const result = await fc.check(survivesEveryCut(faults, weaken), { numRuns: 200, endOnFailure: true });
      expect(result.failed).toBe(true);
      expect(String(result.errorInstance)).toMatch(/lost|back|damage/);
    },
    120_000,
  );
});
