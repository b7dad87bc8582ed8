import { type ReactNode, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type PrintedCertificate,
  printedCertificate,
} from '#renderer/documents/certificate/printed-certificate.ts';
import { DocumentDesk } from '#renderer/documents/desk/DocumentDesk.tsx';
import type { MakePdf } from '#renderer/documents/desk/use-made-pdf.ts';
import { type MakingOptions, makeCertificates } from '#renderer/documents/make-documents.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { printedNumber } from '#shared/domain/certificates/number.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Stored } from '#shared/domain/records/registry.ts';
import { ok, type Result } from '#shared/domain/result.ts';
import type { NamedFile } from '#shared/ports/documents.ts';

interface IssuedDocumentProps {
  /** The same array until other certificates are to be shown. */
  readonly certificates: readonly Stored<'certificate'>[];
  readonly label: string;
  /** Beside the buttons. */
  readonly children?: ReactNode;
}

/** Each certificate as a PDF of its own, named by its number. */
async function singly(
  certificates: readonly PrintedCertificate[],
  { onProgress, ...options }: MakingOptions,
): Promise<Result<readonly NamedFile[], Refusal>> {
  const files: NamedFile[] = [];
  for (const certificate of certificates) {
    const made = await makeCertificates([certificate], options);
    if (!made.ok) return made;
    files.push({ name: printedNumber(certificate.number ?? ''), bytes: made.value });
    onProgress?.(files.length / certificates.length);
  }
  return ok(files);
}

/** Issued certificates as one document: to look at, to print, to save. */
export function IssuedDocument({ certificates, label, children }: IssuedDocumentProps) {
  const { t } = useTranslation('certificates');
  const { commands } = useServices();
  const printed = useMemo(() => certificates.map(({ value }) => printedCertificate(value)), [certificates]);
  const make = useCallback<MakePdf>((options) => makeCertificates(printed, options), [printed]);
  const isBatch = printed.length > 1;
  return (
    <DocumentDesk
      kind={isBatch ? 'certificates' : 'certificate'}
      paper={printed[0]?.template.content.paper ?? 'A4'}
      landscape={false}
      make={make}
      // Nobody's certificate is printed on the back of another's. Where one takes two pages this does not fit, and the
      // sheets are filled in order.
      parts={printed.map(() => 1)}
      {...(isBatch ? { files: (options) => singly(printed, options) } : {})}
      working={t('making.working', { count: certificates.length })}
      label={label}
      noted={(deed) => commands.execute(`certificate.${deed}`, { ids: certificates.map(({ id }) => id) })}
    >
      {children}
    </DocumentDesk>
  );
}
