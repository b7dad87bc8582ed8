import type { TemplateContent } from './template.ts';

/** How certificates looked before there were templates. Never changed: those that were issued then print with it. */
export const firstTemplate: TemplateContent = {
  layout: 1,
  kind: 'participation',
  paper: 'A4',
  title: 'Teilnahmebescheinigung',
  align: 'start',
  blocks: [
    { type: 'name', original: false, birth: true },
    { type: 'text', text: 'hat an folgendem Angebot teilgenommen:', size: 'normal', align: 'start' },
    { type: 'offer' },
    { type: 'facts', rows: ['period', 'units', 'provider', 'partners'] },
    { type: 'contents' },
  ],
  signatures: [{ caption: 'Unterschrift', name: null }],
  stamp: true,
  logos: true,
  colours: { primary: '#0B5563', accent: '#B9742A' },
  frame: 'none',
  footer: 'Diese Bescheinigung bestätigt die Teilnahme. Sie ist kein Nachweis über ein Sprachniveau.',
};
