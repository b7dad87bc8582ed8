import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskSpace, freeBytesOf, freeDiskHandlers } from '#electron/disk/free-disk.ts';
import { guardFileSystem } from '#electron/disk/guarded-file-system.ts';
import { inTurn } from '#electron/disk/in-turn.ts';
import { nodeFileSystem, retryWhileHeld } from '#electron/disk/node-file-system.ts';
import { prepareWholeFile, writeWholeFile } from '#electron/disk/write-whole-file.ts';
import { FaultFileSystem, seededRandom } from './fault-file-system.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disk-'));
});
afterEach(() => rm(folder, { recursive: true }));

const failure = (code: string): Error => Object.assign(new Error(code), { code });

describe('node file system', () => {
  const fs = nodeFileSystem();

  it('writes, reads, cuts and renames', async () => {
    const path = join(folder, 'a');
    const file = await fs.open(path, 'create');
    await file.write(Buffer.from('0123456789'), 0);
    await file.write(Buffer.from('X'), 12);
    await file.truncate(11);
    await file.sync();
    const into = new Uint8Array(20);
    expect(await file.read(into, 8)).toBe(3);
    expect([...into.subarray(0, 3)]).toEqual([56, 57, 0]);
    await file.close();
    await expect(fs.open(path, 'create')).rejects.toMatchObject({ code: 'EEXIST' });
    await fs.rename(path, join(folder, 'b'));
    await fs.syncDirectory(folder);
    expect(await fs.list(folder)).toEqual(['b']);
    expect(await fs.size(join(folder, 'b'))).toBe(11);
    await fs.remove(join(folder, 'b'));
    await fs.remove(join(folder, 'b'));
    expect(await fs.readFile(join(folder, 'b'))).toBeNull();
  });

  it('makes files that other users can not read', async () => {
    const path = join(folder, 'a');
    await writeWholeFile(fs, path, Buffer.from('x'));
    const { mode } = await import('node:fs/promises').then(({ stat }) => stat(path));
    if (process.platform !== 'win32') expect(mode & 0o077).toBe(0);
  });

  it.each(['EPERM', 'EBUSY', 'EACCES'])(
    'tries again on Windows while a scanner holds the file (%s)',
    async (code) => {
      let tries = 0;
      const action = async (): Promise<string> => {
        tries++;
        if (tries < 4) throw failure(code);
        return 'done';
      };
      expect(await retryWhileHeld('win32', action)).toBe('done');
      tries = 0;
      await expect(retryWhileHeld('linux', action)).rejects.toMatchObject({ code });
      expect(tries).toBe(1);
    },
  );

  it('throws other errors at once, and a lasting one in the end', async () => {
    const throwing = (code: string) => () => Promise.reject(failure(code));
    await expect(retryWhileHeld('win32', throwing('ENOENT'))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(retryWhileHeld('win32', throwing('EBUSY'))).rejects.toMatchObject({ code: 'EBUSY' });
  });

  it('replaces a whole file only when it is committed', async () => {
    const path = join(folder, 'a');
    await writeFile(path, 'old');
    await writeFile(`${path}.new`, 'left by a crash');
    const prepared = await prepareWholeFile(fs, path, Buffer.from('new'));
    expect(await readFile(path, 'utf8')).toBe('old');
    await prepared.commit();
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await fs.list(folder)).toEqual(['a']);
  });
});

describe('guarded file system', () => {
  const faulty = (fault: 'ENOSPC' | 'EIO' | 'late'): FaultFileSystem =>
    Object.assign(new FaultFileSystem(seededRandom(1)), { faults: new Map([[2, fault]]) });

  it.each([
    ['ENOSPC', 'disk.full'],
    ['EIO', 'disk.failed'],
    ['late', 'disk.timeout'],
  ] as const)('answers %s as %s', async (fault, code) => {
    const fs = guardFileSystem(faulty(fault), 20);
    const file = await fs.open('/a', 'create');
    await expect(file.write(new Uint8Array(4), 0)).rejects.toMatchObject({ code });
  });

  it.each([
    ['written', 2],
    ['put in place', 4],
  ])('leaves nothing behind when a whole file can not be %s', async (_what, step) => {
    const raw = Object.assign(new FaultFileSystem(seededRandom(1)), { faults: new Map([[step, 'ENOSPC']]) });
    await expect(writeWholeFile(guardFileSystem(raw), '/a', new Uint8Array(4))).rejects.toMatchObject({
      code: 'disk.full',
    });
    expect(await raw.list('/')).toEqual([]);
  });
});

describe('free disk', () => {
  it('tells the free bytes of a real folder as a whole number', async () => {
    const free = await freeDiskHandlers(diskSpace(freeBytesOf(folder)))['app.freeDisk']();
    expect(free).toBeGreaterThan(0);
    expect(Number.isInteger(free)).toBe(true);
  });

  it('demands room, and lets the write decide where the system does not tell', async () => {
    await expect(diskSpace(async () => 99, 100).demandRoom()).rejects.toMatchObject({ code: 'disk.full' });
    await expect(diskSpace(async () => 100, 100).demandRoom()).resolves.toBeUndefined();
    const silent = diskSpace(() => Promise.reject(failure('EIO')));
    await expect(silent.demandRoom()).resolves.toBeUndefined();
    await expect(freeDiskHandlers(silent)['app.freeDisk']()).rejects.toMatchObject({ code: 'EIO' });
  });
});

it('runs actions in turn, also behind one that failed', async () => {
  const turn = inTurn();
  const seen: number[] = [];
  const slow = turn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    seen.push(1);
    throw failure('EIO');
  });
  const next = turn(async () => seen.push(2));
  await expect(slow).rejects.toMatchObject({ code: 'EIO' });
  await next;
  expect(seen).toEqual([1, 2]);
});
