import { createInstance, type TFunction } from 'i18next';
import documents from '#locales/de/documents.json';

/** The texts of papers that count, in German whatever the screens speak: the German text is the binding one. */
export const documentText: TFunction<'documents'> = remembering(germanTexts());

/** Most texts of a page have no gaps to fill and are asked for again on the next one. */
function remembering(texts: TFunction<'documents'>): TFunction<'documents'> {
  const known = new Map<string, string>();
  const read = texts as unknown as (key: string, ...options: readonly unknown[]) => string;
  const remembered = (key: string, ...options: readonly unknown[]): string => {
    if (options.length > 0) return read(key, ...options);
    const text = known.get(key) ?? read(key);
    known.set(key, text);
    return text;
  };
  return remembered as unknown as TFunction<'documents'>;
}

function germanTexts(): TFunction<'documents'> {
  const instance = createInstance();
  void instance.init({
    lng: 'de',
    defaultNS: 'documents',
    resources: { de: { documents } },
    interpolation: { escapeValue: false },
    // Everything is in memory: ready when this returns.
    initAsync: false,
  });
  return instance.getFixedT('de', 'documents');
}
