import type { ContentSection, ContentStack } from 'pdfmake/interfaces';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { DocumentDefinition } from '#renderer/documents/engine.ts';
import { colour, margin } from '#renderer/documents/paper.ts';
import { certificateBody } from './body.ts';
import type { LogoKeys } from './logo-bar.ts';
import { closing, finePrintHeight, foot, head, headHeight } from './page-frame.ts';
import type { PrintedCertificate } from './printed-certificate.ts';

/** The engine notes on a part of the document where each of its lines came to lie. */
type Laid = ContentStack & { readonly positions?: readonly { readonly pageNumber: number }[] };

/** Which page of a certificate a page of the document is, counted from 1. The engine asks when all is laid out. */
function pageOf({ positions = [] }: Laid, page: number): { page: number; count: number } {
  const pages = positions.map(({ pageNumber }) => pageNumber);
  const first = Math.min(...pages);
  return { page: page - first + 1, count: Math.max(...pages) - first + 1 };
}

const draftMark = {
  text: t('certificate.draft'),
  color: colour.petrol,
  opacity: 0.08,
  bold: true,
  fontSize: 92,
  angle: -55,
};

function section(certificate: PrintedCertificate, logos: LogoKeys): ContentSection {
  const body: Laid = { stack: [...certificateBody(certificate), ...closing(certificate, logos)] };
  return {
    section: body,
    pageMargins: [margin.left, headHeight(certificate), margin.right, finePrintHeight],
    header: (page) => head(certificate, pageOf(body, page)),
    footer: (page) => foot(certificate, pageOf(body, page)),
    ...(certificate.number === null ? { watermark: draftMark } : {}),
  };
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
  return {
    title: t('certificate.title'),
    images: Object.fromEntries([...logos].map(([picture, key]) => [key, picture])),
    content: certificates.map((certificate) => section(certificate, logos)),
  };
}
