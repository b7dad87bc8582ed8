import type { DocumentKind } from '#shared/ipc/contract/documents.ts';

/**
 * File names and print job titles, which lie in the clear on disks and print servers: a kind, never a person. All of
 * them are names that Windows takes.
 */
const names: Readonly<Record<DocumentKind, string>> = {
  certificate: 'Teilnahmebescheinigung',
  certificates: 'Teilnahmebescheinigungen',
  'recovery-sheet': 'Wiederherstellungsblatt',
  'signature-lists': 'Anwesenheitslisten',
  'signature-form': 'Anwesenheitsliste Vordruck',
  'group-roster': 'Gruppenliste',
  'week-plan': 'Wochenplan',
  'own-week-plan': 'Persönlicher Wochenplan',
  'explanation-sheet': 'Erklärung zur Bescheinigung',
  'day-overview': 'Tagesübersicht',
  'day-report': 'Tagesbericht',
  'audit-log': 'Protokoll',
  disclosure: 'Auskunft',
  badges: 'Ausweise',
  // A name that may stand in a web address.
  'verify-page': 'verify',
  'revocation-list': 'Widerrufene Bescheinigungen',
  'join-file': 'Beitritt',
};

/** Where a batch has another name than one of its documents. */
const singleNames: Partial<Readonly<Record<DocumentKind, string>>> = {
  certificates: 'Teilnahmebescheinigung',
  'signature-lists': 'Anwesenheitsliste',
  badges: 'Ausweis',
};

/** The neutral name of a document of this kind, without an ending. */
export function documentName(kind: DocumentKind): string {
  return names[kind];
}

/** The neutral name of one document out of a batch, without its number and ending. */
export function singleDocumentName(kind: DocumentKind): string {
  return singleNames[kind] ?? names[kind];
}
