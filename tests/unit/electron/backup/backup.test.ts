import { describe, expect, it } from 'vitest';
import { headerFile } from '#electron/header/header-file.ts';
import { appendMany } from '#tests/unit/electron/journal/memory-journal.ts';
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
