/** Lists for those who check certificates, as bytes with a signature over them, and as the text of a file. */
import { err, ok, type Result } from '#shared/domain/result.ts';
import { type SignedKind, signatureLength } from './signed-message.ts';

/** Both in base64, so that it can stand in JSON. */
export interface SignedList {
  readonly content: string;
  readonly signature: string;
}

const binary = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Joins a list's bytes and its signature. */
export const signedList = (content: Uint8Array, signature: Uint8Array): SignedList => ({
  content: btoa(binary(content)),
  signature: btoa(binary(signature)),
});

/** Its bytes, `undefined` where they are no base64 or no signature's length. */
export function listBytes(
  list: SignedList,
): { readonly content: Uint8Array; readonly signature: Uint8Array } | undefined {
  try {
    const [content, signature] = [list.content, list.signature].map((text) =>
      Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0)),
    );
    return content && signature?.length === signatureLength ? { content, signature } : undefined;
  } catch {
    return undefined;
  }
}

const titles: Readonly<Record<Exclude<SignedKind, 'certificate'>, string>> = {
  issuers: 'WEGMARKE-ISSUERS-1',
  revocations: 'WEGMARKE-REVOCATIONS-1',
};
const maxFile = 4_194_304;

/** The text of a file that holds a list: title, content and signature, a line each. */
export const listFile = (kind: keyof typeof titles, { content, signature }: SignedList): string =>
  `${titles[kind]}\n${content}\n${signature}\n`;

/** Reads such a file. Whose signature it bears is checked with the list. */
export function readListFile(kind: keyof typeof titles, text: string): Result<SignedList, 'proof.no-list'> {
  if (text.length > maxFile) return err('proof.no-list');
  const [title, content, signature] = text.trim().split(/\r?\n/);
  return title === titles[kind] && content && signature ? ok({ content, signature }) : err('proof.no-list');
}
