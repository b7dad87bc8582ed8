import type { Certificate } from '#shared/domain/records/certificate.ts';

const printedFields = [
  'kind',
  'name',
  'originalName',
  'birth',
  'offerTitle',
  'groupName',
  'area',
  'level',
  'periodFrom',
  'periodTo',
  'ueAttended',
  'ueOffered',
  'contents',
  'module',
  'result',
  'facility',
  'partners',
  'issuedOn',
  'template',
  'translation',
] as const satisfies readonly (keyof Certificate)[];

/** What a certificate says. Nothing else of a person or an offer reaches the paper. */
export type PrintedCertificate = Pick<Certificate, (typeof printedFields)[number]> & {
  /** `null` in a draft: the number is drawn when the certificate is issued. */
  readonly number: string | null;
  /** Digits of the signed code; `null` in a draft, and where there was none yet. */
  readonly proof: string | null;
  /** The address before those digits; `null`: digits alone. */
  readonly checkPage: string | null;
  /** The day on which this further copy was made; `null`: the first one. */
  readonly copyOn: string | null;
  /** The day from which the certificate is not valid any more. */
  readonly revokedOn: string | null;
};

type Source = Pick<Certificate, (typeof printedFields)[number]> &
  Partial<Pick<Certificate, 'number' | 'proof' | 'checkPage' | 'revoked'>>;

/** The fields of a certificate, or of what is about to become one, that are printed. */
export function printedCertificate(from: Source): PrintedCertificate {
  const own = Object.fromEntries(printedFields.map((field) => [field, from[field]]));
  return {
    ...(own as Pick<Certificate, (typeof printedFields)[number]>),
    number: from.number ?? null,
    proof: from.proof ?? null,
    checkPage: from.checkPage ?? null,
    copyOn: null,
    revokedOn: from.revoked?.on ?? null,
  };
}
