/**
 * The fonts of our papers. Together they have every letter of the languages that residents write; a font is asked in
 * this order, so Latin letters and digits come from Noto Sans wherever they stand.
 */
import regular from '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf?inline';
import bold from '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf?inline';
import ethiopic from '@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf?inline';
import ethiopicBold from '@expo-google-fonts/noto-sans-ethiopic/700Bold/NotoSansEthiopic_700Bold.ttf?inline';
import arabic from '@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf?inline';
import arabicBold from '@expo-google-fonts/vazirmatn/700Bold/Vazirmatn_700Bold.ttf?inline';

/** Families as the engine knows them: the names of their files in its virtual file system. */
export const fontFamilies = {
  NotoSans: { normal: 'regular.ttf', bold: 'bold.ttf' },
  NotoSansEthiopic: { normal: 'ethiopic.ttf', bold: 'ethiopic-bold.ttf' },
  Vazirmatn: { normal: 'arabic.ttf', bold: 'arabic-bold.ttf' },
} as const;

/** NotoSans has Latin, Greek and Cyrillic letters; the others those of one script each. */
export type DocumentFont = keyof typeof fontFamilies;

export const documentFonts: readonly DocumentFont[] = ['NotoSans', 'NotoSansEthiopic', 'Vazirmatn'];

const base64Of = (dataUrl: string): string => dataUrl.slice(dataUrl.indexOf(',') + 1);

/** The files, in base64. */
export const fontFiles: Readonly<Record<string, string>> = {
  'regular.ttf': base64Of(regular),
  'bold.ttf': base64Of(bold),
  'ethiopic.ttf': base64Of(ethiopic),
  'ethiopic-bold.ttf': base64Of(ethiopicBold),
  'arabic.ttf': base64Of(arabic),
  'arabic-bold.ttf': base64Of(arabicBold),
};
