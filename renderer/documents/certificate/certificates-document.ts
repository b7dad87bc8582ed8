import { documentText as t } from '#renderer/documents/document-texts.ts';
import type { PlannedPage } from '#renderer/documents/drawing/marks.ts';
import type { DrawnDocument } from '#renderer/documents/engine.ts';
import type { TextSetter } from '#renderer/documents/text/text-setter.ts';
import { certificateData } from './certificate-data.ts';
import { certificatePages, type LaidPage } from './certificate-layout.ts';
import { acrossThePage } from './head-and-foot.ts';
import type { LogoKeys } from './logo-bar.ts';
import type { PrintedCertificate } from './printed-certificate.ts';
import { svgOf } from './svg-logo.ts';

/** Each picture of dots by its key: it is embedded once, however many pages show it. */
function pictureKeys(certificates: readonly PrintedCertificate[]): LogoKeys {
  const logos = certificates.flatMap(({ partners }) => partners.flatMap(({ logo }) => logo ?? []));
  const pictures = new Set(logos.filter((logo) => svgOf(logo) === undefined));
  return new Map([...pictures].map((picture, index) => [picture, `logo-${index}`]));
}

function planned(
  { paper, parts }: LaidPage,
  certificate: PrintedCertificate,
  setter: TextSetter,
): PlannedPage {
  const across = acrossThePage(certificate, { setter, paper });
  const { width, height } = paper;
  return { width, height, marks: parts, ...(across === undefined ? {} : { across }) };
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
): DrawnDocument {
  const logos = pictureKeys(certificates);
  return {
    title: titleOf(certificates),
    attachments: certificateData(certificates),
    pictures: new Map([...logos].map(([picture, key]) => [key, picture])),
    pages: certificates.flatMap((certificate) =>
      certificatePages(certificate, setter, logos).map((page) => planned(page, certificate, setter)),
    ),
  };
}
