import { type ReactNode, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { printedCertificate } from '#renderer/documents/certificate/printed-certificate.ts';
import { DocumentDesk } from '#renderer/documents/desk/DocumentDesk.tsx';
import type { MakePdf } from '#renderer/documents/desk/use-made-pdf.ts';
import { makeCertificates } from '#renderer/documents/make-documents.ts';
import { useServices } from '#renderer/services/use-services.ts';
import type { Stored } from '#shared/domain/records/registry.ts';

interface IssuedDocumentProps {
  /** The same array until other certificates are to be shown. */
  readonly certificates: readonly Stored<'certificate'>[];
  readonly label: string;
  /** Beside the buttons. */
  readonly children?: ReactNode;
}

/** Issued certificates as one document: to look at, to print, to save. */
export function IssuedDocument({ certificates, label, children }: IssuedDocumentProps) {
  const { t } = useTranslation('certificates');
  const { commands } = useServices();
  const printed = useMemo(() => certificates.map(({ value }) => printedCertificate(value)), [certificates]);
  const make = useCallback<MakePdf>((options) => makeCertificates(printed, options), [printed]);
  return (
    <DocumentDesk
      kind={certificates.length === 1 ? 'certificate' : 'certificates'}
      landscape={false}
      make={make}
      working={t('making.working', { count: certificates.length })}
      label={label}
      noted={(deed) => commands.execute(`certificate.${deed}`, { ids: certificates.map(({ id }) => id) })}
    >
      {children}
    </DocumentDesk>
  );
}
