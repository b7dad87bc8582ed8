import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { FileSystem } from '#electron/disk/file-system.ts';
import { makeDurableDirectory, writeWholeFile } from '#electron/disk/write-whole-file.ts';
import type { RemovableSecret } from './removable-secret.ts';

interface SharedSecretDeps {
  readonly fs: FileSystem;
  /** Where every Windows user of this PC reads. */
  readonly directory: string;
  readonly file: string;
  /** What the secret is for; binds the key that seals it, and the file. */
  readonly purpose: string;
  /** The signed-in Windows user's own copy, which may come before the site secret. */
  readonly own: RemovableSecret;
  /** `null` while there is none, or this user's keystore does not open it. */
  readonly siteSecret: () => Promise<Uint8Array<ArrayBuffer> | null>;
}

const version = 1;
const nonceLength = 12;
const tagLength = 16;
const cipher = 'aes-256-gcm';

/**
 * A secret of this PC that all its Windows users can use who may use the site: each has the site secret in a keystore of
 * their own, and a copy lies sealed by it beside the data. Guarantees that it works for whoever comes second, and after
 * a lost keystore once the site secret is back.
 */
export function sharedSecret(deps: SharedSecretDeps): RemovableSecret {
  const { fs, directory, own, siteSecret } = deps;
  const path = join(directory, deps.file);
  const info = `wegmarke/${deps.purpose}/1`;
  const keyFrom = (secret: Uint8Array): Buffer => Buffer.from(hkdfSync('sha256', secret, '', info, 32));

  const seal = (key: Buffer, secret: Uint8Array): Buffer => {
    const nonce = randomBytes(nonceLength);
    const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(info));
    const body = Buffer.concat([sealing.update(secret), sealing.final()]);
    return Buffer.concat([Buffer.of(version), nonce, sealing.getAuthTag(), body]);
  };
  const unseal = (key: Buffer, sealed: Uint8Array): Uint8Array<ArrayBuffer> | null => {
    if (sealed[0] !== version) return null;
    const from = 1 + nonceLength + tagLength;
    try {
      const opening = createDecipheriv(cipher, key, sealed.subarray(1, 1 + nonceLength), {
        authTagLength: tagLength,
      });
      opening.setAAD(Buffer.from(info)).setAuthTag(sealed.subarray(1 + nonceLength, from));
      return new Uint8Array(Buffer.concat([opening.update(sealed.subarray(from)), opening.final()]));
    } catch {
      return null;
    }
  };

  const share = async (key: Buffer, secret: Uint8Array): Promise<void> => {
    await makeDurableDirectory(fs, directory);
    await writeWholeFile(fs, path, seal(key, secret));
  };

  return {
    load: async () => {
      const site = await siteSecret();
      if (!site) return own.load();
      const key = keyFrom(site);
      const sealed = await fs.readFile(path);
      const shared = sealed && unseal(key, sealed);
      if (shared) return shared;
      const mine = await own.load();
      // That it can't be shared now takes nothing from this user.
      if (mine) await share(key, mine).catch(() => undefined);
      return mine;
    },
    store: own.store,
    remove: async () => {
      await fs.remove(path);
      await own.remove();
    },
  };
}
