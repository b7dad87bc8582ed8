/**
 * A passphrase that an administrator reads out or writes down: twelve random letters in groups of four. 56 bits; beside
 * the site secret and Argon2id enough for the days until its owner has chosen another.
 */
import { randomBytes } from './bytes.ts';

/** Without signs that are mistaken for another: 0 and o, 1, i and l, 9 and q, b, p, u and v. */
const alphabet = '2345678acdefghjkmnrstwxyz';
const length = 12;
const group = 4;

/** Draws one. Every sign is equally likely. */
export function drawTemporaryPassphrase(): string {
  const signs: string[] = [];
  const limit = 256 - (256 % alphabet.length);
  while (signs.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < limit && signs.length < length) signs.push(alphabet.charAt(byte % alphabet.length));
    }
  }
  return Array.from({ length: length / group }, (_, at) =>
    signs.slice(at * group, (at + 1) * group).join(''),
  ).join('-');
}
