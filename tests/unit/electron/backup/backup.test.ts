import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headerFile } from '#electron/header/header-file.ts';
import { type FaultFileSystem, seededRandom } from '#tests/unit/electron/disk/fault-file-system.ts';
import { appendMany, bytes as textBytes } from '#tests/unit/electron/journal/memory-journal.ts';
import {
  deadWorker,
  folders,
  headerOf,
  hereFolder,
  memoryDisk,
  openBackup,
  workerOver,
} from './backup-cases.ts';

const hour = 3_600_000;

async function readyDisk() {
  const fs = memoryDisk();
  await headerFile(fs, folders.vault).write(headerOf(1));
  return fs;
}

describe('snapshots on a schedule', () => {
  it('are made hourly if something changed, and copied to the second place', async () => {
    const fs = await readyDisk();
    const { backup, journal, clock, states } = await openBackup(fs);
    await appendMany(journal, 2);
    await backup.consider('hour');
    await backup.consider('hour');
    clock.now += hour;
    await backup.consider('hour');
    expect(await fs.list(hereFolder)).toHaveLength(1);
    await appendMany(journal, 1);
    expect(backup.state()).toMatchObject({ unsaved: 1, here: { newest: { lastSeq: 2 } } });
    await backup.choose('/share');
    await backup.consider('hour');
    expect((await fs.list(hereFolder)).length).toBe(2);
    expect((await fs.list('/share')).toSorted()).toEqual((await fs.list(hereFolder)).toSorted());
    expect(backup.state()).toMatchObject({
      busy: false,
      unsaved: 0,
      here: { newest: { lastSeq: 3, whole: true }, problem: null },
      away: { newest: { lastSeq: 3 }, problem: null, folder: '/share' },
    });
    expect(states.some(({ busy }) => busy)).toBe(true);
    expect((await openBackup(fs)).backup.state().away.folder).toBe('/share');
  });

  it('are made here although the second place is dead, which is said and tried again later', async () => {
    const fs = await readyDisk();
    let tries = 0;
    const away = deadWorker();
    const counted: typeof away = {
      ...away,
      run: (job, takes) => {
        tries += job === 'copy' ? 1 : 0;
        return away.run(job, takes);
      },
    };
    const { backup, journal, clock } = await openBackup(fs, { away: counted });
    await appendMany(journal, 1);
    await backup.makeNow();
    await backup.choose('//server/share');
    expect(backup.state()).toMatchObject({
      here: { newest: { lastSeq: 1 }, problem: null },
      away: { newest: null, problem: 'backup.timeout' },
    });
    expect(tries).toBe(1);
    await backup.consider('hour');
    expect(tries).toBe(1);
    clock.now += 5 * 60_000;
    await backup.consider('hour');
    expect(tries).toBe(2);
    clock.now += 5 * 60_000;
    await backup.consider('hour');
    expect(tries).toBe(2);
    expect((await backup.list()).map(({ place }) => place)).toEqual(['here']);
  });

  it('say that the disk is full, write nothing, and are made again when there is room', async () => {
    const fs = await readyDisk();
    const full = await openBackup(fs, { here: workerOver(fs, 400_000_000) });
    await appendMany(full.journal, 1);
    await expect(full.backup.makeNow()).rejects.toMatchObject({ code: 'disk.full' });
    expect(full.backup.state().here).toEqual({ newest: null, problem: 'disk.full' });
    expect(await fs.list(hereFolder)).toEqual([]);
    await full.journal.close();
    const { backup } = await openBackup(fs);
    expect(await backup.makeNow()).toMatchObject({ here: { problem: null, newest: { lastSeq: 1 } } });
  });

  it('leave other files and other facilities alone', async () => {
    const fs = await readyDisk();
    const strangers = [
      'Urlaub.txt',
      'wegmarke-cdcdcdcd-20200101T000000Z-1.wms',
      'wegmarke-cdcdcdcd-20200101T000000Z-2.wms.new',
    ];
    for (const name of strangers) fs.place(`${hereFolder}/${name}`, Buffer.from('x'));
    fs.place(`${hereFolder}/wegmarke-abababab-20200101T000000Z-2.wms.new`, Buffer.from('half'));
    const { backup, journal, clock } = await openBackup(fs);
    for (let at = 0; at < 60; at++) {
      await appendMany(journal, 1);
      clock.now += hour;
      await backup.consider('hour');
    }
    const names = await fs.list(hereFolder);
    expect(names).toEqual(expect.arrayContaining(strangers));
    expect(names.filter((name) => name.includes('abababab')).length).toBeLessThanOrEqual(24 + 14 + 8);
    expect(names.filter((name) => name.includes('abababab')).length).toBeGreaterThanOrEqual(24);
    expect(names.some((name) => name.startsWith('wegmarke-abababab') && name.endsWith('.new'))).toBe(false);
    expect((await backup.list()).every(({ name }) => name.includes('abababab'))).toBe(true);
  });

  it('are not made without a journal, and not put into the data folder twice', async () => {
    const { backup } = await openBackup(await readyDisk());
    await expect(backup.makeNow()).rejects.toMatchObject({ code: 'backup.nothing' });
    await expect(backup.choose('/data/second')).rejects.toMatchObject({ code: 'backup.inside-data' });
    await expect((async () => backup.read({ place: 'away', name: 'x' }, 1, 1000))()).rejects.toMatchObject({
      code: 'backup.missing',
    });
  });

  it('show one that was damaged since, and count on an older one', async () => {
    const fs = await readyDisk();
    const { backup, journal, clock } = await openBackup(fs);
    await appendMany(journal, 1);
    await backup.makeNow();
    clock.now += hour;
    await appendMany(journal, 1);
    await backup.makeNow();
    const newest = (await backup.list())[0]?.name ?? '';
    fs.place(`${hereFolder}/${newest}`, fs.contentOf(`${hereFolder}/${newest}`).subarray(0, 200));
    expect((await backup.list()).map(({ whole }) => whole)).toEqual([false, true]);
    expect(backup.state().here.newest?.lastSeq).toBe(1);
  });
});

describe('reading snapshots back', () => {
  const flip = (fs: FaultFileSystem, name: string): void => {
    const bytes = fs.contentOf(join(hereFolder, name));
    const at = bytes.length - 100;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    fs.place(join(hereFolder, name), bytes);
  };

  async function withTwo() {
    const fs = await readyDisk();
    const opened = await openBackup(fs);
    await appendMany(opened.journal, 5);
    await opened.backup.makeNow();
    opened.clock.now += 7_200_000;
    await opened.journal.append(6, textBytes('frame 6'));
    await opened.backup.makeNow();
    const [newest, older] = await opened.backup.list();
    if (!newest || !older) throw new Error('no two snapshots');
    return { fs, ...opened, newest, older };
  }

  it('by the button finds a flipped bit that no glance shows, and never offers that snapshot again', async () => {
    const { fs, backup, states, newest, older, clock } = await withTwo();
    expect(newest).toMatchObject({ whole: true, verifiedAt: clock.now });
    flip(fs, newest.name);
    expect((await backup.list())[0]?.whole).toBe(true);
    clock.now += 60_000;
    expect(await backup.verifyAll()).toEqual({ read: 2, damaged: 1, stopped: false });
    expect(states.map(({ verifying }) => verifying)).toContainEqual({ done: 1, of: 2 });
    expect(backup.state()).toMatchObject({ verifying: null, here: { newest: { name: older.name } } });
    const found = { whole: false, verifiedAt: clock.now };
    expect((await backup.list())[0]).toMatchObject(found);
    // Also after the next start, and the next snapshot counts from the whole one.
    const again = await openBackup(fs.afterPowerCut('none', seededRandom(1)));
    expect((await again.backup.list())[0]).toMatchObject(found);
    expect(again.backup.state()).toMatchObject({ unsaved: 1, here: { newest: { name: older.name } } });
    await expect(again.backup.restore({ place: 'here', name: newest.name })).rejects.toMatchObject({
      code: 'backup.damaged',
    });
  });

  it('comes by itself a week after, the oldest first, one at a time', async () => {
    const { fs, backup, newest, older, clock } = await withTwo();
    flip(fs, older.name);
    clock.now += 6 * 86_400_000;
    await backup.consider('hour');
    expect((await backup.list()).find(({ name }) => name === older.name)?.whole).toBe(true);
    clock.now += 2 * 86_400_000;
    await backup.consider('hour');
    const listed = await backup.list();
    expect(listed.find(({ name }) => name === older.name)).toMatchObject({
      whole: false,
      verifiedAt: clock.now,
    });
    expect(listed.find(({ name }) => name === newest.name)?.verifiedAt).toBeLessThan(clock.now);
    await backup.consider('hour');
    expect((await backup.list()).find(({ name }) => name === newest.name)).toMatchObject({
      whole: true,
      verifiedAt: clock.now,
    });
  });

  it('can be stopped, and a place that is gone is said', async () => {
    const { fs } = await withTwo();
    const reader = workerOver(fs);
    const { backup } = await openBackup(fs, {
      here: {
        ...reader,
        run: (job, takes) => {
          if (job === 'verify') backup.stopVerifying();
          return reader.run(job, takes);
        },
      },
    });
    expect(await backup.verifyAll()).toEqual({ read: 1, damaged: 0, stopped: true });
    const { backup: dead } = await openBackup(await readyDisk(), { here: deadWorker() });
    expect(await dead.verifyAll()).toEqual({ read: 0, damaged: 0, stopped: false });
  });
});
