/**
 * Certificate numbers: ten random characters of Crockford's base32 and a check character by ISO/IEC 7064 MOD 37-2,
 * which notices every single wrong and every pair of swapped characters. Random, never a counter, so that restored or
 * cloned workstations can't repeat one. Draws whose check character is not in the alphabet are drawn again.
 */
/** Crockford's base32: no letter that is taken for a digit. */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const iso7064 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';
/** Characters that are drawn; the check character follows them. */
export const drawnCharacters = 10;

function checkCharacter(body: string): string {
  let product = 0;
  for (const character of body) product = ((product + iso7064.indexOf(character)) * 2) % 37;
  return iso7064[(38 - product) % 37] ?? '';
}

/** Draws a number. `randomBytes(n)` must come from a cryptographic source. */
export function drawCertificateNumber(randomBytes: (count: number) => Uint8Array): string {
  for (;;) {
    const body = Array.from(randomBytes(drawnCharacters), (byte) => alphabet[byte % 32]).join('');
    const number = numberWithCheck(body);
    if (number) return number;
  }
}

/** The number of ten characters of the alphabet; `undefined` where their check character is not in it. */
export function numberWithCheck(body: string): string | undefined {
  const check = checkCharacter(body);
  return alphabet.includes(check) ? body + check : undefined;
}

/** Whether the text is a certificate number with the right check character. Hyphens and spaces are allowed, O is 0, I and L are 1. */
export function isCertificateNumber(text: string): boolean {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return (
    /^[0-9A-HJKMNP-TV-Z]{11}$/.test(plain) &&
    checkCharacter(plain.slice(0, drawnCharacters)) === plain[drawnCharacters]
  );
}

/** `ABCD-EFGH-JKM`: how a number is printed. */
export function printedNumber(number: string): string {
  return `${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8)}`;
}
