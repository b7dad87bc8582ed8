import { loadGroupResults } from '#shared/domain/attendance/directory-results.ts';
import { attendedShare, type UnitSums } from '#shared/domain/attendance/ledger.ts';
import type { DueVerdict } from '#shared/domain/certificates/due.ts';
import { certificateKey, latestCertificates } from '#shared/domain/certificates/issued.ts';
import type { CertificateKind } from '#shared/domain/certificates/template.ts';
import { byListName, listName } from '#shared/domain/names/full-name.ts';
import { type PaperLanguage, paperLanguageOf } from '#shared/domain/paper-language.ts';
import type { AppServices } from '#shared/ports/app-services.ts';

/** What the certificates of a group are about. */
export interface GroupCertificates {
  readonly groupId: string;
  readonly kind: CertificateKind;
  /** For module certificates. */
  readonly moduleId: string | null;
}

/** A person of the group, and whether the certificate is due to them. */
export interface DueRow {
  readonly participantId: string;
  /** `Family, Given` */
  readonly name: string;
  /** Of the module, where the certificate is about one. */
  readonly sums: UnitSums;
  readonly verdict: DueVerdict;
  /** Whether one can be issued: it is due, or a test's result stands and the lead does not withhold it. */
  readonly selectable: boolean;
  /** Whole percent of the UE offered; rounded down, so that 74.9 is never shown as the 75 that it does not reach. */
  readonly percent: number;
  /** Day of the latest one that counts. */
  readonly issuedOn: string | null;
  /** In which a translation would be. */
  readonly language: PaperLanguage;
}

/** Everybody of a group by name. */
export async function dueRows(
  { records, directory }: Pick<AppServices, 'records' | 'directory'>,
  { groupId, kind, moduleId }: GroupCertificates,
  today: string,
): Promise<DueRow[]> {
  const [results, certificates] = await Promise.all([
    loadGroupResults(directory, groupId, today),
    records.where('certificate', 'groupId', groupId),
  ]);
  const issued = latestCertificates(certificates, ({ value }) => certificateKey(value.participantId, value));
  return results
    .flatMap((result) => {
      const person = directory.get('participant', result.participantId);
      const own = result.modules.find(({ module }) => module.id === moduleId);
      return person ? [{ person, ...(own ?? result) }] : [];
    })
    .sort((a, b) => byListName(a.person, b.person))
    .map(({ person, sums, verdict }): DueRow => {
      const about = { kind, module: moduleId === null ? null : { id: moduleId } };
      return {
        ...{ participantId: person.id, name: listName(person), sums, verdict },
        selectable: kind === 'tested' ? verdict.reason !== 'withheld' : verdict.due === 'due',
        percent: attendedShare(sums) ?? 0,
        issuedOn: issued.get(certificateKey(person.id, about))?.value.issuedOn ?? null,
        language: paperLanguageOf(person.languages),
      };
    });
}

/** Who is selected before anybody chose: due, and without a certificate so far. Who passed a test is not known. */
export function preselected(rows: readonly DueRow[], kind: CertificateKind): ReadonlySet<string> {
  const due =
    kind === 'tested' ? [] : rows.filter(({ selectable, issuedOn }) => selectable && issuedOn === null);
  return new Set(due.map(({ participantId }) => participantId));
}
