/**
 * How names and offers are written into a proof.
 *
 * The rule, which paper, check screen and `verify.html` share:
 * 1. Text is brought to NFC; control characters and white space become one space; marks that only steer the writing
 *    direction and lone surrogates go; spaces at both ends go.
 * 2. Name and offer together have 58 bytes of UTF-8. The name may have 34 and, beyond that, what the offer leaves of
 *    its 24; the offer may have what the (shortened) name leaves.
 * 3. What is longer is cut to three bytes less, between two characters and never before a combining mark or a joiner;
 *    spaces before the cut go; an ellipsis (…, three bytes) follows.
 */
const textBytes = 58;
const nameBytes = 34;
const offerBytes = textBytes - nameBytes;
const mark = '…';
const markBytes = 3;

const encoder = new TextEncoder();
const sizeOf = (text: string): number => encoder.encode(text).length;

/** Text as a proof holds it when there is room (step 1). */
export function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** Whether a character belongs to the one before it. */
const joins = (character: string): boolean => /^[\p{M}\u200C\u200D]$/u.test(character);

/** Cuts `plain` text to at most `limit` bytes (step 3). */
function cut(plain: string, limit: number): string {
  if (sizeOf(plain) <= limit) return plain;
  const characters = Array.from(plain);
  let count = 0;
  let bytes = 0;
  for (const character of characters) {
    bytes += sizeOf(character);
    if (bytes > limit - markBytes) break;
    count += 1;
  }
  while (count > 0 && joins(characters[count] ?? '')) count -= 1;
  return characters.slice(0, count).join('').trimEnd() + mark;
}

/** Name and offer as the proof holds them. Applied to its own result it changes nothing. */
export function shortTexts(texts: { readonly name: string; readonly offer: string }): {
  readonly name: string;
  readonly offer: string;
} {
  const [plainName, plainOffer] = [plainText(texts.name), plainText(texts.offer)];
  const spare = Math.max(0, offerBytes - sizeOf(plainOffer));
  const name = cut(plainName, nameBytes + spare);
  return { name, offer: cut(plainOffer, textBytes - sizeOf(name)) };
}
