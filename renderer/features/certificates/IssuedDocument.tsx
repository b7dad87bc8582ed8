import { type ReactNode, useCallback, useMemo, useRef } from 'react';
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
  readonly certificates: readonly Stored<'certificate'>[];
  readonly label: string;
  /**
   * The day of the further copies ("Zweitschrift") that are shown, which are registered once they leave the app;
   * `null`: the certificates as issued.
   */
  readonly copyOn?: string | null;
  /** Beside the buttons. */
  readonly children?: ReactNode;
}

/** The translation is on a page of its own, which belongs on the back. */
const hasBack = ({ translation }: PrintedCertificate): boolean => translation?.place === 'page';

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
export function IssuedDocument({ certificates, label, copyOn = null, children }: IssuedDocumentProps) {
  const { t } = useTranslation('certificates');
  const { commands } = useServices();
  // Of an issued certificate only its revocation changes what is drawn; that it left the app does not.
  const drawn = certificates.map(({ id, value }) => `${id} ${value.revoked?.on}`).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `drawn` is what changes of the certificates
  const printed = useMemo(
    () => certificates.map(({ value }) => ({ ...printedCertificate(value), copyOn })),
    [drawn, copyOn],
  );
  const make = useCallback<MakePdf>((options) => makeCertificates(printed, options), [printed]);
  const isBatch = printed.length > 1;
  /** The copy that is shown is one, whether it is printed, saved, or both. */
  const registered = useRef(false);
  const register = async (): Promise<Result<unknown, Refusal>> => {
    if (copyOn === null || registered.current) return ok(null);
    for (const { id } of certificates) {
      const copied = await commands.execute('certificate.copy', { id });
      if (!copied.ok) return copied;
    }
    registered.current = true;
    return ok(null);
  };
  const noted = async (deed: 'save' | 'print'): Promise<Result<unknown, Refusal>> => {
    const copied = await register();
    return copied.ok
      ? commands.execute(`certificate.${deed}`, { ids: certificates.map(({ id }) => id) })
      : copied;
  };
  return (
    <DocumentDesk
      kind={isBatch ? 'certificates' : 'certificate'}
      paper={printed[0]?.template.content.paper ?? 'A4'}
      landscape={false}
      make={make}
      // Nobody's certificate is printed on the back of another's. Where a long one takes one more page this does not
      // fit, and the sheets are filled in order.
      parts={printed.map((one) => (hasBack(one) ? 2 : 1))}
      twoSided={printed.some(hasBack)}
      {...(isBatch ? { files: (options) => singly(printed, options) } : {})}
      working={t('making.working', { count: certificates.length })}
      label={label}
      noted={noted}
    >
      {children}
    </DocumentDesk>
  );
}
