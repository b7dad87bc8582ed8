import type { KeystoreCipher } from '#electron/keystore/sealed-secret.ts';

/** Stands for one user's keystore: reverses the text behind the user's name and opens its own only. */
export function madeCipher(user: string, change: Partial<KeystoreCipher> = {}): KeystoreCipher {
  return {
    isEncryptionAvailable: () => true,
    encryptString: (text) => Buffer.from(`${user}:${[...text].reverse().join('')}`),
    decryptString: (sealed) => {
      const [owner, text = ''] = sealed.toString().split(':');
      if (owner !== user) throw new Error('wrong user');
      return [...text].reverse().join('');
    },
    ...change,
  };
}
