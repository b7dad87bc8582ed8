/**
 * Secrets, sealed by the operating system's keystore for the signed-in user. Guarantees that nothing is
 * sealed by a keystore that protects nothing, or that does not give back what it took.
 */
import { CodedError } from '#electron/ipc/coded-error.ts';

/** The part of Electron's `safeStorage` that is used. */
export interface KeystoreCipher {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
  /** Linux only. */
  getSelectedStorageBackend?(): string;
}

export const secretBytes = 32;

/** What Electron says on Linux before it is ready, and where it would seal with a key that everyone knows. */
const unsafeBackends: ReadonlySet<string> = new Set(['unknown', 'basic_text']);

/** Whether what the cipher seals is safe from other users. */
export function isSafe(cipher: KeystoreCipher, platform: NodeJS.Platform): boolean {
  try {
    if (!cipher.isEncryptionAvailable()) return false;
    return platform !== 'linux' || !unsafeBackends.has(cipher.getSelectedStorageBackend?.() ?? 'unknown');
  } catch {
    return false;
  }
}

/** Opens a sealed secret of that many bytes; `null` whatever the reason. */
export function unseal(
  cipher: KeystoreCipher,
  sealed: Uint8Array,
  bytes = secretBytes,
): Uint8Array<ArrayBuffer> | null {
  try {
    const secret = new Uint8Array(Buffer.from(cipher.decryptString(Buffer.from(sealed)), 'base64'));
    return secret.length === bytes ? secret : null;
  } catch {
    return null;
  }
}

/**
 * Seals, and opens again to be sure that the keystore gives back what it took.
 * @throws CodedError `keystore.unavailable`.
 */
export function seal(cipher: KeystoreCipher, secret: Uint8Array): Buffer {
  let sealed: Buffer;
  try {
    sealed = cipher.encryptString(Buffer.from(secret).toString('base64'));
  } catch (error) {
    throw new CodedError('keystore.unavailable', error);
  }
  const opened = unseal(cipher, sealed, secret.length);
  if (!opened || Buffer.compare(opened, secret) !== 0) throw new CodedError('keystore.unavailable');
  return sealed;
}
