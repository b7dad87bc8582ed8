import type { Stored } from '#shared/domain/records/registry.ts';
import type { CertificateKind, TemplateContent } from './template.ts';
import { colourPairs } from './template-colours.ts';

/** A template that certificates can be issued with. */
export interface OfferedTemplate {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly content: TemplateContent;
  /** It came with the app and is changed by making a copy. */
  readonly shipped: boolean;
}

const noProof = 'Diese Bescheinigung bestätigt die Teilnahme. Sie ist kein Nachweis über ein Sprachniveau.';

const participation: TemplateContent = {
  ...{ layout: 1, kind: 'participation', paper: 'A4', align: 'start' },
  title: 'Teilnahmebescheinigung',
  blocks: [
    { type: 'text', text: 'Hiermit bescheinigen wir, dass', size: 'normal', align: 'start' },
    { type: 'name', original: true, birth: true },
    { type: 'text', text: 'an folgendem Angebot teilgenommen hat:', size: 'normal', align: 'start' },
    { type: 'offer' },
    { type: 'facts', rows: ['period', 'units', 'provider', 'partners'] },
    { type: 'contents' },
  ],
  signatures: [{ caption: 'Unterschrift', name: null }],
  ...{ stamp: true, logos: true, colours: colourPairs.petrol, frame: 'line', footer: noProof },
};

const module: TemplateContent = {
  ...{ layout: 1, kind: 'module', paper: 'A4', align: 'start' },
  title: 'Modulbescheinigung',
  blocks: [
    { type: 'text', text: 'Hiermit bescheinigen wir, dass', size: 'normal', align: 'start' },
    { type: 'name', original: true, birth: true },
    {
      type: 'text',
      text: 'das Modul „{module}“ besucht hat. Es gehört zu folgendem Angebot:',
      ...{ size: 'normal', align: 'start' },
    },
    { type: 'offer' },
    { type: 'facts', rows: ['module', 'period', 'units', 'provider', 'partners'] },
    { type: 'contents' },
  ],
  signatures: [
    { caption: 'Kursleitung', name: null },
    { caption: 'Leitung der Einrichtung', name: null },
  ],
  ...{ stamp: true, logos: true, colours: colourPairs.forest, frame: 'line', footer: noProof },
};

const tested: TemplateContent = {
  ...{ layout: 1, kind: 'tested', paper: 'A4', align: 'center' },
  title: 'Zertifikat',
  blocks: [
    { type: 'name', original: true, birth: true },
    {
      type: 'text',
      text: 'hat an folgendem Angebot teilgenommen und eine Prüfung abgelegt:',
      ...{ size: 'normal', align: 'center' },
    },
    { type: 'offer' },
    { type: 'text', text: 'Ergebnis der Prüfung: {result}', size: 'large', align: 'center' },
    { type: 'facts', rows: ['period', 'units', 'result', 'provider', 'partners'] },
    { type: 'contents' },
  ],
  signatures: [
    { caption: 'Kursleitung', name: null },
    { caption: 'Leitung der Einrichtung', name: null },
  ],
  ...{ stamp: true, logos: true, colours: colourPairs.navy, frame: 'double' },
  footer: 'Das Ergebnis steht auf dem Nachweis der Prüfungsstelle, der bei der Ausstellung vorlag.',
};

const honour: TemplateContent = {
  ...{ layout: 1, kind: 'honour', paper: 'A4', align: 'center' },
  title: 'Ehrenurkunde',
  blocks: [
    { type: 'text', text: 'Wir danken', size: 'normal', align: 'center' },
    { type: 'name', original: true, birth: false },
    {
      type: 'text',
      text: 'für das ehrenamtliche Engagement\nvom {from} bis zum {to}:',
      ...{ size: 'normal', align: 'center' },
    },
    { type: 'offer' },
    {
      type: 'text',
      text: 'Mit Zeit, Aufmerksamkeit und Verlässlichkeit haben Sie das Miteinander in unserem Haus bereichert. Dafür sprechen wir Ihnen unseren Dank und unsere Anerkennung aus.',
      ...{ size: 'normal', align: 'center' },
    },
  ],
  signatures: [{ caption: 'Leitung der Einrichtung', name: null }],
  ...{ stamp: true, logos: true, colours: colourPairs.chestnut, frame: 'corners' },
  footer: '{facility}, {place}',
};

const shippedOf = (id: CertificateKind, name: string, content: TemplateContent): OfferedTemplate => ({
  ...{ id, name, content, version: 1, shipped: true },
});

/**
 * The templates that came with the app, under ids that never change. A content is never changed either: a new wording
 * is a new version here, and issued certificates keep their copy.
 */
export const shippedTemplates: readonly OfferedTemplate[] = [
  shippedOf('participation', 'Teilnahmebescheinigung', participation),
  shippedOf('module', 'Modulbescheinigung', module),
  shippedOf('tested', 'Zertifikat mit Prüfungsergebnis', tested),
  shippedOf('honour', 'Ehrenurkunde', honour),
];

const byName = new Intl.Collator('de');

/** What certificates can be issued with: the shipped templates, then the facility's own that are in use, by name. */
export function templatesOf(records: readonly Stored<'certificateTemplate'>[]): readonly OfferedTemplate[] {
  const own = records
    .filter(({ value }) => !value.retired)
    .map(({ id, value: { name, version, content } }) => ({ id, name, version, content, shipped: false }))
    .toSorted((one, other) => byName.compare(one.name, other.name));
  return [...shippedTemplates, ...own];
}
