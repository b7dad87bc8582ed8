import { useTranslation } from 'react-i18next';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { printedNumber } from '#shared/domain/certificates/number.ts';
import type { Stored } from '#shared/domain/records/registry.ts';
import { LinkList } from './LinkList.tsx';

interface PersonCertificatesProps {
  /** `undefined` while they are read. */
  readonly certificates: readonly Stored<'certificate'>[] | undefined;
}

/** The certificates that a person was issued, the latest first. */
export function PersonCertificates({ certificates }: PersonCertificatesProps) {
  const { t } = useTranslation('people');
  return (
    <LinkList
      title={t('certificates.title')}
      empty={t('certificates.empty')}
      items={certificates
        ?.toSorted(({ value: a }, { value: b }) => b.issuedOn.localeCompare(a.issuedOn))
        .map(({ id: key, value }) => ({
          key,
          to: `/certificates/${key}`,
          title: value.offerTitle,
          detail: t('certificates.detail', {
            day: germanDate(value.issuedOn),
            number: printedNumber(value.number),
          }),
        }))}
    />
  );
}
