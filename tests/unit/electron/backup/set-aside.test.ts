import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { restoreFolders, restoreTimes } from '#electron/backup/restore.ts';
import { emptySetAside, listSetAside } from '#electron/backup/set-aside.ts';
import { nodeFileSystem } from '#electron/disk/node-file-system.ts';
import { headerFile } from '#electron/header/header-file.ts';
import { seededRandom } from '#tests/unit/electron/disk/fault-file-system.ts';
import { appendMany } from '#tests/unit/electron/journal/memory-journal.ts';
import { folders, headerOf, memoryDisk, noon, openBackup } from './backup-cases.ts';

const noonName = '2026-11-29T120000Z';

/** A PC that was restored twice. */
async function restoredTwice() {
  const fs = memoryDisk();
  await headerFile(fs, folders.vault).write(headerOf(1));
  const opened = await openBackup(fs);
  const { backup, journal, clock } = opened;
  await appendMany(journal, 3);
  await backup.makeNow();
  const [snapshot] = await backup.list();
  if (!snapshot) throw new Error('no snapshot');
  for (let count = 0; count < 2; count += 1) {
    await backup.restore(snapshot);
    clock.now += 3_600_000;
  }
  return { fs, ...opened };
}

describe('what restores have set aside', () => {
  it('is listed with its time and size, newest first, without a name of the disk', async () => {
    const { fs, backup } = await restoredTwice();
    const listed = await backup.listSetAside();
    expect(listed.map(({ at }) => at)).toEqual([noon + 3_600_000, noon]);
    const aside = join(folders.setAside, noonName);
    const sizes = (await fs.list(aside)).map((name) => fs.contentOf(join(aside, name)).length);
    expect(listed[1]?.bytes).toBe(sizes.reduce((sum, bytes) => sum + bytes, 0));
    expect(JSON.stringify(listed)).not.toContain('2026');
  });

  it('goes one by one, and no other file with it', async () => {
    const { fs, backup, journal } = await restoredTwice();
    const [newer, older] = await backup.listSetAside();
    const snapshots = await backup.list();
    await backup.deleteSetAside(older?.id ?? '');
    expect(await backup.listSetAside()).toEqual([newer]);
    await backup.deleteSetAside('0123456789abcdef');
    expect(await backup.listSetAside()).toEqual([newer]);
    expect(await backup.list()).toEqual(snapshots);
    expect(journal.status()).toMatchObject({ lastSeq: 3, condition: 'clean' });
    const next = fs.afterPowerCut('none', seededRandom(1));
    expect(await next.list(join(folders.setAside, noonName))).toEqual([]);
    expect((await openBackup(next)).journal.status()).toMatchObject({ lastSeq: 3, condition: 'clean' });
  });

  it('is still listed, and can be deleted, after a power cut at any step of deleting it', async () => {
    const whole = await restoredTwice();
    const [id = ''] = (await whole.backup.listSetAside()).map((one) => one.id);
    const first = whole.fs.steps;
    await whole.backup.deleteSetAside(id);
    expect(whole.fs.steps).toBeGreaterThan(first + 1);
    for (let step = first + 1; step <= whole.fs.steps; step += 1) {
      const { fs, backup } = await restoredTwice();
      fs.cutAt = step;
      await expect(backup.deleteSetAside(id)).rejects.toThrow();
      for (const left of [fs.afterPowerCut('none', seededRandom(step)), fs.afterKill(seededRandom(step))]) {
        const again = await openBackup(left);
        await again.backup.deleteSetAside(id);
        expect((await again.backup.listSetAside()).map((one) => one.id)).not.toContain(id);
        expect(again.journal.status()).toMatchObject({ lastSeq: 3, condition: 'clean' });
      }
    }
  });

  it('leaves its empty folder, which says when the restore was, and strangers alone', async () => {
    const data = await mkdtemp(join(tmpdir(), 'wegmarke-aside-'));
    onTestFinished(() => rm(data, { recursive: true }));
    const fs = nodeFileSystem();
    const here = restoreFolders(data);
    for (const name of [noonName, 'notes']) {
      await mkdir(join(here.setAside, name), { recursive: true });
      await writeFile(join(here.setAside, name, '000001.wmj'), 'bytes');
    }
    const listed = await listSetAside(fs, here.setAside);
    expect(listed).toMatchObject([{ at: noon, bytes: 5 }]);
    await emptySetAside(fs, here.setAside, listed[0]?.id ?? '');
    expect(await listSetAside(fs, here.setAside)).toEqual([]);
    expect(await restoreTimes(fs, here)).toEqual([noon]);
    expect(await readdir(join(here.setAside, 'notes'))).toEqual(['000001.wmj']);
  });
});
