import { join } from 'node:path';
import { makeDurableDirectory, writeWholeFile } from '#electron/disk/write-whole-file.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import { isSafe, seal, unseal } from './sealed-secret.ts';
import type { KeystoreDeps } from './site-secret.ts';

/** The running kiosk's key, sealed for the Windows user who started it. Unlike the site secret it is made to go. */
export interface KioskKey {
  /** `null` if there is none or the keystore does not open it for this user. */
  load(): Promise<Uint8Array<ArrayBuffer> | null>;
  /** @throws CodedError `keystore.unavailable` if nothing safe would seal it, or the disk's codes. */
  store(key: Uint8Array): Promise<void>;
  remove(): Promise<void>;
}

/** The kiosk key in `deps.directory`, which is made on the first store. */
export function kioskKey({ fs, directory, cipher, platform }: KeystoreDeps): KioskKey {
  const path = join(directory, 'kiosk-key.bin');
  return {
    load: async () => {
      if (!isSafe(cipher, platform)) return null;
      const sealed = await fs.readFile(path);
      return sealed && unseal(cipher, sealed);
    },
    store: async (key) => {
      if (!isSafe(cipher, platform)) throw new CodedError('keystore.unavailable');
      await makeDurableDirectory(fs, directory);
      await writeWholeFile(fs, path, seal(cipher, key));
    },
    remove: () => fs.remove(path),
  };
}
