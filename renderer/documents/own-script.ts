/** Names in scripts that the documents' font does not have. */
import type { ContentText } from 'pdfmake/interfaces';
import type { DocumentFont } from './text/font-files.ts';

/** The font for a text: by the first script in it that has a font of its own. */
export function fontFor(text: string): DocumentFont {
  if (/\p{Script=Arabic}/u.test(text)) return 'Vazirmatn';
  return /\p{Script=Ethiopic}/u.test(text) ? 'NotoSansEthiopic' : 'NotoSans';
}

/**
 * A name in the font and the direction of its script. Words are laid out from left to right, one by one; only within
 * one does the font turn the direction. So a name that is read from the right stays in one piece.
 */
export function inOwnScript(name: string, style: Omit<ContentText, 'text'> = {}): ContentText {
  const font = fontFor(name);
  return { ...style, text: font === 'Vazirmatn' ? name.replaceAll(' ', '\u00a0') : name, font };
}
