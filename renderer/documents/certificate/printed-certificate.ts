import type { Certificate } from '#shared/domain/records/certificate.ts';

/** What a Teilnahmebescheinigung says. Nothing else of a person or an offer reaches the paper. */
export type PrintedCertificate = Pick<
  Certificate,
  | 'name'
  | 'birth'
  | 'offerTitle'
  | 'area'
  | 'level'
  | 'periodFrom'
  | 'periodTo'
  | 'ueAttended'
  | 'ueOffered'
  | 'contents'
  | 'facility'
  | 'partners'
  | 'issuedOn'
> & {
  /** `null` in a draft: the number is drawn when the certificate is issued. */
  readonly number: string | null;
};

/** The fields of a certificate, or of what is about to become one, that are printed. */
export function printedCertificate(
  from: Omit<PrintedCertificate, 'number'> & { readonly number?: string },
): PrintedCertificate {
  const { name, birth, offerTitle, area, level, periodFrom, periodTo, ueAttended, ueOffered } = from;
  const { contents, facility, partners, issuedOn, number } = from;
  return {
    name,
    birth,
    offerTitle,
    area,
    level,
    periodFrom,
    periodTo,
    ueAttended,
    ueOffered,
    contents,
    facility,
    partners,
    issuedOn,
    number: number ?? null,
  };
}
