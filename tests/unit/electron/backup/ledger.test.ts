import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BackupWorker } from '#electron/backup/process-link.ts';
import { finishRestore } from '#electron/backup/restore.ts';
import { ledgerFile } from '#electron/erasures/ledger-file.ts';
import { missingLedger } from '#electron/erasures/missing-ledger.ts';
import { headerFile } from '#electron/header/header-file.ts';
import { readWorkstation } from '#electron/header/workstation-id.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import {
  type FaultFileSystem,
  leftovers,
  seededRandom,
} from '#tests/unit/electron/disk/fault-file-system.ts';
import { appendMany } from '#tests/unit/electron/journal/memory-journal.ts';
import {
  folders,
  frameTexts,
  headerOf,
  hereFolder,
  journalTexts,
  memoryDisk,
  openBackup,
  workerOver,
} from './backup-cases.ts';

const share = '/share';
const entry = (number: number): Uint8Array => new Uint8Array([number, 0, 255, number]);
const numbers = (entries: readonly Uint8Array[]): number[] =>
  entries.map((bytes) => bytes[0] ?? -1).sort((a, b) => a - b);

const ledgerNames = async (fs: FaultFileSystem): Promise<readonly string[]> =>
  (await fs.list(share)).filter((name) => name.includes('erasures'));
const ledgerHere = async (fs: FaultFileSystem): Promise<number[]> =>
  numbers(await ledgerFile(fs, folders.vault).read());

/** A worker whose jobs for the ledger fail as long as the switch says so; the others are done. */
function switched(fs: FaultFileSystem) {
  const worker = workerOver(fs);
  const share = { isGone: true, asked: 0 };
  const run: BackupWorker['run'] = (job, takes) => {
    if (job !== 'keepLedger') return worker.run(job, takes);
    share.asked += 1;
    if (share.isGone) throw new CodedError('backup.timeout');
    return worker.run(job, takes);
  };
  return { share, worker: { ...worker, run } };
}

/** A PC in use, with a second place. */
async function inUse(workers: Parameters<typeof openBackup>[1] = {}, fs = memoryDisk()) {
  await headerFile(fs, folders.vault).write(headerOf(1));
  const opened = await openBackup(fs, workers);
  await appendMany(opened.journal, 2);
  await opened.backup.choose(share);
  await opened.backup.ledgerGrew();
  return { fs, ...opened };
}

describe('the erasure ledger in the second place', () => {
  it('follows each deletion at once', async () => {
    const { fs, backup, ledger } = await inUse();
    expect(await ledgerNames(fs)).toEqual([]);
    await ledger.add([entry(1)]);
    await backup.ledgerGrew();
    expect(await ledgerNames(fs)).toEqual([
      `wegmarke-abababab-erasures-${backup.workstation.workstationId}.json`,
    ]);
    expect(backup.state().away.ledger).toBeNull();
  });

  it('is looked at with each snapshot, and at the start', async () => {
    const { fs, backup, ledger, journal } = await inUse();
    await ledger.add([entry(1)]);
    await backup.makeNow();
    await backup.ledgerGrew();
    const [name = ''] = await ledgerNames(fs);
    await fs.remove(join(share, name));
    await backup.consider('hour');
    expect(await ledgerNames(fs)).toEqual([]);
    await journal.append(3, entry(3));
    await backup.makeNow();
    await backup.consider('hour');
    expect(await ledgerNames(fs)).toEqual([name]);
    await fs.remove(join(share, name));
    await journal.close();
    const again = await openBackup(fs);
    await again.backup.look();
    expect(await ledgerNames(fs)).toEqual([name]);
  });

  it('is brought up to date when the place is there again; meanwhile it is said, and nobody waits', async () => {
    const fs = memoryDisk();
    const { share: away, worker } = switched(fs);
    const { backup, ledger, clock, states } = await inUse({ away: worker }, fs);
    await ledger.add([entry(1)]);
    await backup.ledgerGrew();
    expect(backup.state().away).toMatchObject({ ledger: 'behind', problem: null });
    expect(states.at(-1)?.away.ledger).toBe('behind');
    // It is not asked at every minute and every deletion.
    const { asked } = away;
    clock.now += 60_000;
    await backup.consider('hour');
    await backup.ledgerGrew();
    expect(away.asked).toBe(asked);
    away.isGone = false;
    clock.now += 4 * 60_000;
    await backup.consider('hour');
    expect(backup.state().away.ledger).toBeNull();
    expect(await ledgerNames(fs)).toHaveLength(1);
    // At the end of the program nobody waits for a network.
    away.isGone = true;
    await ledger.add([entry(2)]);
    await backup.consider('quit');
    expect(backup.state().away.ledger).toBeNull();
  });

  it('holds nothing up while its share does not answer', async () => {
    const fs = memoryDisk();
    const worker = workerOver(fs);
    const never = new Promise<never>(() => undefined);
    const away = { isGone: false };
    const hanging: BackupWorker = {
      ...worker,
      run: (job, takes) => (away.isGone && job === 'keepLedger' ? never : worker.run(job, takes)),
    };
    const { backup, ledger, journal } = await inUse({ away: hanging }, fs);
    away.isGone = true;
    await ledger.add([entry(1)]);
    void backup.ledgerGrew();
    await ledger.add([entry(2)]);
    await journal.append(3, entry(3));
    expect((await backup.makeNow()).here.newest?.lastSeq).toBe(3);
    await backup.consider('quit');
  });

  it('gives a computer that chose its folder what it lacks', async () => {
    const { fs, backup, ledger } = await inUse();
    await ledger.add([entry(1)]);
    await backup.ledgerGrew();
    const fresh = memoryDisk();
    for (const name of await ledgerNames(fs)) fresh.place(join(share, name), fs.contentOf(join(share, name)));
    await inUse({}, fresh);
    expect(await ledgerHere(fresh)).toEqual([1]);
  });
});

/** The second place of a PC that backed up 2 entries and then erased somebody; and an older PC's ledger in it. */
async function placeAfterErasure(change: (fs: FaultFileSystem, ledger: string) => void = () => undefined) {
  const { fs, backup, ledger } = await inUse();
  await backup.makeNow();
  await ledger.add([entry(1), entry(2)]);
  await backup.ledgerGrew();
  const [ledgerName = ''] = await ledgerNames(fs);
  change(fs, join(share, ledgerName));
  const snapshot = (await fs.list(share)).find((name) => name.endsWith('.wms')) ?? '';
  /** A new PC on which somebody chooses the snapshot there. */
  const fresh = (): FaultFileSystem => {
    const next = memoryDisk();
    for (const name of [snapshot, ledgerName]) next.place(join(share, name), fs.contentOf(join(share, name)));
    return next;
  };
  return { fresh, path: join(share, snapshot), name: snapshot };
}

describe('a fresh PC that is restored from the second place', () => {
  it('knows who was erased since, before the restored journal is there', async () => {
    const { fresh, path } = await placeAfterErasure();
    const fs = fresh();
    const { backup, ledger } = await openBackup(fs);
    await ledger.add([entry(3)]);
    await backup.restoreFile(path);
    expect(await ledgerHere(fs)).toEqual([1, 2, 3]);
    expect(backup.state().restoredWithout).toBeNull();
    expect(await journalTexts(fs)).toEqual(frameTexts(2));
  });

  it('also after a power cut at every step: whoever finds the journal finds the ledger', async () => {
    const { fresh, path } = await placeAfterErasure();
    const whole = fresh();
    const { backup } = await openBackup(whole);
    const first = whole.steps;
    await backup.restoreFile(path);
    let restored = 0;
    for (let step = first + 1; step <= whole.steps; step++) {
      const fs = fresh();
      const opened = await openBackup(fs);
      fs.cutAt = step;
      await opened.backup.restoreFile(path).catch(() => undefined);
      for (const left of leftovers(fs, step)) {
        await finishRestore(left, folders);
        if ((await journalTexts(left)).length === 0) continue;
        restored += 1;
        expect(await ledgerHere(left)).toEqual([1, 2]);
      }
    }
    expect(restored).toBeGreaterThan(10);
  });

  it('is not restored where the ledger can not be written', async () => {
    const { fresh, path } = await placeAfterErasure();
    const fs = fresh();
    const { backup, ledger, journal } = await openBackup(fs);
    ledger.add = async () => {
      throw new CodedError('disk.full');
    };
    await expect(backup.restoreFile(path)).rejects.toMatchObject({ code: 'disk.full' });
    expect(journal.status().lastSeq).toBe(0);
    expect(await headerFile(fs, folders.vault).read()).toBeNull();
  });

  it('says that the ledger there was damaged, over restarts, until somebody has seen it; nothing of it is applied', async () => {
    const { fresh, path } = await placeAfterErasure((fs, ledger) => {
      const bytes = fs.contentOf(ledger);
      bytes.writeUInt8(bytes.readUInt8(90) ^ 1, 90);
      fs.place(ledger, bytes);
    });
    const fs = fresh();
    const { backup, journal } = await openBackup(fs);
    await backup.restoreFile(path);
    expect(backup.state().restoredWithout).toBe('damaged');
    expect(await ledgerHere(fs)).toEqual([]);
    await journal.close();
    const found = fs.afterPowerCut('none', seededRandom(4));
    const again = await openBackup(found);
    expect(again.backup.state().restoredWithout).toBe('damaged');
    await again.backup.dismissLedger();
    expect(again.backup.state().restoredWithout).toBeNull();
    expect(await missingLedger(found.afterPowerCut('none', seededRandom(5)), folders.vault)).toBeNull();
  });

  it('says that the ledger there could not be read', async () => {
    const { fresh, path } = await placeAfterErasure();
    const fs = fresh();
    const worker = workerOver(fs);
    const run: BackupWorker['run'] = (job, takes) => {
      if (job === 'takeLedger') throw new CodedError('backup.timeout');
      return worker.run(job, takes);
    };
    const { backup } = await openBackup(fs, { away: { ...worker, run } });
    await backup.restoreFile(path);
    expect(backup.state().restoredWithout).toBe('unreadable');
    expect((await readWorkstation(fs, folders.vault)).replaced).toHaveLength(1);
  });

  it('takes nothing from another facility', async () => {
    const { fresh, path } = await placeAfterErasure();
    const fs = fresh();
    await headerFile(fs, folders.vault).write(headerOf(1, 'cd'.repeat(16)));
    const { backup } = await openBackup(fs);
    await expect(backup.restoreFile(path)).rejects.toMatchObject({ code: 'backup.other-facility' });
    expect(await ledgerHere(fs)).toEqual([]);
  });

  it('looks only beside the snapshot that is restored', async () => {
    const { fresh, path, name } = await placeAfterErasure();
    const fs = fresh();
    fs.place(join(hereFolder, name), fs.contentOf(path));
    await headerFile(fs, folders.vault).write(headerOf(1));
    const { backup } = await openBackup(fs);
    await backup.restore({ place: 'here', name });
    expect(await ledgerHere(fs)).toEqual([]);
  });
});
