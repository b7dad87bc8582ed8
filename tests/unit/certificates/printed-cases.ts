import type { PrintedCertificate } from '#renderer/documents/certificate/printed-certificate.ts';
import { firstTemplate } from '#shared/domain/certificates/first-template.ts';
import type { TemplateContent } from '#shared/domain/certificates/template.ts';

/** A template's content as a certificate keeps it. */
export const keptTemplate = (content: TemplateContent): PrintedCertificate['template'] => ({
  ...{ id: 'template', name: 'Vorlage', version: 1, content },
});

/** A certificate as it is issued every day; `but` says what is different. */
export function certificateOf(but: Partial<PrintedCertificate> = {}): PrintedCertificate {
  return {
    kind: 'participation',
    originalName: null,
    groupName: 'Vormittag',
    ...{ module: null, result: null, translation: null, proof: null, checkPage: null },
    ...{ copyOn: null, revokedOn: null },
    template: keptTemplate(firstTemplate),
    name: 'Ayşe Öztürk-Ğ',
    birth: { kind: 'date', date: '1990-03-12' },
    offerTitle: 'Deutsch für den Alltag',
    area: 'language',
    level: 'A1',
    periodFrom: '2024-10-31',
    periodTo: '2024-12-13',
    ueAttended: 42,
    ueOffered: 50,
    contents: [
      'Sich vorstellen und nach dem Weg fragen',
      'Einkaufen, Preise, Mengen',
      'Arztbesuch und Notruf',
    ],
    facility: { name: 'ZUE Münster', place: 'Münster', programme: 'Modellprojekt Integration Münster' },
    partners: [
      { name: 'Polizei Münster', shortName: null, logo: null },
      { name: 'IHK Nord Westfalen', shortName: 'IHK', logo: null },
    ],
    issuedOn: '2024-12-13',
    number: '0123456789A',
    ...but,
  };
}

/** Everything as long as the records allow. */
export const longest = certificateOf({
  name: 'Abdulrahman Muhammad al-Hassan ibn Yusuf '.repeat(5).slice(0, 200).trim(),
  offerTitle: 'Berufsorientierung Metall, Holz und Elektro mit Praktikum im Betrieb '
    .repeat(3)
    .slice(0, 160)
    .trim(),
  contents: Array.from({ length: 20 }, (_, index) =>
    `Inhalt ${index + 1}: Sicherheit am Arbeitsplatz, Werkzeugkunde, Messen und Prüfen, Zeichnungen lesen, Maschinen bedienen, Pflege und Wartung, Gespräche im Betrieb, Bewerbung, Arbeitsvertrag, Rechte und Pflichten`.slice(
      0,
      200,
    ),
  ),
  facility: {
    name: 'Zentrale Unterbringungseinrichtung mit einem langen Namen '.repeat(3).slice(0, 120).trim(),
    place: 'Wünnenberg-Haaren im Landkreis mit dem langen Namen '.repeat(2).slice(0, 80).trim(),
    programme: 'Modellprojekt Integration mit einem sehr langen Namen '.repeat(3).slice(0, 120).trim(),
  },
  partners: Array.from({ length: 20 }, (_, index) => ({
    name: `Partner ${index + 1} ${'Institution für Bildung, Arbeit und Teilhabe '.repeat(3)}`
      .slice(0, 120)
      .trim(),
    shortName: null,
    logo: null,
  })),
});
