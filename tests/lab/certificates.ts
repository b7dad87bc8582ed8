import { birthText, levelText } from '#renderer/documents/certificate/field-values.ts';
import type { PrintedCertificate } from '#renderer/documents/certificate/printed-certificate.ts';
import { certificateTranslation } from '#renderer/documents/certificate/translation-texts.ts';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import { makeCertificates } from '#renderer/documents/make-documents.ts';
import { proofCodePath } from '#renderer/documents/proof-code.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { firstTemplate } from '#shared/domain/certificates/first-template.ts';

const names = [
  'Ayşe Öztürk',
  'Đỗ Thị Hương',
  'Юлія Шевченко',
  'Abdulrahman al-Hassan',
  'Mohammed Karimi',
  'Cabdiraxmaan Xasan Cali',
];
const originals = [null, null, 'Юлія Шевченко', 'عبد الرحمن الحسن', 'محمد کریمی', 'ኣብርሃም ተስፋይ'];
/** What the translation below the German text is in. */
const languages = ['tr', 'fr', 'uk', 'ar', 'fa', 'ti'] as const;

/** The certificate at a place of a long row of made-up ones; no two have the same name or code. */
function certificateAt(at: number, logo: string): PrintedCertificate {
  const digits = String(at).padStart(4, '0');
  return {
    kind: 'participation',
    name: `${names[at % names.length]} ${digits}`,
    originalName: originals[at % originals.length] ?? null,
    birth: { kind: 'date', date: '1990-03-12' },
    offerTitle: 'Deutsch für den Alltag',
    groupName: 'Vormittag',
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
    translation: { language: languages[at % languages.length] ?? 'en', place: 'block' },
    ...{ module: null, result: null, checkPage: null, copyOn: null, revokedOn: null },
    facility: { name: 'ZUE Musterstadt', place: 'Musterstadt', programme: 'Modellprojekt Integration' },
    partners: [
      { name: 'Polizei Musterstadt', shortName: null, logo },
      { name: 'Kammer für Handwerk', shortName: 'Kammer', logo: null },
    ],
    issuedOn: '2024-12-13',
    template: { id: 'template', name: 'Vorlage', version: 1, content: firstTemplate },
    number: `0123456${digits}`,
    proof: `${digits}${'4711083172'.repeat(30)}`,
  };
}

/** A partner's logo of the usual size, as a PNG. */
async function madeUpLogo(): Promise<Blob> {
  const canvas = new OffscreenCanvas(480, 160);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const colours = ['#0B5563', '#B9742A', '#F7F6F2', '#1D2B2F'];
  for (const [at, colour] of colours.entries()) {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(80 + at * 105, 80, 74 - at * 9, 0, 2 * Math.PI);
    context.fill();
  }
  return await canvas.convertToBlob({ type: 'image/png' });
}

function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

const row = (from: number, count: number, logo: string): PrintedCertificate[] =>
  Array.from({ length: count }, (_, at) => certificateAt(from + at, logo));

/** How long it took, and the longest time that the window could not answer meanwhile (0: below 50 ms). */
export interface MakingTimes {
  readonly ms: number;
  readonly longestTaskMs: number;
}

/** Makes certificates in the worker, all in one PDF or each in its own. */
export async function timedCertificates(
  from: number,
  count: number,
  together: boolean,
): Promise<MakingTimes> {
  const certificates = row(from, count, await asDataUrl(await madeUpLogo()));
  let longestTaskMs = 0;
  const note = (entries: PerformanceEntryList): void => {
    for (const { duration } of entries) longestTaskMs = Math.max(longestTaskMs, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'longtask' });
  const begun = performance.now();
  for (const batch of together ? [certificates] : certificates.map((one) => [one])) {
    const made = await makeCertificates(batch);
    if (!made.ok) throw new Error(made.error.code);
  }
  const ms = performance.now() - begun;
  note(observer.takeRecords());
  observer.disconnect();
  return { ms, longestTaskMs };
}

const styles = `
  @page { size: A4; margin: 0 }
  body { margin: 0; color: #1D2B2F; background: #fff; font: 10.5pt/1.2 'Noto Sans', 'Vazirmatn', 'Noto Sans Ethiopic' }
  article { box-sizing: border-box; height: 297mm; padding: 15mm 20mm 12mm 25mm; break-after: page; overflow: hidden }
  h1 { font-size: 28pt; color: #0B5563; margin: 14mm 0 6mm }
  h2 { font-size: 24pt; margin: 0 } h3 { font-size: 16pt; margin: 4mm 0 0 }
  td { padding: 1.2mm 0; border-bottom: 0.4pt solid #B9C4C7 } td:first-child { width: 42mm; color: #52636A }
  header { border-bottom: 1.2pt solid #0B5563 } footer, small { font-size: 8pt; color: #52636A }
  section { border-block: 0.5pt solid #B9C4C7; margin: 5mm 0 2mm; padding: 1.5mm 3.5mm; font-size: 9pt }
  section p { margin: 0.6mm 0 } section b { font-size: 10.5pt; color: #0B5563 }
  div { display: flex; justify-content: space-between; align-items: end; font-size: 8pt; color: #52636A }
  span { width: 50mm; border-top: 0.6pt solid #1D2B2F } i { width: 40mm; height: 26mm; border: 0.6pt dashed #B9C4C7; border-radius: 3pt }
  img { height: 12mm } svg { width: 25mm; height: 25mm }
`;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function pageOf(certificate: PrintedCertificate): string {
  const { facility, partners, contents, proof } = certificate;
  const { modules, path } = proofCodePath(proof ?? '');
  const period = { from: germanDate(certificate.periodFrom), to: germanDate(certificate.periodTo) };
  const facts = [
    [t('certificate.period'), t('certificate.periodRange', period)],
    [
      t('certificate.units'),
      t('certificate.unitsAttended', { attended: certificate.ueAttended, count: certificate.ueOffered }),
    ],
    [t('certificate.provider'), facility.name],
    [t('certificate.partners'), partners.map(({ name }) => name).join(', ')],
  ];
  const cells = facts.map(
    (fact) => `<tr>${fact.map((text = '') => `<td>${escaped(text)}</td>`).join('')}</tr>`,
  );
  const logos = partners.map(({ logo, name }) => (logo ? `<img src="${logo}">` : `<b>${escaped(name)}</b>`));
  const language = certificate.translation?.language ?? 'en';
  const translated = certificateTranslation(certificate, language);
  const translation = `<section lang="${language}" dir="${translated.direction}"><small dir="ltr">${escaped(t('certificate.translation'))}</small>
    <small>${escaped(translated.note)}</small><p><b>${escaped(translated.title)}</b></p>
    ${translated.lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</section>`;
  return `<article><header><b>${escaped(facility.name)}</b><br>${escaped(facility.programme ?? '')}</header>
    <h1>${escaped(t('certificate.kinds.participation'))}</h1><h2>${escaped(certificate.name)}</h2>
    <p>${escaped(birthText(certificate) ?? '')}</p><p>hat an folgendem Angebot teilgenommen:</p>
    <h3>${escaped(certificate.offerTitle)}</h3><p>${escaped(t(`certificate.area.${certificate.area}`))} · ${escaped(levelText(certificate) ?? '')}</p><table>${cells.join('')}</table>
    <ul>${contents.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>
    ${translation}
    <div><span>${escaped(t('certificate.placeAndDateLine'))}</span><i>${escaped(t('certificate.stamp'))}</i><span>${escaped(certificate.template.content.signatures[0]?.caption ?? '')}</span></div>
    <svg viewBox="0 0 ${modules} ${modules}"><path d="${path}"/></svg>
    <p>${logos.join(' ')}</p><footer>Diese Bescheinigung ist kein Nachweis eines Sprachniveaus. ${certificate.number}</footer></article>`;
}

/** Shows the same certificates as web pages in the window, for the browser to print. */
export async function showCertificates(from: number, count: number): Promise<void> {
  // The window shows pictures of its own only, no data addresses.
  const logo = URL.createObjectURL(await madeUpLogo());
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [sheet];
  document.body.innerHTML = row(from, count, logo).map(pageOf).join('');
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode()));
  URL.revokeObjectURL(logo);
}
