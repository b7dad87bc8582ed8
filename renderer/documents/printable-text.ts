/**
 * Text as documents print it: composed letters (NFC), so that an accent is part of its letter when copied; one line;
 * without the invisible marks that control direction or joining in other scripts, except where they decide how two
 * Arabic letters join (علی‌رضا).
 */
export function printableText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/(?!(?<=\p{Script=Arabic})[\u200c\u200d](?=\p{Script=Arabic}))[\p{Cc}\p{Cf}]/gu, '')
    .trim();
}

/** The same value with every text in it made printable. Pictures (data URLs) stay as they are. */
export function printable<T>(value: T): T {
  return mapTexts(value, printableText) as T;
}

/** Every text in a value but pictures. */
export function textsIn(value: unknown): string[] {
  const texts: string[] = [];
  mapTexts(value, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return value.startsWith('data:image/') ? value : map(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, map)]));
}
