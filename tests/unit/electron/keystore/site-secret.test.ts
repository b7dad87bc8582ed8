import { describe, expect, it } from 'vitest';
import { createKeystore, type KeystoreDeps, keystoreHandlers } from '#electron/keystore/site-secret.ts';
import { FaultFileSystem, seededRandom } from '#tests/unit/electron/disk/fault-file-system.ts';
import { madeCipher } from './made-cipher.ts';

const directory = '/local/keystore';
const path = `${directory}/site-secret.bin`;
const secret = new Uint8Array(32).fill(7);
const other = new Uint8Array(32).fill(9);

const disk = (): FaultFileSystem => new FaultFileSystem(seededRandom(1));
const open = (fs: FaultFileSystem, change: Partial<KeystoreDeps> = {}) =>
  createKeystore({ fs, directory, cipher: madeCipher('a'), platform: 'win32', ...change });

describe('keystore', () => {
  it('gives back what it stored, sealed on disk', async () => {
    const fs = disk();
    expect(await open(fs).load()).toBeNull();
    await open(fs).store(secret);
    const left = fs.afterPowerCut('none', seededRandom(1));
    expect(await open(left).load()).toEqual(secret);
    const onDisk = left.contentOf(path);
    expect(onDisk.includes(Buffer.from(secret))).toBe(false);
    expect(onDisk.includes(Buffer.from(secret).toString('base64'))).toBe(false);
  });

  it('answers null and deletes nothing when the keystore does not open it', async () => {
    const fs = disk();
    await open(fs).store(secret);
    const before = fs.contentOf(path);
    expect(await open(fs, { cipher: madeCipher('b') }).load()).toBeNull();
    expect(
      await open(fs, { cipher: madeCipher('a', { isEncryptionAvailable: () => false }) }).load(),
    ).toBeNull();
    expect(fs.contentOf(path)).toEqual(before);
    expect(await open(fs).load()).toEqual(secret);
  });

  it('keeps aside what it replaces', async () => {
    const fs = disk();
    await open(fs).store(secret);
    const first = fs.contentOf(path);
    await open(fs).store(secret);
    expect(await fs.list(directory)).toEqual(['site-secret.bin']);
    await open(fs, { cipher: madeCipher('b') }).store(secret);
    const second = fs.contentOf(path);
    await open(fs, { cipher: madeCipher('b') }).store(other);
    expect(fs.contentOf(`${directory}/site-secret.1.bin`)).toEqual(first);
    expect(fs.contentOf(`${directory}/site-secret.2.bin`)).toEqual(second);
    expect(await open(fs, { cipher: madeCipher('b') }).load()).toEqual(other);
  });

  it.each([
    ['basic_text', false],
    ['unknown', false],
    ['gnome_libsecret', true],
    ['kwallet6', true],
  ])('on Linux with %s stores: %s', async (backend, stores) => {
    const cipher = madeCipher('a', { getSelectedStorageBackend: () => backend });
    const keystore = open(disk(), { cipher, platform: 'linux' });
    if (stores) await expect(keystore.store(secret)).resolves.toBeUndefined();
    else await expect(keystore.store(secret)).rejects.toMatchObject({ code: 'keystore.unavailable' });
    expect(await keystore.load()).toEqual(stores ? secret : null);
  });

  it('is unavailable when sealing fails or does not open again', async () => {
    const failing = madeCipher('a', {
      encryptString: () => {
        throw new Error('locked');
      },
    });
    const forgetful = madeCipher('a', { encryptString: () => Buffer.from('b:nothing') });
    for (const cipher of [failing, forgetful]) {
      const fs = disk();
      await expect(open(fs, { cipher }).store(secret)).rejects.toMatchObject({
        code: 'keystore.unavailable',
      });
      expect(await fs.list(directory)).toEqual([]);
    }
  });

  it('answers calls with the contract’s codes only', async () => {
    const fs = disk();
    fs.faults = new Map(Array.from({ length: 20 }, (_, at) => [at + 1, 'ENOSPC']));
    const handlers = keystoreHandlers(open(fs));
    await expect(handlers['keystore.storeSiteSecret'](secret)).rejects.toMatchObject({ code: 'disk.failed' });
    expect(await handlers['keystore.loadSiteSecret']()).toBeNull();
    await expect(handlers['keystore.storeSiteSecret'](new Uint8Array(5))).rejects.toBeInstanceOf(RangeError);
  });
});
