/**
 * The keys of one kiosk: derived, so that nothing has to be kept in the vault to read its inbox later.
 *
 *   facility key of an epoch ─▶ root of the epoch's kiosks ─┬─▶ kiosk key      given to the kiosk
 *                                             with kioskId  └─▶ inbox's pair   the kiosk gets the public half
 *   kiosk key ─┬─▶ the day's box
 *              ├─▶ secret that the inbox's entries prove to know (HPKE's PSK)
 *              └─▶ salt ─▶ with a badge's number, stretched ─▶ id and key of that badge's box
 *
 * Guarantees that whoever has a kiosk key (it lies in the hallway) gets neither the facility key nor another kiosk's,
 * can't read the inbox, and opens a badge's box only with its number. A number has 14 random digits, which a graphics
 * card tries out in half a day, hence the stretching (PBKDF2).
 */
import { type Bytes, bound, toHex, utf8, wipe } from './bytes.ts';
import { deriveKeyPair, type SharedSecret } from './key-agreement.ts';
import { deriveBoxKey, deriveBytes, importSecret } from './key-derivation.ts';

/** What names a kiosk. */
export interface KioskName {
  readonly facilityId: string;
  readonly epochId: string;
  readonly kioskId: string;
}

/** What a session knows of a kiosk. */
export interface KioskSecrets {
  /** To be wiped by the caller. */
  readonly kioskKey: Bytes;
  readonly inboxKey: string;
  readonly inbox: CryptoKeyPair;
}

/** What a kiosk key opens. */
export interface KioskKeys {
  readonly day: CryptoKey;
  readonly shared: SharedSecret;
  badge(number: string): Promise<{ readonly id: string; readonly key: CryptoKey }>;
}

/**
 * A few milliseconds for a scan, two seconds for 600 badges. A graphics card of 2025 (nine thousand million rounds a
 * second) needs ten years for all numbers.
 */
const rounds = 30_000;

const nameOf = ({ epochId, kioskId }: KioskName): readonly string[] => [epochId, kioskId];

/** A kiosk's secrets again. `root` is its epoch's, by `deriveKioskRoot`. */
export async function deriveKioskSecrets(root: CryptoKey, kiosk: KioskName): Promise<KioskSecrets> {
  const derive = (purpose: string): Promise<Bytes> =>
    deriveBytes(root, kiosk.facilityId, bound('wegmarke/kiosk/1', ...nameOf(kiosk), purpose));
  const seed = await derive('inbox');
  const { publicKey, pair } = await deriveKeyPair(seed);
  wipe(seed);
  return { kioskKey: await derive('store'), inboxKey: publicKey, inbox: pair };
}

/** The keys behind a kiosk key. Wipes `kioskKey`. */
export async function kioskKeys(kioskKey: Bytes, kiosk: KioskName): Promise<KioskKeys> {
  const base = await importSecret(kioskKey);
  const info = (purpose: string): Bytes => bound('wegmarke/kiosk-key/1', ...nameOf(kiosk), purpose);
  const salt = await deriveBytes(base, kiosk.facilityId, info('badges'));
  return {
    day: await deriveBoxKey(base, kiosk.facilityId, info('day')),
    shared: {
      id: bound('wegmarke/kiosk-inbox/1', ...nameOf(kiosk)),
      key: await deriveBytes(base, kiosk.facilityId, info('inbox')),
    },
    badge: async (number) => {
      const stretched = await importSecret(await stretch(number, salt));
      const id = await deriveBytes(stretched, kiosk.facilityId, info('badge id'));
      return {
        id: toHex(id.subarray(0, 16)),
        key: await deriveBoxKey(stretched, kiosk.facilityId, info('badge box')),
      };
    },
  };
}

async function stretch(number: string, salt: Bytes): Promise<Bytes> {
  const typed = await crypto.subtle.importKey('raw', utf8(number), 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, typed, 256));
}
