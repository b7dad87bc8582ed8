import Alert from '@mui/material/Alert';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import type { Certificate } from '#shared/domain/records/certificate.ts';

/** That a certificate counts no more and why, what stands in its place, and which copies there are. */
export function CertificateState({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useTranslation('certificates');
  const { revoked, replaces, copies } = certificate;
  return (
    <>
      {revoked && (
        <Alert severity="warning" sx={{ mb: 1.5 }}>
          {t('state.revoked', { date: germanDate(revoked.on), reason: revoked.reason })}{' '}
          {revoked.replacedBy !== null && (
            <Link component={RouterLink} to={`/certificates/${revoked.replacedBy}`} color="inherit">
              {t('state.toReplacement')}
            </Link>
          )}
        </Alert>
      )}
      {replaces !== null && (
        <Alert severity="info" sx={{ mb: 1.5 }}>
          {t('state.replaces')}{' '}
          <Link component={RouterLink} to={`/certificates/${replaces}`} color="inherit">
            {t('state.toReplaced')}
          </Link>
        </Alert>
      )}
      {copies.length > 0 && (
        <Alert severity="info" sx={{ mb: 1.5 }}>
          {t('state.copies', {
            count: copies.length,
            dates: copies.map(({ on }) => germanDate(on)).join(', '),
          })}
        </Alert>
      )}
    </>
  );
}
