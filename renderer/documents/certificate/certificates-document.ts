import type { ContentSection } from 'pdfmake/interfaces';
import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { DocumentDefinition } from '#renderer/documents/engine.ts';
import type { TextSetter } from '#renderer/documents/text/text-setter.ts';
import { certificateData } from './certificate-data.ts';
import { certificatePages, type LaidPage } from './certificate-layout.ts';
import { acrossThePage } from './head-and-foot.ts';
import type { LogoKeys } from './logo-bar.ts';
import type { Placed } from './pieces.ts';
import type { PrintedCertificate } from './printed-certificate.ts';
import { svgOf } from './svg-logo.ts';

/** Each picture of dots by its key: it is embedded once, however many pages show it. */
function pictureKeys(certificates: readonly PrintedCertificate[]): LogoKeys {
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

/** Names what it is and never a person: the title on the page could. */
function titleOf(certificates: readonly PrintedCertificate[]): string {
  const [kind, ...others] = new Set(certificates.map((certificate) => certificate.kind));
  return t(`certificate.kinds.${kind === undefined || others.length > 0 ? 'several' : kind}`);
}

/** Certificates below each other, each on pages of its own, in the layout and on the paper of its template. */
export function certificatesDocument(
  certificates: readonly PrintedCertificate[],
  setter: TextSetter,
): DocumentDefinition {
  const logos = pictureKeys(certificates);
  return {
    title: titleOf(certificates),
    attachments: certificateData(certificates),
    pageMargins: 0,
    images: Object.fromEntries([...logos].map(([picture, key]) => [key, picture])),
    content: certificates.flatMap((certificate) =>
      certificatePages(certificate, setter, logos).map((page) =>
        section(page, acrossThePage(certificate, page)),
      ),
    ),
  };
}
