/**
 * The file that brings another PC into the site, and the code that is told apart from it.
 *
 * Guarantees that the file alone opens nothing: it holds the site secret under a key from 75 random bits, stretched by
 * Argon2id. Both together do not open the data either: an account's passphrase is needed for that, and an
 * administrator has to take the PC in. It is good for a day by the clock of the PC that reads it. The trust anchor in
 * it tells the joining PC whose signature a header must bear.
 */
import { z } from 'zod';
import { err, ok, type Result } from '#shared/domain/result.ts';
import { bound, concat, fromBase64, fromUtf8, randomBytes, toBase64, utf8, wipe } from './bytes.ts';
import { argon2idParameters, fixed, id128, kdf, sealedBox } from './header.ts';
import { deriveBoxKey, importSecret } from './key-derivation.ts';
import { stretchPassphrase } from './passphrase-stretching.ts';
import { openBox, sealBox } from './sealed-box.ts';
import { drawSpokenCode, readSpokenCode } from './spoken-code.ts';
import type { VaultFailure } from './vault-failure.ts';
import { siteSecretLength } from './vault-storage.ts';

/** What a PC needs to ask to belong to the site. The caller wipes `siteSecret`. */
export interface JoinContents {
  readonly facilityId: string;
  readonly facilityName: string | null;
  /** The server's address, as its kit wrote it. */
  readonly addressFile: string;
  readonly siteSecret: Uint8Array;
  readonly trustAnchor: Uint8Array<ArrayBuffer>;
}

/** A file that was just made, and its code, which is shown once. */
export interface MadeJoinFile {
  readonly text: string;
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly goodUntil: number;
}

const day = 86_400_000;
/** Clocks of two PCs differ; one that is further behind is told so. */
const mostBehind = 3_600_000;
const trustAnchorLength = 32;

const joinFile = z.looseObject({
  format: z.literal('wegmarke-join'),
  version: z.literal(1),
  kdf,
  salt: fixed(16),
  sealed: z.looseObject({ nonce: sealedBox.shape.nonce, ciphertext: z.base64().max(300_000) }),
});

const sealedPart = z.looseObject({
  facilityId: id128,
  facilityName: z.string().nullable(),
  addressFile: z.string(),
  madeAt: z.number(),
  goodUntil: z.number(),
});

async function keyOf(code: string, salt: string, parameters: z.infer<typeof kdf>): Promise<CryptoKey> {
  const { stretched } = await stretchPassphrase(code, fromBase64(salt), parameters);
  return deriveBoxKey(await importSecret(stretched), salt, bound('wegmarke/join-file/1'));
}

const binding = (salt: string) => bound('wegmarke/join-file/1', salt);

/** Makes a file with a code of its own. */
export async function makeJoinFile(contents: JoinContents, now: Date): Promise<MadeJoinFile> {
  const { siteSecret, trustAnchor, facilityId, facilityName, addressFile } = contents;
  const typed = drawSpokenCode();
  const read = readSpokenCode(typed);
  if (!read.ok) throw new Error('A code that was just drawn can be read.');
  const salt = toBase64(randomBytes(16));
  const madeAt = now.getTime();
  const goodUntil = madeAt + day;
  const rest = JSON.stringify({ facilityId, facilityName, addressFile, madeAt, goodUntil });
  const plain = concat(siteSecret, trustAnchor, utf8(rest));
  const sealed = await sealBox(await keyOf(read.value, salt, argon2idParameters), plain, binding(salt));
  wipe(plain);
  const text = JSON.stringify({
    ...{ format: 'wegmarke-join', version: 1 },
    ...{ kdf: argon2idParameters, salt, sealed },
  });
  return { text, code: typed, goodUntil };
}

function parsed(text: string): z.infer<typeof joinFile> | undefined {
  try {
    return joinFile.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Whether a text is a join file, as far as can be seen without its code. */
export const isJoinFile = (text: string): boolean => parsed(text) !== undefined;

/**
 * Opens a file. `join-file-unreadable`: it is none; `join-code-mistyped`: no code is written like this;
 * `join-code-wrong`: it is another file's; `join-file-expired`: older than a day, or from the future.
 */
export async function openJoinFile(
  text: string,
  typed: string,
  now: Date,
): Promise<Result<JoinContents, VaultFailure>> {
  const file = parsed(text);
  if (!file) return err({ code: 'join-file-unreadable' });
  const code = readSpokenCode(typed);
  if (!code.ok) return err({ code: 'join-code-mistyped' });
  const { salt, sealed } = file;
  const plain = await openBox(await keyOf(code.value, salt, file.kdf), sealed, binding(salt));
  if (!plain) return err({ code: 'join-code-wrong' });
  const restAt = siteSecretLength + trustAnchorLength;
  const { data } = sealedPart.safeParse(JSON.parse(fromUtf8(plain.subarray(restAt))));
  const siteSecret = plain.slice(0, siteSecretLength);
  const trustAnchor = plain.slice(siteSecretLength, restAt);
  wipe(plain);
  const at = now.getTime();
  if (!data || at > data.goodUntil || at < data.madeAt - mostBehind) {
    wipe(siteSecret);
    return err({ code: data ? 'join-file-expired' : 'join-file-unreadable' });
  }
  const { facilityId, facilityName, addressFile } = data;
  return ok({ facilityId, facilityName, addressFile, siteSecret, trustAnchor });
}
