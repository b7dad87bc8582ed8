import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verify } from '#electron/backup/read-snapshot.ts';
import { parseSnapshotName } from '#electron/backup/snapshot-name.ts';
import { copySnapshot, makeSnapshot } from '#electron/backup/write-snapshot.ts';
import { guardFileSystem } from '#electron/disk/guarded-file-system.ts';
import {
  type Fault,
  type FaultFileSystem,
  seededRandom,
} from '#tests/unit/electron/disk/fault-file-system.ts';
import { facility, frameTexts, hereFolder, journalTexts, snapshotOf, sourceOf } from './backup-cases.ts';

/** A disk that already has a snapshot, all of it fsync'd. */
async function prepared(): Promise<{ readonly fs: FaultFileSystem; readonly name: string }> {
  const { fs, name } = await snapshotOf(9);
  return { fs: fs.afterPowerCut('none', seededRandom(1)), name };
}

const later = sourceOf(9, sourceOf(9).madeAt + 3_600_000);

/** The ways to end at which the power may be cut: another snapshot is made, or one is copied. */
const deeds = {
  made: { run: (fs: FaultFileSystem) => makeSnapshot(fs, hereFolder, facility, later), folder: hereFolder },
  copied: {
    run: (fs: FaultFileSystem, name: string) => copySnapshot(fs, join(hereFolder, name), '/share'),
    folder: '/share',
  },
};

function leftovers(fs: FaultFileSystem, seed: number): readonly FaultFileSystem[] {
  return [
    fs.afterPowerCut('none', seededRandom(seed)),
    fs.afterPowerCut('all', seededRandom(seed)),
    fs.afterPowerCut('some', seededRandom(seed + 1)),
    fs.afterPowerCut('some', seededRandom(seed + 2)),
    fs.afterKill(seededRandom(seed + 3)),
  ];
}

/** Names of snapshots in a folder; every one of them is whole. */
async function wholeNames(fs: FaultFileSystem, folder: string): Promise<readonly string[]> {
  const names = (await fs.list(folder)).filter((name) => parseSnapshotName(name) !== null);
  for (const name of names) expect(await verify(fs, join(folder, name))).toMatchObject({ lastSeq: 9 });
  return names;
}

describe.each(Object.entries(deeds))('a power cut while a snapshot is %s', (_, { run, folder }) => {
  it('leaves the old ones and no half one, at every step', async () => {
    const whole = await prepared();
    await run(whole.fs, whole.name);
    const steps = whole.fs.steps;
    expect(steps).toBeGreaterThanOrEqual(5);
    for (let step = 1; step <= steps; step++) {
      const { fs, name } = await prepared();
      fs.cutAt = step;
      await expect(run(fs, name)).rejects.toThrow();
      for (const left of leftovers(fs, step)) {
        expect(await wholeNames(left, hereFolder)).toContain(name);
        await wholeNames(left, folder);
        expect(await journalTexts(left)).toEqual(frameTexts(9));
        // What is left behind does not keep the next one from being made.
        await run(left, name);
        expect((await wholeNames(left, folder)).length).toBeGreaterThan(0);
      }
    }
  });

  it('keeps what it answered as made', async () => {
    const { fs, name } = await prepared();
    const made = await run(fs, name);
    for (const left of leftovers(fs, 1)) expect(await wholeNames(left, folder)).toContain(made.name);
  });
});

describe('a write that fails while a snapshot is made', () => {
  it.each<Fault>(['ENOSPC', 'EIO', 'late'])(
    '%s: is said and leaves nothing, at every step',
    async (fault) => {
      const whole = await prepared();
      await deeds.made.run(whole.fs);
      for (let step = 1; step <= whole.fs.steps; step++) {
        const { fs, name } = await prepared();
        fs.faults = new Map([[step, fault]]);
        const made = await makeSnapshot(guardFileSystem(fs, 2), hereFolder, facility, later).then(
          () => true,
          () => false,
        );
        // The fault may have met what was not needed for it: removing an earlier attempt.
        const names = await wholeNames(fs, hereFolder);
        expect(names).toContain(name);
        if (made) expect(names).toHaveLength(2);
      }
    },
  );
});

describe('the check notices', () => {
  it("when the file is not fsync'd", async () => {
    let halves = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const { fs } = await prepared();
      const lazy = new Proxy(fs, {
        get: (target, name: keyof FaultFileSystem) => {
          if (name !== 'open') {
            const value = target[name];
            return typeof value === 'function' ? value.bind(target) : value;
          }
          return async (path: string, mode: 'read' | 'update' | 'create') => ({
            ...(await target.open(path, mode)),
            sync: async () => undefined,
          });
        },
      });
      await makeSnapshot(lazy, hereFolder, facility, later);
      const left = fs.afterPowerCut('some', seededRandom(seed));
      halves += await wholeNames(left, hereFolder).then(
        () => 0,
        () => 1,
      );
    }
    expect(halves).toBeGreaterThan(0);
  });
});
