import { useTranslation } from 'react-i18next';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { printedNumber } from '#shared/domain/certificates/number.ts';
import { LinkList } from './LinkList.tsx';

/** The certificates that a person was issued, the latest first. */
export function PersonCertificates({ id }: { readonly id: string }) {
  const { t } = useTranslation('people');
  const { records } = useServices();
  const certificates = useLoaded(['certificate'], () => records.where('certificate', 'participantId', id), [
    id,
  ]);
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
