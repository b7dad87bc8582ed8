import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { finishRestore } from '#electron/backup/restore.ts';
import { makeSnapshot } from '#electron/backup/write-snapshot.ts';
import { headerFile } from '#electron/header/header-file.ts';
import { readWorkstation } from '#electron/header/workstation-id.ts';
import { type FaultFileSystem, seededRandom } from '#tests/unit/electron/disk/fault-file-system.ts';
import { appendMany } from '#tests/unit/electron/journal/memory-journal.ts';
import {
  facility,
  folders,
  frameTexts,
  headerOf,
  hereFolder,
  journalOf,
  journalTexts,
  memoryDisk,
  openBackup,
  openJournalOn,
  sourceOf,
  workerOver,
} from './backup-cases.ts';

/** A disk in use: a header, a snapshot of 6 frames and a journal of 14. */
async function inUse(): Promise<{ readonly fs: FaultFileSystem; readonly name: string }> {
  const fs = await journalOf(14);
  const header = headerFile(fs, folders.vault);
  for (const generation of [1, 2, 3]) await header.write(headerOf(generation));
  await readWorkstation(fs, folders.vault);
  const { name } = await makeSnapshot(fs, hereFolder, facility, sourceOf(6));
  return { fs: fs.afterPowerCut('none', seededRandom(1)), name };
}

/** What the next start finds. */
async function nextStart(fs: FaultFileSystem) {
  await finishRestore(fs, folders);
  return {
    texts: await journalTexts(fs),
    workstation: await readWorkstation(fs, folders.vault),
    header: await headerFile(fs, folders.vault).read(),
  };
}

describe('restoring a snapshot', () => {
  it('gives exactly its journal, a new workstation id, and goes on from there', async () => {
    const { fs, name } = await inUse();
    const before = await readWorkstation(fs, folders.vault);
    const { backup, journal } = await openBackup(fs);
    await backup.restore({ place: 'here', name });
    expect(journal.status()).toMatchObject({ lastSeq: 6, condition: 'clean' });
    await appendMany(journal, 2);
    const { texts, workstation } = await nextStart(fs.afterPowerCut('none', seededRandom(2)));
    expect(texts).toEqual(frameTexts(8));
    expect(workstation.workstationId).not.toBe(before.workstationId);
    expect(workstation.replaced).toEqual([before.workstationId]);
    expect(backup.workstation).toEqual(workstation);
  });

  it('sets the journal aside as it was, and backs it up before', async () => {
    const { fs, name } = await inUse();
    const segments = (await fs.list(folders.journal)).toSorted();
    const { backup } = await openBackup(fs);
    await backup.restore({ place: 'here', name });
    const aside = join(folders.setAside, '2026-11-29T120000Z');
    expect((await fs.list(aside)).toSorted()).toEqual(expect.arrayContaining(segments));
    const last = (await backup.list()).find(({ lastSeq }) => lastSeq === 14);
    expect(last).toMatchObject({ place: 'here', whole: true });
    await backup.restore({ place: 'here', name: last?.name ?? '' });
    expect(await journalTexts(fs)).toEqual(frameTexts(14));
  });

  it('is followed by snapshots of its own, although the replaced journal had as many entries', async () => {
    const { fs, name } = await inUse();
    const { backup, journal, clock } = await openBackup(fs);
    await backup.list();
    await backup.restore({ place: 'here', name });
    await appendMany(journal, 8);
    expect(journal.status().lastSeq).toBe(14);
    expect(backup.state().unsaved).toBe(14);
    // Within the second of the restore, too.
    await backup.consider('quit');
    expect(backup.state().unsaved).toBe(0);
    const own = backup.state().here.newest;
    expect((await backup.list()).map((one) => one.name)).toContain(own?.name);
    await journal.close();
    const rest = await openBackup(fs);
    rest.clock.now = clock.now + 3_600_000;
    const made = await rest.backup.list();
    // The newest, and what was there before the restore; of the one that was restored this hour has a newer one.
    expect(made.map(({ madeAt, lastSeq }) => [madeAt - clock.now, lastSeq])).toEqual([
      [1000, 14],
      [0, 14],
    ]);
    expect(rest.backup.state().unsaved).toBe(0);
  });

  it('keeps a header that is newer, and refuses another facility', async () => {
    const { fs, name } = await inUse();
    const header = headerFile(fs, folders.vault);
    await header.write(headerOf(4));
    const { backup } = await openBackup(fs);
    await backup.restore({ place: 'here', name });
    expect(await header.read()).toEqual(headerOf(4));

    const other = await journalOf(3);
    await headerFile(other, folders.vault).write(headerOf(1, 'cd'.repeat(16)));
    other.place('/stick/a.wms', fs.contentOf(join(hereFolder, name)));
    const elsewhere = await openBackup(other);
    await expect(elsewhere.backup.restoreFile('/stick/a.wms')).rejects.toMatchObject({
      code: 'backup.other-facility',
    });
    expect(await journalTexts(other)).toEqual(frameTexts(3));
  });

  it('brings the header with it to a fresh PC, and to one whose header can not be read', async () => {
    const { fs, name } = await inUse();
    const file = fs.contentOf(join(hereFolder, name));
    for (const damaged of [false, true]) {
      const fresh = memoryDisk();
      fresh.place('/stick/a.wms', file);
      if (damaged) fresh.place(join(folders.vault, 'header-a.json'), Buffer.from('{'));
      const { backup } = await openBackup(fresh);
      await backup.restoreFile('/stick/a.wms');
      const { texts, header } = await nextStart(fresh.afterPowerCut('none', seededRandom(3)));
      expect(texts).toEqual(frameTexts(6));
      expect(header).toEqual(headerOf(3));
    }
  });

  it('mends a damaged journal, which stays as evidence', async () => {
    const { fs, name } = await inUse();
    const segment = join(folders.journal, '000001.wmj');
    const bytes = fs.contentOf(segment);
    bytes.writeUInt8(bytes.readUInt8(130) ^ 1, 130);
    fs.place(segment, bytes);
    const { backup, journal } = await openBackup(fs);
    expect(journal.status().condition).toBe('damaged');
    await backup.restore({ place: 'here', name });
    expect(journal.status()).toMatchObject({ lastSeq: 6, condition: 'clean' });
    expect(backup.state().here.problem).toBeNull();
    expect(fs.contentOf(join(folders.setAside, '2026-11-29T120000Z', '000001.wmj'))).toEqual(bytes);
    await appendMany(journal, 1);
  });

  it('takes nothing of a damaged snapshot', async () => {
    const { fs, name } = await inUse();
    const bytes = fs.contentOf(join(hereFolder, name));
    bytes.writeUInt8(bytes.readUInt8(500) ^ 4, 500);
    fs.place(join(hereFolder, name), bytes);
    const { backup, journal } = await openBackup(fs);
    await expect(backup.restore({ place: 'here', name })).rejects.toMatchObject({ code: 'backup.damaged' });
    expect(journal.status().lastSeq).toBe(14);
    await appendMany(journal, 1);
    expect(await journalTexts(fs)).toEqual(frameTexts(15));
  });

  it('is done wholly or not at all, at a power cut at every step', async () => {
    const whole = await inUse();
    const worker = workerOver(whole.fs);
    const opened = await openBackup(whole.fs, { here: worker });
    await opened.backup.list();
    const first = whole.fs.steps;
    await opened.backup.restore({ place: 'here', name: whole.name });
    const outcomes = { before: 0, after: 0 };
    for (let step = first + 1; step <= whole.fs.steps; step++) {
      const { fs, name } = await inUse();
      const old = await readWorkstation(fs, folders.vault);
      const { backup } = await openBackup(fs);
      await backup.list();
      fs.cutAt = step;
      await backup.restore({ place: 'here', name }).catch(() => undefined);
      for (const left of [
        fs.afterPowerCut('none', seededRandom(step)),
        fs.afterPowerCut('all', seededRandom(step)),
        fs.afterPowerCut('some', seededRandom(step)),
        fs.afterKill(seededRandom(step)),
      ]) {
        // A second cut while the first start finishes what was begun.
        const again = left.afterKill(seededRandom(step));
        again.cutAt = 1 + (step % 9);
        await finishRestore(again, folders).catch(() => undefined);
        for (const found of [left, again.afterPowerCut('some', seededRandom(step + 1))]) {
          const { texts, workstation, header } = await nextStart(found);
          const restored = workstation.workstationId !== old.workstationId;
          expect(texts).toEqual(frameTexts(restored ? 6 : 14));
          expect(header).toEqual(headerOf(3));
          expect(workstation.replaced).toEqual(restored ? [old.workstationId] : []);
          outcomes[restored ? 'after' : 'before'] += 1;
        }
      }
    }
    expect(outcomes.before).toBeGreaterThan(10);
    expect(outcomes.after).toBeGreaterThan(10);
  }, 60_000);

  it('of every generation into an empty folder gives that generation', async () => {
    const fs = memoryDisk();
    const header = headerFile(fs, folders.vault);
    await header.write(headerOf(1));
    const { backup, journal, clock } = await openBackup(fs);
    for (let generation = 1; generation <= 5; generation++) {
      await appendMany(journal, 3);
      clock.now += 3_600_000;
      await backup.consider('hour');
    }
    const list = await backup.list();
    expect(list.map(({ lastSeq }) => lastSeq)).toEqual([15, 12, 9, 6, 3]);
    for (const { name, lastSeq } of list) {
      const fresh = memoryDisk();
      fresh.place('/stick/a.wms', fs.contentOf(join(hereFolder, name)));
      const restored = await openBackup(fresh);
      await restored.backup.restoreFile('/stick/a.wms');
      await restored.journal.close();
      expect(await journalTexts(fresh)).toEqual(frameTexts(lastSeq));
    }
  });
});

it('a journal that is opened after a restore is not damaged by the segments that were set aside', async () => {
  const { fs, name } = await inUse();
  const { backup } = await openBackup(fs);
  await backup.restore({ place: 'here', name });
  expect(await fs.list(folders.journal)).toHaveLength(1);
  expect((await openJournalOn(fs)).status().condition).toBe('clean');
});
