import type { DocumentKind } from '#shared/ipc/contract/documents.ts';

/** File names and print job titles, which lie in the clear on disks and print servers: a kind, never a person. */
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
  badges: 'Ausweise',
  // A name that may stand in a web address.
  'verify-page': 'verify',
  'revocation-list': 'Widerrufene Bescheinigungen',
};

/** The neutral name of a document of this kind, without an ending. */
export function documentName(kind: DocumentKind): string {
  return names[kind];
}
