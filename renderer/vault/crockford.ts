/** Crockford's letters for codes that people read from paper and type (https://www.crockford.com/base32.html). */

/** No I, L, O, U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const digitOf = new Map<string, number>([...alphabet].map((character, value) => [character, value]));
for (const [twin, value] of [
  ['O', 0],
  ['I', 1],
  ['L', 1],
] as const)
  digitOf.set(twin, value);

/** x · a in GF(2^5) modulo x^5 + x^2 + 1, a a generator. */
function timesGenerator(value: number): number {
  const shifted = value << 1;
  return shifted & 0b100000 ? (shifted ^ 0b100101) & 0b11111 : shifted;
}

/**
 * Σ a^(n-i)·d_i over GF(32), by Horner. Neighbours have different,
 * non-zero weights and the check character weight 1, so that every single wrong character and every swap of two
 * neighbours is noticed. (Crockford's own modulo 37 needs five further signs that are poor on paper.)
 */
export const checkValue = (digits: readonly number[]): number =>
  digits.reduce((sum, digit) => timesGenerator(sum ^ digit), 0);

export const characterOf = (value: number): string => alphabet.charAt(value);

/**
 * The digits of a typed code: spaces and dashes are left out, O and 0, I, L and 1, and small letters don't matter.
 * `null`: a character that no code holds.
 */
export function digitsOf(typed: string): number[] | null {
  const characters = [
    ...typed
      .normalize('NFKC')
      .replace(/[\s\p{Pd}]/gu, '')
      .toUpperCase(),
  ];
  const digits = characters.map((character) => digitOf.get(character));
  return digits.every((digit) => digit !== undefined) ? digits : null;
}
