import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useParams } from 'react-router';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { printedNumber } from '#shared/domain/certificates/number.ts';
import type { Certificate } from '#shared/domain/records/certificate.ts';
import { IssuedDocument } from './IssuedDocument.tsx';

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Box>
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
        {label}
      </Typography>
      <Typography component="dd" sx={{ m: 0 }}>
        {children}
      </Typography>
    </Box>
  );
}

/** Number, day, and where it came from. */
function Facts({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useTranslation('certificates');
  const { number, issuedOn, participantId, groupId, name, groupName } = certificate;
  return (
    <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 5, rowGap: 1, m: 0, mb: 2 }}>
      <Fact label={t('one.number')}>{printedNumber(number)}</Fact>
      <Fact label={t('one.issuedOn')}>{germanDate(issuedOn)}</Fact>
      <Fact label={t('one.person')}>
        <Link component={RouterLink} to={`/people/${participantId}`}>
          {name}
        </Link>
      </Fact>
      <Fact label={t('one.group')}>
        <Link component={RouterLink} to={`/courses/groups/${groupId}`}>
          {groupName}
        </Link>
      </Fact>
    </Box>
  );
}

/** One issued certificate (`/certificates/:id`). */
export function CertificatePage() {
  const { t } = useTranslation('certificates');
  const { id = '' } = useParams();
  const { records } = useServices();
  const loaded = useLoaded(
    ['certificate'],
    async () => ({ id, found: await records.get('certificate', id) }),
    [id],
  );
  const back = { label: t('one.back'), to: '/certificates?tab=register' };
  const found = loaded?.id === id ? loaded.found : undefined;
  const certificates = useMemo(
    () => (found ? [{ kind: 'certificate' as const, id, value: found }] : []),
    [found, id],
  );
  if (loaded === undefined || loaded.id !== id) {
    return (
      <Page title={t('one.preview')} back={back}>
        {null}
      </Page>
    );
  }
  if (!found) {
    return (
      <Page title={t('one.preview')} back={back}>
        <Sheet>
          <EmptyState
            title={t('one.missingTitle')}
            text={t('one.missingText')}
            action={
              <Button variant="contained" component={RouterLink} to={back.to}>
                {t('one.toRegister')}
              </Button>
            }
          />
        </Sheet>
      </Page>
    );
  }
  return (
    <Page title={t('one.title', { name: found.name })} back={back}>
      <Facts certificate={found} />
      <IssuedDocument certificates={certificates} label={t('one.preview')} />
    </Page>
  );
}
