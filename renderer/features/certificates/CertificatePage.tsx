import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useParams } from 'react-router';
import { OverwrittenEdits } from '#renderer/services/overwritten/OverwrittenEdits.tsx';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { germanDate } from '#shared/domain/calendar/dates.ts';
import { printedNumber } from '#shared/domain/certificates/number.ts';
import type { Certificate } from '#shared/domain/records/certificate.ts';
import { isAnonymous } from '#shared/domain/retention/anonymous.ts';
import { CertificateState } from './CertificateState.tsx';
import { IssuedDocument } from './IssuedDocument.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';

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
  const { number, issuedOn, participantId, groupId, name, groupName, kind, module } = certificate;
  return (
    <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 5, rowGap: 1, m: 0, mb: 2 }}>
      <Fact label={t('one.number')}>{printedNumber(number)}</Fact>
      <Fact label={t('one.issuedOn')}>{germanDate(issuedOn)}</Fact>
      <Fact label={t('one.person')}>
        <Link component={RouterLink} to={`/people/${participantId}`}>
          {name}
        </Link>
      </Fact>
      {groupId !== null && (
        <Fact label={t('one.group')}>
          <Link component={RouterLink} to={`/courses/groups/${groupId}`}>
            {groupName}
          </Link>
        </Fact>
      )}
      <Fact label={t('register.kind')}>{module?.title ?? t(`kinds.${kind}`)}</Fact>
    </Box>
  );
}

/** One issued certificate (`/certificates/:id`). */
export function CertificatePage() {
  const { id = '' } = useParams();
  return <CertificateById key={id} id={id} />;
}

function CertificateById({ id }: { readonly id: string }) {
  const { t } = useTranslation('certificates');
  const [wantsCopy, setWantsCopy] = useState(false);
  const { records, clock } = useServices();
  // The day does not change under a document that is being looked at.
  const [today] = useState(() => clock.today());
  const loaded = useLoaded(['certificate'], async () => ({ found: await records.get('certificate', id) }), [
    id,
  ]);
  const back = { label: t('one.back'), to: '/certificates?tab=register' };
  const found = loaded?.found;
  const certificates = useMemo(
    () => (found ? [{ kind: 'certificate' as const, id, value: found }] : []),
    [found, id],
  );
  if (loaded === undefined) {
    return (
      <Page title={t('one.preview')} back={back}>
        {null}
      </Page>
    );
  }
  if (!found || isAnonymous(found.participantId)) {
    const why = found ? 'anonymous' : 'missing';
    return (
      <Page title={t('one.preview')} back={back}>
        <Sheet>
          <EmptyState
            title={t(`one.${why}Title`)}
            text={t(`one.${why}Text`)}
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
  const { firstOutOn, revoked } = found;
  // Until the end of its first day a print that jammed or was mislaid is made good as the first one.
  const isOut = firstOutOn !== null && firstOutOn < today;
  const copyOn = revoked === null && (isOut || wantsCopy) ? today : null;
  return (
    <Page
      title={t('one.title', { name: found.name })}
      back={back}
      actions={
        revoked === null && (
          <Actions
            id={id}
            certificate={found}
            {...(copyOn === null ? { onCopy: () => setWantsCopy(true) } : {})}
          />
        )
      }
    >
      <CertificateState certificate={found} />
      <OverwrittenEdits of={[{ kind: 'certificate', id }]} />
      <Facts certificate={found} />
      {copyOn !== null && (
        <Alert severity="info" sx={{ mb: 1.5 }}>
          {isOut && `${t('copy.outSince', { date: germanDate(firstOutOn) })} `}
          {t('copy.shown')}
        </Alert>
      )}
      <IssuedDocument certificates={certificates} copyOn={copyOn} label={t('one.preview')} />
    </Page>
  );
}

interface ActionsProps {
  readonly id: string;
  readonly certificate: Certificate;
  /** A further copy is asked for; missing where one is shown. */
  readonly onCopy?: () => void;
}

/** A further copy, another one in its place, or none any more. */
function Actions({ id, certificate, onCopy }: ActionsProps) {
  const { t } = useTranslation('certificates');
  const { commands } = useServices();
  const [revoking, setRevoking] = useState(false);
  return (
    <>
      {commands.allows('certificate.revoke') && (
        <Button variant="outlined" color="error" onClick={() => setRevoking(true)}>
          {t('revoke.action')}
        </Button>
      )}
      {commands.allows('certificate.issue') && (
        <Button variant="outlined" component={RouterLink} to={`/certificates/${id}/replace`}>
          {t('replace.action')}
        </Button>
      )}
      {onCopy && commands.allows('certificate.copy') && (
        <Button variant="outlined" onClick={onCopy}>
          {t('copy.action')}
        </Button>
      )}
      {revoking && (
        <RevokeDialog id={id} number={printedNumber(certificate.number)} onClose={() => setRevoking(false)} />
      )}
    </>
  );
}
