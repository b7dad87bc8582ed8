import { describe, expect, it } from 'vitest';
import { writeWholeFile } from '#electron/disk/write-whole-file.ts';
import { syncSeed } from '#electron/keystore/removable-secret.ts';
import { sharedSecret } from '#electron/keystore/shared-secret.ts';
import { FaultFileSystem, seededRandom } from '#tests/unit/electron/disk/fault-file-system.ts';
import { madeCipher } from './made-cipher.ts';

const directory = '/data/sync';
const path = `${directory}/seed.bin`;
const seed = new Uint8Array(58).fill(7);
const site = new Uint8Array(32).fill(1);
const otherSite = new Uint8Array(32).fill(2);

const disk = (): FaultFileSystem => new FaultFileSystem(seededRandom(1));
/** As that Windows user has it, who has that site secret. */
function of(fs: FaultFileSystem, user: string, secret: Uint8Array<ArrayBuffer> | null = site) {
  const own = syncSeed({
    ...{ fs, directory: `/users/${user}/keystore`, cipher: madeCipher(user) },
    platform: 'win32',
  });
  return sharedSecret({
    ...{ fs, directory, file: 'seed.bin', purpose: 'sync-seed', own },
    siteSecret: async () => secret,
  });
}

describe('a secret of all Windows users of a PC', () => {
  it('is there for the next one who has the site secret, and for nobody else', async () => {
    const fs = disk();
    await of(fs, 'a').store(seed);
    expect(await of(fs, 'a').load()).toEqual(seed);
    expect(await of(fs, 'b').load()).toEqual(seed);
    expect(await of(fs, 'b', null).load()).toBeNull();
    expect(await of(fs, 'b', otherSite).load()).toBeNull();
    expect(fs.contentOf(path).includes(Buffer.from(seed))).toBe(false);
  });

  it('comes before the site secret, and is shared once that is there', async () => {
    const fs = disk();
    await of(fs, 'a', null).store(seed);
    expect(await of(fs, 'a', null).load()).toEqual(seed);
    expect(await of(fs, 'b').load()).toBeNull();
    expect(await of(fs, 'a').load()).toEqual(seed);
    expect(await of(fs, 'b').load()).toEqual(seed);
  });

  it('is there for who has it though the disk is too full to share it', async () => {
    const fs = disk();
    await of(fs, 'a').store(seed);
    fs.faults = new Map([1, 2, 3, 4, 5, 6].map((step) => [fs.steps + step, 'ENOSPC'] as const));
    expect(await of(fs, 'a').load()).toEqual(seed);
    expect(await of(fs, 'b').load()).toBeNull();
    fs.faults = new Map();
    await of(fs, 'a').load();
    expect(await of(fs, 'b').load()).toEqual(seed);
  });

  it('survives a lost keystore', async () => {
    const fs = disk();
    await of(fs, 'a').store(seed);
    await of(fs, 'a').load();
    await fs.remove('/users/a/keystore/sync-seed.bin');
    expect(await of(fs, 'a').load()).toEqual(seed);
  });

  it('gives way to a new one after it was removed, also for who still has the old one', async () => {
    const fs = disk();
    await of(fs, 'a').store(seed);
    await of(fs, 'a').load();
    await of(fs, 'b').remove();
    const next = new Uint8Array(58).fill(9);
    await of(fs, 'b').store(next);
    await of(fs, 'b').load();
    expect(await of(fs, 'a').load()).toEqual(next);
  });

  it('is taken from the own copy again where the shared one is damaged', async () => {
    const fs = disk();
    await of(fs, 'a').store(seed);
    await of(fs, 'a').load();
    const whole = fs.contentOf(path);
    for (const damaged of [
      whole.subarray(0, 5),
      Buffer.alloc(0),
      Buffer.from(whole.map((byte, at) => (at === whole.length - 1 ? byte ^ 1 : byte))),
      Buffer.concat([Buffer.of(9), whole.subarray(1)]),
    ]) {
      await writeWholeFile(fs, path, damaged);
      expect(await of(fs, 'b').load()).toBeNull();
      expect(await of(fs, 'a').load()).toEqual(seed);
      expect(await of(fs, 'b').load()).toEqual(seed);
    }
  });
});
