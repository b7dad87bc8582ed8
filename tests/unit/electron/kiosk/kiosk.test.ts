import { describe, expect, it } from 'vitest';
import { guardFileSystem } from '#electron/disk/guarded-file-system.ts';
import { kioskKey } from '#electron/keystore/removable-secret.ts';
import { kioskHandlers } from '#electron/kiosk/kiosk.ts';
import { contract } from '#shared/ipc/contract/contract.ts';
import { type Fault, FaultFileSystem, seededRandom } from '#tests/unit/electron/disk/fault-file-system.ts';
import { madeCipher } from '#tests/unit/electron/keystore/made-cipher.ts';
import { directory, openInbox } from './inbox-under-faults.ts';

const store = new Uint8Array([1, 2, 3]);
const key = new Uint8Array(32).fill(7);
const entry = new Uint8Array([9, 9]);
const storePath = `${directory}/store.wmk`;
const keyPath = '/local/keystore/kiosk-key.bin';

const disk = (): FaultFileSystem => new FaultFileSystem(seededRandom(1));

/** Main's kiosk over a disk, as one start of the program has it; `turns` is what the window was told. */
async function started(raw: FaultFileSystem, user = 'a') {
  const turns: boolean[] = [];
  const fs = guardFileSystem(raw, 20);
  const handlers = await kioskHandlers({
    fs,
    directory,
    key: kioskKey({ fs, directory: '/local/keystore', cipher: madeCipher(user), platform: 'win32' }),
    inbox: openInbox(raw),
    turn: (on) => turns.push(on),
  });
  return { calls: handlers, turns };
}

describe('the kiosk’s calls', () => {
  it('take no key of another length, no empty and no huge store or entry', () => {
    const starts = (change: object): boolean =>
      contract['kiosk.start'].args.safeParse({ store, key, ...change }).success;
    const appends = (length: number): boolean =>
      contract['kiosk.append'].args.safeParse(new Uint8Array(length)).success;
    expect(starts({})).toBe(true);
    expect([new Uint8Array(31), new Uint8Array(33), 'key'].map((wrong) => starts({ key: wrong }))).toEqual([
      ...[false, false, false],
    ]);
    expect([0, 16_777_217].map((length) => starts({ store: new Uint8Array(length) }))).toEqual([
      false,
      false,
    ]);
    expect([0, 1, 4096, 4097].map(appends)).toEqual([false, true, true, false]);
  });
});

describe('the kiosk in main', () => {
  it('is there again after a power cut, its window a kiosk from the beginning', async () => {
    const fs = disk();
    const { calls, turns } = await started(fs);
    expect(await calls['kiosk.open']()).toBeNull();
    await calls['kiosk.start']({ store, key });
    expect(turns.at(-1)).toBe(true);
    const next = await started(fs.afterPowerCut('none', seededRandom(1)));
    expect(next.turns).toEqual([true]);
    expect(await next.calls['kiosk.open']()).toEqual({ store, key });
  });

  it('is over after it was ended, and the inbox stays', async () => {
    const fs = disk();
    const { calls, turns } = await started(fs);
    await calls['kiosk.start']({ store, key });
    await calls['kiosk.append'](entry);
    await calls['kiosk.end']();
    expect(turns.at(-1)).toBe(false);
    await expect(calls['kiosk.append'](entry)).rejects.toMatchObject({ code: 'kiosk.off' });
    const left = fs.afterPowerCut('none', seededRandom(1));
    const next = await started(left);
    expect(next.turns).toEqual([]);
    expect(await next.calls['kiosk.open']()).toBeNull();
    expect((await next.calls['kiosk.readInbox']()).entries).toHaveLength(1);
    expect(await left.list('/local/keystore')).toEqual([]);
  });

  it('is over for another Windows user; store and window go, the inbox stays', async () => {
    const fs = disk();
    const first = await started(fs);
    await first.calls['kiosk.start']({ store, key });
    await first.calls['kiosk.append'](entry);
    const other = await started(fs, 'b');
    expect(await other.calls['kiosk.open']()).toBeNull();
    expect(other.turns).toEqual([true, false]);
    expect(await fs.readFile(storePath)).toBeNull();
    expect((await other.calls['kiosk.readInbox']()).entries).toHaveLength(1);
  });

  it('keeps neither store nor key in the clear beside what the keystore sealed', async () => {
    const fs = disk();
    const { calls } = await started(fs);
    await calls['kiosk.start']({ store, key });
    expect(fs.contentOf(keyPath).includes(Buffer.from(key))).toBe(false);
    expect(fs.contentOf(keyPath).includes(Buffer.from(key).toString('base64'))).toBe(false);
  });

  it('does not start where no keystore is safe', async () => {
    const fs = disk();
    const handlers = await kioskHandlers({
      fs,
      directory,
      key: kioskKey({
        fs,
        directory: '/local/keystore',
        cipher: madeCipher('a', { isEncryptionAvailable: () => false }),
        platform: 'win32',
      }),
      inbox: openInbox(fs),
      turn: () => undefined,
    });
    await expect(handlers['kiosk.start']({ store, key })).rejects.toMatchObject({
      code: 'keystore.unavailable',
    });
    expect(await fs.readFile(storePath)).toBeNull();
  });

  it('is, after a power cut at any step of a start over another, the old one, the new one or none', async () => {
    const second = { store: new Uint8Array([4, 5]), key: new Uint8Array(32).fill(8) };
    for (let cut = 1; cut < 40; cut++) {
      const fs = disk();
      await (await started(fs)).calls['kiosk.start']({ store, key });
      fs.cutAt = fs.steps + cut;
      await (await started(fs)).calls['kiosk.start'](second).catch(() => undefined);
      for (const keep of ['none', 'some', 'all'] as const) {
        const next = await started(fs.afterPowerCut(keep, seededRandom(cut)));
        const found = await next.calls['kiosk.open']();
        // Whatever is found fits together: no store with the other one's key.
        expect([undefined, 7, 8]).toContainEqual(found?.key[0]);
        if (found) expect(found).toEqual(found.key[0] === 7 ? { store, key } : second);
      }
    }
  });

  it.each<Fault>(['ENOSPC', 'EIO'])('answers with a code when the disk says %s', async (fault) => {
    const fs = disk();
    const { calls } = await started(fs);
    fs.faults = new Map(Array.from({ length: 50 }, (_, at) => [fs.steps + at + 1, fault]));
    const code = fault === 'ENOSPC' ? 'disk.full' : 'disk.failed';
    await expect(calls['kiosk.start']({ store, key })).rejects.toMatchObject({ code });
  });
});
