/**
 * The site secret, sealed by the operating system's keystore for the signed-in user, in a folder that does not roam.
 * Guarantees that it is never written in the clear and that nothing that once opened is deleted: a keystore may fail
 * today and open tomorrow, so a sealed file that gives way to another one is kept aside.
 */
import { join } from 'node:path';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { inTurn } from '#electron/disk/in-turn.ts';
import { makeDurableDirectory, writeWholeFile } from '#electron/disk/write-whole-file.ts';
import { CodedError } from '#electron/ipc/coded-error.ts';
import type { HandlersOf } from '#electron/ipc/handlers.ts';
import { isSafe, type KeystoreCipher, seal, secretBytes, unseal } from './sealed-secret.ts';

export interface KeystoreDeps {
  readonly fs: FileSystem;
  /** Not roaming, and each user's own. */
  readonly directory: string;
  readonly cipher: KeystoreCipher;
  readonly platform: NodeJS.Platform;
}

export interface Keystore {
  /** The site secret, or `null` if there is none or the keystore does not open it for this user. */
  load(): Promise<Uint8Array<ArrayBuffer> | null>;
  /** @throws CodedError `keystore.unavailable` if nothing safe would seal it, `disk.failed`. */
  store(secret: Uint8Array): Promise<void>;
}

const fileName = 'site-secret.bin';

/** The site secret in `deps.directory`, which is made on the first store. */
export function createKeystore(deps: KeystoreDeps): Keystore {
  const { fs, directory, cipher, platform } = deps;
  const alone = inTurn();
  const path = join(directory, fileName);

  async function load(): Promise<Uint8Array<ArrayBuffer> | null> {
    if (!isSafe(cipher, platform)) return null;
    const sealed = await fs.readFile(path);
    return sealed && unseal(cipher, sealed);
  }

  async function keepAside(sealed: Uint8Array): Promise<void> {
    const names = new Set(await fs.list(directory));
    let number = 1;
    while (names.has(`site-secret.${number}.bin`)) number++;
    await writeWholeFile(fs, join(directory, `site-secret.${number}.bin`), sealed);
  }

  async function store(secret: Uint8Array): Promise<void> {
    if (secret.length !== secretBytes) throw new RangeError('a site secret has 32 bytes');
    if (!isSafe(cipher, platform)) throw new CodedError('keystore.unavailable');
    await makeDurableDirectory(fs, directory);
    const before = await fs.readFile(path);
    const known = before && unseal(cipher, before);
    if (known && Buffer.compare(known, secret) === 0) return;
    const sealed = seal(cipher, secret);
    if (before) await keepAside(before);
    await writeWholeFile(fs, path, sealed);
  }

  return { load: () => alone(load), store: (secret) => alone(() => store(secret)) };
}

/** Answers the keystore's calls. */
export function keystoreHandlers(
  keystore: Keystore,
): HandlersOf<'keystore.loadSiteSecret' | 'keystore.storeSiteSecret'> {
  return {
    'keystore.loadSiteSecret': async () => {
      // A folder that can't be read is like a keystore that doesn't open: the recovery sheet or an administrator helps.
      return keystore.load().catch(() => null);
    },
    'keystore.storeSiteSecret': async (secret) => {
      try {
        await keystore.store(secret);
      } catch (error) {
        if (error instanceof RangeError) throw error;
        if (error instanceof CodedError && error.code === 'keystore.unavailable') throw error;
        throw new CodedError('disk.failed', error);
      }
    },
  };
}
