import { join } from 'node:path';
import { makeDurableDirectory, writeWholeFile } from '#electron/disk/write-whole-file.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import { isSafe, seal, secretBytes, unseal } from './sealed-secret.ts';
import type { KeystoreDeps } from './site-secret.ts';

/** A secret sealed for the Windows user who was signed in. Unlike the site secret it is made to go. */
export interface RemovableSecret {
  /** `null` if there is none or the keystore does not open it for this user. */
  load(): Promise<Uint8Array<ArrayBuffer> | null>;
  /** @throws CodedError `keystore.unavailable` if nothing safe would seal it, or the disk's codes. */
  store(secret: Uint8Array): Promise<void>;
  remove(): Promise<void>;
}

/** The secret of that file in `deps.directory`, which is made on the first store. @param bytes how long it is */
function removableSecret(
  { fs, directory, cipher, platform }: KeystoreDeps,
  file: string,
  bytes: number,
): RemovableSecret {
  const path = join(directory, file);
  return {
    load: async () => {
      if (!isSafe(cipher, platform)) return null;
      const sealed = await fs.readFile(path);
      return sealed && unseal(cipher, sealed, bytes);
    },
    store: async (secret) => {
      if (!isSafe(cipher, platform)) throw new CodedError('keystore.unavailable');
      await makeDurableDirectory(fs, directory);
      await writeWholeFile(fs, path, seal(cipher, secret));
    },
    remove: () => fs.remove(path),
  };
}

/** The running kiosk's key. */
export const kioskKey = (deps: KeystoreDeps): RemovableSecret =>
  removableSecret(deps, 'kiosk-key.bin', secretBytes);

/** The seed of this workstation's key for the sync server, as NATS writes seeds. */
export const syncSeed = (deps: KeystoreDeps): RemovableSecret => removableSecret(deps, 'sync-seed.bin', 58);
