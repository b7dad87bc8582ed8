import { createInstance, type TFunction } from 'i18next';
import documents from '#locales/de/documents.json';

/** The texts of papers that count, in German whatever the screens speak: the German text is the binding one. */
export const documentText: TFunction<'documents'> = germanTexts();

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
