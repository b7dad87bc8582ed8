import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import type { IssuingWorkstation } from '#shared/ports/proof.ts';
import { CheckPageAddress } from './CheckPageAddress.tsx';
import { HandOut } from './HandOut.tsx';
import { IssuerTable } from './IssuerTable.tsx';
import { StrikeOffDialog } from './StrikeOffDialog.tsx';

/**
 * Which computers may issue certificates, and what is handed out to check them (`/certificates/issuers`). Coordination
 * revokes certificates and hands out the lists; computers are the administrators' matter.
 */
export function IssuersPage() {
  const { t } = useTranslation('proof');
  const { signedIn } = useServices();
  const failureText = useFailureText();
  const { role } = signedIn;
  const title = t(role === 'coordination' ? 'toHandOut' : 'issuers.title');
  return (
    <Page title={title} back={{ label: t('title'), to: '/certificates/check' }}>
      {role === 'administrator' && <Issuers />}
      {role === 'coordination' && <HandOut />}
      {role !== 'administrator' && role !== 'coordination' && (
        <EmptyState title={t('issuers.onlyAdministrators')} text={failureText({ code: 'role' })} />
      )}
    </Page>
  );
}

function Issuers() {
  const { t } = useTranslation('proof');
  const { proof, workstationId } = useServices();
  const failureText = useFailureText();
  const notice = useNotice();
  const [chosen, setChosen] = useState<IssuingWorkstation>();
  // The keys stand in the vault, not among the records: what changes them here looks again.
  const [, lookAgain] = useReducer((turn: number) => turn + 1, 0);
  const issuers = proof.issuers();
  const hasKey = issuers.some((one) => one.workstationId === workstationId && one.struckOff === null);
  const renew = async (): Promise<void> => {
    const answer = await proof.renew();
    if (answer.ok) notice(t('issuers.renewed'));
    else notice(failureText(answer.error), 'error');
    lookAgain();
  };
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Typography sx={{ maxWidth: '75ch' }}>{t('issuers.intro')}</Typography>
      {issuers.length === 0 ? (
        <EmptyState title={t('issuers.emptyTitle')} text={t('issuers.emptyText')} />
      ) : (
        <IssuerTable {...{ issuers, workstationId }} onStrikeOff={setChosen} />
      )}
      {!hasKey && (
        <Button variant="outlined" onClick={() => void renew()} sx={{ justifySelf: 'start' }}>
          {t('issuers.renew')}
        </Button>
      )}
      <HandOut />
      <CheckPageAddress />
      {chosen && (
        <StrikeOffDialog
          issuer={chosen}
          onClose={() => setChosen(undefined)}
          onDone={() => {
            setChosen(undefined);
            notice(t('strikeOff.done'));
            lookAgain();
          }}
        />
      )}
    </Box>
  );
}
