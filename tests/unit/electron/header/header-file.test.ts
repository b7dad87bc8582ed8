import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { diskSpace } from '#electron/disk/free-disk.ts';
import { guardFileSystem } from '#electron/disk/guarded-file-system.ts';
import { type HeaderFile, headerFile } from '#electron/header/header-file.ts';
import { headerHandlers } from '#electron/header/header-handlers.ts';
import { type Fault, FaultFileSystem, seededRandom } from '#tests/unit/electron/disk/fault-file-system.ts';

const directory = '/data/vault';
const copies = [`${directory}/header-a.json`, `${directory}/header-b.json`] as const;

const disk = (seed = 1): FaultFileSystem => new FaultFileSystem(seededRandom(seed));
const open = (fs: FaultFileSystem): HeaderFile => headerFile(guardFileSystem(fs, 50), directory);
const textOf = (generation: number): string =>
  JSON.stringify({ generation, filling: 'ä'.repeat(generation % 7) });
const header = (generation: number) => ({ generation, text: textOf(generation) });

async function written(last: number): Promise<FaultFileSystem> {
  const fs = disk();
  for (let generation = 1; generation <= last; generation++) await open(fs).write(header(generation));
  return fs;
}

describe('header file', () => {
  it('is absent at first, then answers the last one written', async () => {
    const fs = disk();
    expect(await open(fs).read()).toBeNull();
    await open(fs).write(header(1));
    await open(fs).write(header(2));
    expect(await open(fs).read()).toEqual(header(2));
    expect(fs.contentOf(copies[0])).toEqual(fs.contentOf(copies[1]));
  });

  it('refuses a generation that does not follow, and takes the present one once more', async () => {
    const fs = await written(2);
    for (const generation of [1, 2, 4]) {
      const other = { generation, text: 'other' };
      await expect(open(fs).write(other)).rejects.toMatchObject({ code: 'header.outdated' });
    }
    await expect(open(disk()).write(header(2))).rejects.toMatchObject({ code: 'header.outdated' });
    await open(fs).write(header(2));
    expect(await open(fs).read()).toEqual(header(2));
  });

  it.each(copies)('reads on and repairs when %s is damaged, older or missing', async (path) => {
    const older = (await written(2)).contentOf(path);
    for (const content of [Buffer.alloc(0), Buffer.from('{}'), older, null]) {
      const fs = await written(3);
      const good = fs.contentOf(path);
      if (content) fs.place(path, content);
      else await fs.remove(path);
      expect(await open(fs).read()).toEqual(header(3));
      expect(fs.contentOf(path)).toEqual(good);
    }
  });

  it('notices every flipped bit', async () => {
    const fs = await written(3);
    const good = fs.contentOf(copies[0]);
    for (let at = 0; at < good.length; at++) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ (1 << (at % 8));
      fs.place(copies[0], bad);
      expect(await open(fs).read()).toEqual(header(3));
      expect(fs.contentOf(copies[0])).toEqual(good);
    }
  });

  it('says that it is damaged when no copy is whole, and never that there is none', async () => {
    const fs = await written(3);
    fs.place(copies[0], Buffer.from('x'));
    fs.place(copies[1], Buffer.alloc(0));
    await expect(open(fs).read()).rejects.toMatchObject({ code: 'header.damaged' });
    await expect(open(fs).write(header(4))).rejects.toMatchObject({ code: 'header.outdated' });
    await fs.remove(copies[0]);
    await expect(open(fs).read()).rejects.toMatchObject({ code: 'header.damaged' });
    expect(fs.contentOf(copies[1])).toEqual(Buffer.alloc(0));
  });

  it('is not written when there is too little room', async () => {
    const fs = disk();
    const handlers = headerHandlers(
      open(fs),
      diskSpace(async () => 1),
    );
    await expect(handlers['header.write'](header(1))).rejects.toMatchObject({ code: 'disk.full' });
    expect(await handlers['header.read']()).toBeNull();
  });
});

/** What a run over a failing disk acknowledged, and the newest that it tried to write. */
interface Outcome {
  readonly acknowledged: number;
  readonly tried: number;
}

async function run(fs: FaultFileSystem, writes: number): Promise<Outcome> {
  let acknowledged = 0;
  let tried = 0;
  for (let generation = 1; generation <= writes && !fs.isOff; generation++) {
    tried = generation;
    for (let attempt = 0; attempt < 3 && acknowledged < generation; attempt++) {
      await open(fs)
        .write(header(generation))
        .then(() => {
          acknowledged = generation;
        })
        .catch(() => undefined);
    }
    if (acknowledged < generation) break;
  }
  return { acknowledged, tried };
}

/** Throws unless a read answers the last acknowledged header or the one being written; answers its generation. */
async function check(fs: FaultFileSystem, { acknowledged, tried }: Outcome): Promise<number> {
  const found = (await open(fs).read()) ?? { generation: 0, text: textOf(0) };
  if (found.text !== textOf(found.generation)) throw new Error('header garbled');
  if (found.generation < acknowledged || found.generation > tried) {
    throw new Error(`header lost: ${found.generation}, acknowledged ${acknowledged}, tried ${tried}`);
  }
  return found.generation;
}

describe('the header file at a power cut at every step', () => {
  let crashPoints = 0;
  afterAll(() => console.info(`header: ${crashPoints} crash points covered`));

  const faults = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 50 }), fc.constantFrom<Fault>('ENOSPC', 'EIO')),
    {
      maxLength: 4,
    },
  );

  const property = (make: (seed: number) => FaultFileSystem) =>
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), faults, fc.nat(), async (writes, failing, seed) => {
      const start = (): FaultFileSystem => Object.assign(make(seed), { faults: new Map(failing) });
      const whole = start();
      await run(whole, writes);
      for (let cutAt = 1; cutAt <= whole.steps + 1; cutAt++) {
        const fs = Object.assign(start(), { cutAt });
        const outcome = await run(fs, writes);
        const found = [
          fs.afterPowerCut('none', seededRandom(seed)),
          fs.afterPowerCut('all', seededRandom(seed)),
          fs.afterPowerCut('some', seededRandom(seed + cutAt)),
          fs.afterPowerCut('some', seededRandom(seed + cutAt + 1)),
          fs.afterKill(seededRandom(seed)),
        ];
        for (const left of found) {
          crashPoints++;
          const generation = await check(left, outcome);
          // What was read once must not be taken back by a later power cut.
          const again = left.afterPowerCut('none', seededRandom(seed));
          await check(again, { acknowledged: generation, tried: generation });
          await open(again).write(header(generation + 1));
          await check(again, { acknowledged: generation + 1, tried: generation + 1 });
        }
      }
    });

  it('answers the last acknowledged header or the one being written', async () => {
    await fc.assert(property(disk), { numRuns: 60 });
  }, 120_000);

  it('the check notices when fsync is left out', async () => {
    class Forgetful extends FaultFileSystem {
      override async open(path: string, mode: 'read' | 'update' | 'create') {
        const file = await super.open(path, mode);
        return { ...file, sync: async () => undefined };
      }
    }
    const result = await fc.check(
      property((seed) => new Forgetful(seededRandom(seed))),
      { numRuns: 100, endOnFailure: true },
    );
    expect(result.failed).toBe(true);
    expect(String(result.errorInstance)).toMatch(/header/);
  }, 120_000);

  it('the check notices when fsync of the folder is left out', async () => {
    class Forgetful extends FaultFileSystem {
      override async syncDirectory(): Promise<void> {}
    }
    const result = await fc.check(
      property((seed) => new Forgetful(seededRandom(seed))),
      { numRuns: 100, endOnFailure: true },
    );
    expect(result.failed).toBe(true);
  }, 120_000);
});
