import { describe, expect, it } from 'vitest';
import { guardFileSystem } from '#electron/disk/guarded-file-system.ts';
import { keepLedger, type TakenLedger, takeLedger } from '#electron/erasures/ledger-copies.ts';
import { ledgerFile } from '#electron/erasures/ledger-file.ts';
import {
  type Fault,
  FaultFileSystem,
  leftovers,
  seededRandom,
} from '#tests/unit/electron/disk/fault-file-system.ts';

const vault = '/data/vault';
const folder = '/share';
const facilityId = 'ab'.repeat(16);
const other = 'ab'.repeat(4) + 'cd'.repeat(12);
const own = `${folder}/wegmarke-abababab-erasures-0000000000000001.json`;

const disk = (): FaultFileSystem => new FaultFileSystem(seededRandom(1));
const entry = (number: number): Uint8Array => new Uint8Array([number, 0, 255, number]);
const add = (fs: FaultFileSystem, ...numbers: number[]): Promise<void> =>
  ledgerFile(fs, vault).add(numbers.map(entry));
const keep = (fs: FaultFileSystem, computer = 1, facility = facilityId): Promise<TakenLedger> =>
  keepLedger(guardFileSystem(fs, 2), {
    ...{ vault, folder, facilityId: facility },
    workstationId: computer.toString(16).padStart(16, '0'),
  });
const take = (fs: FaultFileSystem): Promise<TakenLedger> => takeLedger(fs, folder, facilityId);
const numbers = ({ entries }: TakenLedger): number[] =>
  entries.map((bytes) => bytes[0] ?? -1).sort((a, b) => a - b);
const names = async (fs: FaultFileSystem): Promise<readonly string[]> => (await fs.list(folder)).toSorted();

/** A share with a copy, and a computer whose ledger has these entries. */
async function kept(...there: number[]): Promise<FaultFileSystem> {
  const fs = disk();
  await add(fs, ...there);
  await keep(fs);
  return fs.afterPowerCut('none', seededRandom(2));
}

/** The share as another computer finds it, whose ledger has these entries. */
async function elsewhere(fs: FaultFileSystem, ...here: number[]): Promise<FaultFileSystem> {
  const next = disk();
  for (const name of await fs.list(folder))
    next.place(`${folder}/${name}`, fs.contentOf(`${folder}/${name}`));
  if (here.length > 0) await add(next, ...here);
  return next.afterPowerCut('none', seededRandom(3));
}

describe('the erasure ledger’s copy in the second place', () => {
  it('has what the ledger has, byte for byte, and only once there is something', async () => {
    const fs = disk();
    expect(await keep(fs)).toEqual({ entries: [], problem: null });
    expect(await names(fs)).toEqual([]);
    expect(await take(fs)).toEqual({ entries: [], problem: null });
    await add(fs, 1, 2);
    expect(await keep(fs)).toEqual({ entries: [], problem: null });
    expect(await take(fs)).toEqual({ entries: [entry(1), entry(2)], problem: null });
    const { steps } = fs;
    await keep(fs);
    expect(fs.steps).toBe(steps);
  });

  it('never has less: a computer that knows little adds to it and learns the rest', async () => {
    const fresh = await elsewhere(await kept(1, 2), 3);
    expect(numbers(await keep(fresh, 2))).toEqual([1, 2]);
    expect(numbers(await take(fresh))).toEqual([1, 2, 3]);
    const again = await elsewhere(fresh);
    expect(numbers(await keep(again))).toEqual([1, 2, 3]);
    expect(numbers(await take(again))).toEqual([1, 2, 3]);
    expect(await names(again)).toHaveLength(2);
  });

  it('is of no use to another facility, which says so and leaves it alone', async () => {
    const fs = await elsewhere(await kept(1), 9);
    const bytes = fs.contentOf(own);
    expect(numbers(await takeLedger(fs, folder, other))).toEqual([]);
    expect(await keep(fs, 2, other)).toEqual({ entries: [], problem: 'foreign' });
    expect(fs.contentOf(own)).toEqual(bytes);
    // Under a name with other digits it is not even looked at.
    expect(await takeLedger(fs, folder, 'ef'.repeat(16))).toEqual({ entries: [], problem: null });
    expect(await keep(fs, 1, other)).toMatchObject({ problem: 'foreign' });
    expect(fs.contentOf(`${own}.damaged`)).toEqual(bytes);
  });

  it('is refused with any flipped bit, put aside as it was, and written anew', async () => {
    const whole = await kept(1, 2);
    const good = whole.contentOf(own);
    for (let at = 0; at < good.length; at += 1) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ (1 << (at % 8));
      const fs = await elsewhere(whole, 2);
      fs.place(own, bad);
      const taken = await take(fs);
      expect(taken.entries).toEqual([]);
      expect(taken.problem).not.toBeNull();
      expect((await keep(fs)).problem).not.toBeNull();
      expect(fs.contentOf(`${own}.damaged`)).toEqual(bad);
      expect(numbers(await take(fs))).toEqual([2]);
      // As long as it lies there it is said; another one does not take its name.
      fs.place(own, bad.subarray(1));
      expect(await keep(fs)).toMatchObject({ problem: 'damaged' });
      expect(fs.contentOf(`${own}.damaged`)).toEqual(bad);
      expect(fs.contentOf(`${own}.damaged-2`)).toEqual(bad.subarray(1));
      expect(await keep(fs)).toMatchObject({ problem: 'damaged' });
    }
  });

  it('is said and left alone where it can not be read', async () => {
    const fs = await elsewhere(await kept(1), 2);
    const readFile = fs.readFile.bind(fs);
    fs.readFile = async (path) => {
      if (path === own) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
      return readFile(path);
    };
    expect(await take(fs)).toEqual({ entries: [], problem: 'unreadable' });
    await expect(keep(fs)).rejects.toMatchObject({ code: 'disk.failed' });
    expect(await keep(fs, 2)).toEqual({ entries: [], problem: 'unreadable' });
    fs.readFile = readFile;
    expect(numbers(await take(fs))).toEqual([1, 2]);
  });

  it('mends a ledger of which no copy is whole on this computer', async () => {
    const fs = await kept(1, 2);
    for (const name of ['erasures-a.json', 'erasures-b.json']) fs.place(`${vault}/${name}`, Buffer.from('x'));
    expect(numbers(await keep(fs))).toEqual([1, 2]);
  });

  it('is not believed where somebody made up more than a site can have', async () => {
    const fs = await kept(1);
    for (const computer of [2, 3]) {
      const made = disk();
      const entries = Array.from({ length: 60_000 }, (_, at) => new Uint8Array([at, at >> 8, computer]));
      await ledgerFile(made, vault).add(entries);
      await keep(made, computer);
      for (const name of await names(made))
        fs.place(`${folder}/${name}`, made.contentOf(`${folder}/${name}`));
    }
    expect(await take(fs)).toEqual({ entries: [], problem: 'damaged' });
  });
});

/** The ways to bring a copy up to date: there is one, none, or a damaged one. */
const begins = {
  'an older copy': async () => elsewhere(await kept(1, 2), 3),
  'no copy': async () => elsewhere(disk(), 3),
  'a damaged copy': async () => {
    const fs = await elsewhere(await kept(1, 2), 3);
    fs.place(own, fs.contentOf(own).subarray(0, 60));
    return fs;
  },
};

describe.each(Object.entries(begins))('over %s', (state, begin) => {
  const before = state === 'an older copy' ? [1, 2] : [];
  const afterwards = [...before, 3];

  async function expectKept(fs: FaultFileSystem): Promise<void> {
    if (state === 'a damaged copy') {
      const bytes = (await begin()).contentOf(own);
      const all = (await names(fs)).map((name) => fs.contentOf(`${folder}/${name}`));
      expect(all.some((content) => content.equals(bytes))).toBe(true);
    }
    expect(numbers(await take(fs))).toEqual(expect.arrayContaining(before));
    // What is left behind does not keep the next attempt from ending well.
    await keep(fs);
    expect(numbers(await take(fs))).toEqual(afterwards);
  }

  it('a power cut at any step loses no entry and no damaged file', async () => {
    const whole = await begin();
    await keep(whole);
    expect(whole.steps).toBeGreaterThanOrEqual(4);
    for (const left of leftovers(whole, 0)) expect(numbers(await take(left))).toEqual(afterwards);
    for (let step = 1; step <= whole.steps; step += 1) {
      const fs = Object.assign(await begin(), { cutAt: step });
      await expect(keep(fs)).rejects.toThrow();
      for (const left of leftovers(fs, step)) await expectKept(left);
    }
  });

  it.each<Fault>(['ENOSPC', 'EIO', 'late'])('%s at any step loses nothing either', async (fault) => {
    const whole = await begin();
    await keep(whole);
    for (let step = 1; step <= whole.steps; step += 1) {
      const fs = Object.assign(await begin(), { faults: new Map([[step, fault]]) });
      const done = await keep(fs).then(
        () => true,
        () => false,
      );
      if (done) expect(numbers(await take(fs))).toEqual(afterwards);
      await new Promise((resolve) => setTimeout(resolve, 30));
      await expectKept(fs);
    }
  });
});
