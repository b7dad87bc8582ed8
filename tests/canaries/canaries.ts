/**
 * Canaries: random words that are put in as names and notes and must not be found on the disk afterwards. Drawn anew in
 * each run, so that nothing left over from an earlier run is found; no two begin alike, because LevelDB stores of a
 * key only what differs from the key before it.
 */

import { randomInt } from 'node:crypto';
import { foldName } from '#shared/domain/names/fold.ts';

/** What a canary's letters are in: ASCII, Latin-1 beyond it, or neither. V8 stores the first two in one byte a letter. */
type Alphabet = 'ascii' | 'latin-1' | 'unicode';

/** One word; fits every text field of the app (14 letters: a room number has the least space, 20). */
export type Canary = { readonly text: string; readonly alphabet: Alphabet };

/** One way in which a text may lie on a disk. */
export type Written = {
  readonly canary: string;
  /** The text itself, or what an index may have made of it. */
  readonly writing: string;
  readonly encoding: string;
  readonly bytes: Buffer;
};

const wordLength = 14;
const shortestText = 8;
const plainLetters = [...'abcdefghijklmnopqrstuvwxyz'];
const firstLetters = [...plainLetters.map((letter) => letter.toUpperCase()), 'Ä', 'Ö', 'Ü', 'É'];
const special = {
  ascii: plainLetters,
  'latin-1': [...'äöüßéñç'],
  unicode: [...'ğşıłžőč'],
} as const satisfies Record<Alphabet, readonly string[]>;

const pick = (letters: readonly string[]): string => letters[randomInt(letters.length)] ?? '';

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, rank: randomInt(2 ** 47) }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}

function word(first: string, alphabet: Alphabet): string {
  const letters = Array.from({ length: wordLength - 1 }, () => pick(plainLetters));
  // Three special letters at places of their own, none of them last, where a cut would lose it unnoticed.
  const places = shuffled([...letters.keys()].slice(0, -1)).slice(0, 3);
  for (const place of places) letters[place] = pick(special[alphabet]);
  return first + letters.join('');
}

/** Thirty canaries, ten of each alphabet. */
export function drawCanaries(): readonly Canary[] {
  const ascii = shuffled(firstLetters.slice(0, plainLetters.length));
  const others = shuffled([...ascii.splice(10), ...firstLetters.slice(plainLetters.length)]);
  const words = (firsts: readonly string[], alphabet: Alphabet): Canary[] =>
    firsts.map((first) => ({ text: word(first, alphabet), alphabet }));
  return [
    ...words(ascii, 'ascii'),
    ...words(others.slice(0, 10), 'latin-1'),
    ...words(others.slice(10), 'unicode'),
  ];
}

const escaped = (text: string): string =>
  text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

/** The part of the Base64 of any text around `bytes` that depends on `bytes` alone, for each place in a group of three. */
function base64Parts(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return whole.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
}

function base64Of(name: string, bytes: Buffer): readonly (readonly [string, Buffer])[] {
  return base64Parts(bytes).flatMap((part) => [
    [`base64 of ${name}`, Buffer.from(part)] as const,
    [`base64url of ${name}`, Buffer.from(part.replaceAll('+', '-').replaceAll('/', '_'))] as const,
  ]);
}

function encodings(text: string): readonly (readonly [string, Buffer])[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16le = Buffer.from(text, 'utf16le');
  const hex = utf8.toString('hex');
  const percent = encodeURIComponent(text);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are Latin-1's letters.
  const latin1 = /^[\u0000-\u00ff]*$/.test(text) ? Buffer.from(text, 'latin1') : undefined;
  return [
    ['utf-8', utf8],
    ...(latin1 ? [['latin-1', latin1] as const] : []),
    ['utf-16le', utf16le],
    ['utf-16be', utf16be(text)],
    ['json', Buffer.from(escaped(text))],
    [
      'json',
      Buffer.from(escaped(text).replace(/\\u(....)/g, (_, code: string) => `\\u${code.toUpperCase()}`)),
    ],
    ['percent', Buffer.from(percent)],
    ['percent', Buffer.from(percent.replace(/%../g, (code) => code.toLowerCase()))],
    ['hex', Buffer.from(hex)],
    ['hex', Buffer.from(hex.toUpperCase())],
    ...base64Of('utf-8', utf8),
    ...(latin1 ? base64Of('latin-1', latin1) : []),
    ...base64Of('utf-16le', utf16le),
  ];
}

/**
 * Every form in which `text` is looked for: as it is and as an index might hold it (lower and upper case, folded for
 * search, decomposed), each in UTF-8, Latin-1 where it can be written so, UTF-16 of both orders, JSON escapes, percent
 * escapes, hexadecimal, and Base64 of any alignment. Two forms of the same bytes are given once, under the first name.
 * @throws RangeError on a text of fewer than 8 letters, which might be found by chance.
 */
export function writtenForms(text: string): readonly Written[] {
  if (text.length < shortestText)
    throw new RangeError(`A text of ${text.length} letters is too short to look for`);
  const writings: readonly (readonly [string, string])[] = [
    ['as entered', text.normalize('NFC')],
    ['decomposed', text.normalize('NFD')],
    ['lower case', text.toLowerCase()],
    ['upper case', text.toUpperCase()],
    ['folded', foldName(text)],
  ];
  const forms = new Map<string, Written>();
  for (const [writing, written] of writings)
    for (const [encoding, bytes] of encodings(written)) {
      const key = bytes.toString('latin1');
      if (!forms.has(key)) forms.set(key, { canary: text, writing, encoding, bytes });
    }
  return [...forms.values()];
}
