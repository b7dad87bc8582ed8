import type { ContentStack } from 'pdfmake/interfaces';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { DocumentDefinition } from '#renderer/documents/engine.ts';
import { colour, margin } from '#renderer/documents/paper.ts';
import { certificateBody } from './body.ts';
import { closing, finePrintHeight, foot, head, headHeight } from './page-frame.ts';
import type { PrintedCertificate } from './printed-certificate.ts';

/** A certificate's part of the document. The engine notes on it which pages it came to lie on. */
interface Section {
  readonly certificate: PrintedCertificate;
  readonly content: ContentStack & { positions?: readonly { readonly pageNumber: number }[] };
}

interface PageOf {
  readonly certificate: PrintedCertificate;
  /** Counted from 1 within the certificate. */
  readonly page: number;
  readonly count: number;
}

/** Whose page it is. Sections lie in order, and the engine asks once the whole document is laid out. */
function pageOf(sections: readonly Section[], page: number): PageOf | undefined {
  for (const { certificate, content } of sections) {
    const pages = (content.positions ?? []).map(({ pageNumber }) => pageNumber);
    const first = Math.min(...pages);
    const last = Math.max(...pages);
    if (first <= page && page <= last)
      return { certificate, page: page - first + 1, count: last - first + 1 };
  }
  return undefined;
}

/**
 * A4 upright, each certificate on a page of its own; one that is too long goes on to a second page and says so.
 * A draft has no number and is marked across the page.
 */
export function certificatesDocument(certificates: readonly PrintedCertificate[]): DocumentDefinition {
  const pictures = new Set(
    certificates.flatMap(({ partners }) => partners.flatMap(({ logo }) => logo ?? [])),
  );
  const logos = new Map([...pictures].map((picture, index) => [picture, `logo-${index}`]));
  const sections = certificates.map(
    (certificate, index): Section => ({
      certificate,
      content: {
        stack: [...certificateBody(certificate), ...closing(certificate, logos)],
        ...(index > 0 ? { pageBreak: 'before' } : {}),
      },
    }),
  );
  return {
    title: t('certificate.title'),
    pageMargins: [margin.left, headHeight, margin.right, finePrintHeight],
    images: Object.fromEntries([...logos].map(([picture, key]) => [key, picture])),
    content: sections.map(({ content }) => content),
    header: (page) => {
      const its = pageOf(sections, page);
      return its && head(its.certificate, its);
    },
    footer: (page) => {
      const its = pageOf(sections, page);
      return its && foot(its.certificate, its);
    },
    ...(certificates.some(({ number }) => number === null)
      ? {
          watermark: {
            text: t('certificate.draft'),
            color: colour.petrol,
            opacity: 0.08,
            bold: true,
            fontSize: 92,
            angle: -55,
          },
        }
      : {}),
  };
}
