import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { printedNumber } from '#shared/domain/certificates/number.ts';
import type { Stored } from '#shared/domain/records/registry.ts';
import { LinkList } from './LinkList.tsx';

interface PersonCertificatesProps {
  /** `undefined` while they are read. */
  readonly certificates: readonly Stored<'certificate'>[] | undefined;
  readonly personId: string;
}

/** The certificates that a person was issued, the latest first. */
export function PersonCertificates({ certificates, personId }: PersonCertificatesProps) {
  const { t } = useTranslation('people');
  const { commands } = useServices();
  return (
    <LinkList
      title={t('certificates.title')}
      empty={t('certificates.empty')}
      items={certificates
        ?.toSorted(({ value: a }, { value: b }) => b.issuedOn.localeCompare(a.issuedOn))
        .map(({ id: key, value }) => ({
          key,
          to: `/certificates/${key}`,
          title: value.module?.title ?? value.offerTitle,
          detail: t(value.revoked ? 'certificates.revoked' : 'certificates.detail', {
            day: germanDate(value.issuedOn),
            number: printedNumber(value.number),
          }),
        }))}
    >
      {commands.allows('certificate.issue') && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
          <Button size="small" variant="outlined" component={Link} to={`/certificates/person/${personId}`}>
            {t('certificates.issue')}
          </Button>
          <Button size="small" component={Link} to={`/certificates/honour/${personId}`}>
            {t('certificates.honour')}
          </Button>
        </Box>
      )}
    </LinkList>
  );
}
