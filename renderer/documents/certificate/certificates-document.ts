import type { ContentSection } from 'pdfmake/interfaces';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { DocumentDefinition } from '#renderer/documents/engine.ts';
import type { TextSetter } from '#renderer/documents/text/text-setter.ts';
import { certificatePages, type LaidPage } from './certificate-layout.ts';
import { acrossThePage } from './head-and-foot.ts';
import type { LogoKeys } from './logo-bar.ts';
import type { Placed } from './pieces.ts';
import type { PrintedCertificate } from './printed-certificate.ts';
import { svgOf } from './svg-logo.ts';

/** Each picture of dots by its key: it is embedded once, however many pages show it. */
export function pictureKeys(certificates: readonly PrintedCertificate[]): LogoKeys {
  const logos = certificates.flatMap(({ partners }) => partners.flatMap(({ logo }) => logo ?? []));
  const pictures = new Set(logos.filter((logo) => svgOf(logo) === undefined));
  return new Map([...pictures].map((picture, index) => [picture, `logo-${index}`]));
}

const placed = ({ x, y, width, content }: Placed) => ({
  absolutePosition: { x, y },
  columns: [{ width, stack: [content] }],
});

function section(page: LaidPage, watermark: ReturnType<typeof acrossThePage>): ContentSection {
  const { paper, parts } = page;
  return {
    section: { stack: parts.map(placed) },
    pageSize: { width: paper.width, height: paper.height },
    pageMargins: 0,
    ...(watermark === undefined ? {} : { watermark }),
  };
}

/** Certificates below each other, each on pages of its own, in the layout and on the paper of its template. */
export function certificatesDocument(
  certificates: readonly PrintedCertificate[],
  setter: TextSetter,
): DocumentDefinition {
  const logos = pictureKeys(certificates);
  return {
    title: t('certificate.title'),
    pageMargins: 0,
    images: Object.fromEntries([...logos].map(([picture, key]) => [key, picture])),
    content: certificates.flatMap((certificate) =>
      certificatePages(certificate, setter, logos).map((page) =>
        section(page, acrossThePage(certificate, page)),
      ),
    ),
  };
}
