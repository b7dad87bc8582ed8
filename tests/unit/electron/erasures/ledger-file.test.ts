import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardFileSystem } from '#electron/disk/guarded-file-system.ts';
import { type LedgerFile, ledgerFile } from '#electron/erasures/ledger-file.ts';
import { FaultFileSystem, seededRandom } from '#tests/unit/electron/disk/fault-file-system.ts';

const directory = '/data/vault';
const copies = [`${directory}/erasures-a.json`, `${directory}/erasures-b.json`] as const;

const disk = (seed = 1): FaultFileSystem => new FaultFileSystem(seededRandom(seed));
const open = (fs: FaultFileSystem): LedgerFile => ledgerFile(guardFileSystem(fs, 50), directory);
const entry = (number: number): Uint8Array => new Uint8Array([number, 0, 255, number]);
const numbers = async (file: LedgerFile): Promise<number[]> =>
  (await file.read()).map((bytes) => bytes[0] ?? -1).sort((a, b) => a - b);

async function written(...entries: number[]): Promise<FaultFileSystem> {
  const fs = disk();
  for (const number of entries) await open(fs).add([entry(number)]);
  return fs;
}

describe('the erasure ledger’s file', () => {
  it('is empty at first, and keeps every entry once, byte for byte', async () => {
    const fs = disk();
    expect(await open(fs).read()).toEqual([]);
    await open(fs).add([entry(1), entry(2)]);
    await open(fs).add([entry(2), entry(3)]);
    expect(await numbers(open(fs))).toEqual([1, 2, 3]);
    expect((await open(fs).read())[0]).toEqual(entry(1));
  });

  it.each(copies)(
    'has everything when %s is damaged or missing, and mends it with the next entry',
    async (path) => {
      for (const content of [Buffer.alloc(0), Buffer.from('{}'), null]) {
        const fs = await written(1, 2);
        if (content) fs.place(path, content);
        else await fs.remove(path);
        expect(await numbers(open(fs))).toEqual([1, 2]);
        await open(fs).add([entry(3)]);
        expect(fs.contentOf(copies[0])).toEqual(fs.contentOf(copies[1]));
        expect(await numbers(open(fs))).toEqual([1, 2, 3]);
      }
    },
  );

  it('notices every flipped bit', async () => {
    const fs = await written(1);
    const good = fs.contentOf(copies[0]);
    await fs.remove(copies[1]);
    for (let at = 0; at < good.length; at += 1) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ (1 << (at % 8));
      fs.place(copies[0], bad);
      await expect(open(fs).read()).rejects.toMatchObject({ code: 'erasures.damaged' });
    }
  });

  it('is begun anew by the next entry where no copy is whole', async () => {
    const fs = await written(1);
    for (const path of copies) fs.place(path, Buffer.from('x'));
    await open(fs).add([entry(2)]);
    expect(await numbers(open(fs))).toEqual([2]);
  });

  it('loses nothing that was acknowledged, wherever the power is cut', async () => {
    const run = async (fs: FaultFileSystem): Promise<number[]> => {
      const acknowledged: number[] = [];
      for (let number = 1; number <= 3 && !fs.isOff; number += 1)
        await open(fs)
          .add([entry(number)])
          .then(() => acknowledged.push(number))
          .catch(() => undefined);
      return acknowledged;
    };
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const whole = disk(seed);
        await run(whole);
        expect(whole.steps).toBeGreaterThan(10);
        for (let cutAt = 1; cutAt <= whole.steps + 1; cutAt += 1) {
          const fs = Object.assign(disk(seed), { cutAt });
          const acknowledged = await run(fs);
          for (const after of [
            fs.afterPowerCut('none', seededRandom(seed)),
            fs.afterPowerCut('all', seededRandom(seed)),
            fs.afterPowerCut('some', seededRandom(seed + cutAt)),
          ]) {
            const there = await numbers(open(after));
            expect(there).toEqual(expect.arrayContaining(acknowledged));
            expect(there.length).toBeLessThanOrEqual(acknowledged.length + 1);
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});
