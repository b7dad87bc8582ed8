import type { Content } from 'pdfmake/interfaces';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import { colour, mm } from '#renderer/documents/paper.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { PrintedCertificate } from './printed-certificate.ts';

/** A size of type for a text: the first row whose length it does not exceed, so that long names stay on the page. */
function sizeFor(text: string, steps: readonly (readonly [longest: number, size: number])[]): number {
  return steps.find(([longest]) => text.length <= longest)?.[1] ?? 12;
}

function birthLine({ birth }: PrintedCertificate): Content[] {
  if (birth.kind === 'unknown') return [];
  const text =
    birth.kind === 'date'
      ? t('certificate.born', { date: germanDate(birth.date) })
      : t('certificate.birthYear', { year: birth.year });
  return [{ text, fontSize: 11, color: colour.muted, margin: [0, 2, 0, 0] }];
}

function period({ periodFrom, periodTo }: PrintedCertificate): string {
  if (periodFrom === periodTo) return germanDate(periodFrom);
  return t('certificate.periodRange', { from: germanDate(periodFrom), to: germanDate(periodTo) });
}

function kind({ area, level }: PrintedCertificate): string {
  const areaName = t(`certificate.area.${area}`);
  return level === null ? areaName : [areaName, t('certificate.level', { level })].join('  ·  ');
}

/** Whether the page takes everything only when it is set closely. */
function isFull({ name, offerTitle, contents, partners }: PrintedCertificate): boolean {
  return (
    contents.length > 6 ||
    contents.join('').length > 500 ||
    partners.length > 4 ||
    name.length + offerTitle.length > 150
  );
}

function facts(certificate: PrintedCertificate, gap: number): Content {
  const { ueAttended, ueOffered, facility, partners } = certificate;
  const rows: (readonly [string, string])[] = [
    [t('certificate.period'), period(certificate)],
    [t('certificate.units'), t('certificate.unitsAttended', { attended: ueAttended, count: ueOffered })],
    [t('certificate.provider'), facility.name],
  ];
  if (partners.length > 0)
    rows.push([t('certificate.partners'), partners.map(({ name }) => name).join(', ')]);
  const size = partners.length > 6 ? 9 : 10.5;
  return {
    margin: [0, gap, 0, 0],
    layout: {
      hLineWidth: () => 0.4,
      vLineWidth: () => 0,
      hLineColor: () => colour.line,
      paddingLeft: () => 0,
      paddingTop: () => 3.5,
      paddingBottom: () => 2.5,
    },
    table: {
      widths: [mm(42), '*'],
      dontBreakRows: true,
      body: rows.map(([label, value]) => [
        { text: label, fontSize: 9.5, color: colour.muted },
        { text: value, fontSize: size },
      ]),
    },
  };
}

const bullets = (items: readonly string[], fontSize: number): Content => ({
  fontSize,
  ul: items.map((text) => ({ text, margin: [0, 1, 0, 0], unbreakable: true })),
  markerColor: colour.petrol,
});

/** One column for a few lines, two for many short ones, small type for many long ones. */
function contents({ contents: items }: PrintedCertificate, gap: number): Content[] {
  if (items.length === 0) return [];
  const heading: Content = {
    text: t('certificate.contents'),
    bold: true,
    color: colour.petrol,
    margin: [0, gap, 0, 3],
  };
  const short = items.every((item) => item.length <= 38);
  if (items.length > 6 && short) {
    const half = Math.ceil(items.length / 2);
    return [
      heading,
      { columns: [bullets(items.slice(0, half), 9.5), bullets(items.slice(half), 9.5)], columnGap: 16 },
    ];
  }
  const letters = items.join('').length;
  return [heading, bullets(items, letters > 700 || items.length > 8 ? 8.5 : 10)];
}

/** Everything between the page's head and the signatures. */
export function certificateBody(certificate: PrintedCertificate): Content[] {
  const { name, offerTitle } = certificate;
  const full = isFull(certificate);
  const gap = full ? 10 : 18;
  const nameSizes = [
    [24, full ? 22 : 26],
    [40, full ? 17 : 20],
    [90, 15],
  ] as const;
  return [
    { text: t('certificate.title'), bold: true, fontSize: full ? 24 : 28, color: colour.petrol },
    {
      text: name,
      bold: true,
      fontSize: sizeFor(name, nameSizes),
      lineHeight: 1.1,
      margin: [0, gap + 6, 0, 0],
    },
    ...birthLine(certificate),
    { text: t('certificate.tookPart'), margin: [0, gap, 0, 0] },
    {
      text: offerTitle,
      bold: true,
      fontSize: sizeFor(offerTitle, [
        [60, 16],
        [110, 14],
      ]),
      lineHeight: 1.15,
      margin: [0, 8, 0, 0],
    },
    { text: kind(certificate), fontSize: 11, color: colour.muted, margin: [0, 2, 0, 0] },
    facts(certificate, gap),
    ...contents(certificate, gap),
  ];
}
