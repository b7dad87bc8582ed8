import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { DigitGroups } from '#renderer/ui/DigitGroups.tsx';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { AskingWorkstation } from '#shared/ports/workstations.ts';
import { NameDialog } from './NameDialog.tsx';

/** PCs that ask to belong to the site, with the digits that both screens show. Nothing where none asks. */
export function AskingSheet() {
  const { t } = useTranslation('workstations');
  const { workstations } = useServices();
  const asking = useSyncExternalStore(workstations.subscribe, workstations.asking);
  const [approving, setApproving] = useState<AskingWorkstation>();
  const say = useNotice();
  if (asking.length === 0) return null;
  return (
    <Sheet>
      <Typography variant="h2">{t('asking.title')}</Typography>
      <Typography sx={{ mt: 0.5, mb: 2, maxWidth: 800 }}>{t('asking.text')}</Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2 }}>
        {asking.map((one) => (
          <Asking key={one.workstationId} one={one} onApprove={() => setApproving(one)} />
        ))}
      </Box>
      {approving && (
        <NameDialog
          title={t('approve.title', { name: approving.name })}
          action={t('approve.confirm')}
          suggested={approving.name}
          onClose={() => setApproving(undefined)}
          onName={async (name) => {
            const answer = await workstations.approve(approving, name);
            if (answer.ok) say(t('approve.done', { name }));
            return answer;
          }}
        >
          <Typography>{t('approve.text')}</Typography>
          <DigitGroups label={t('asking.digits')} groups={approving.fingerprint} />
        </NameDialog>
      )}
    </Sheet>
  );
}

interface AskingProps {
  readonly one: AskingWorkstation;
  readonly onApprove: () => void;
}

function Asking({ one, onApprove }: AskingProps) {
  const { t } = useTranslation('workstations');
  const { workstations } = useServices();
  const failureText = useFailureText();
  const [failure, setFailure] = useState<string>();
  const { name } = one;
  const decline = async (): Promise<void> => {
    setFailure(undefined);
    const answer = await workstations.decline(one);
    if (!answer.ok) setFailure(failureText(answer.error));
  };
  return (
    <Box component="li" sx={{ display: 'grid', gap: 1 }}>
      <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
      <DigitGroups label={t('asking.digitsOf', { name })} groups={one.fingerprint} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button variant="contained" aria-label={t('approve.actionOf', { name })} onClick={onApprove}>
          {t('approve.action')}
        </Button>
        <Button aria-label={t('decline.actionOf', { name })} onClick={() => void decline()}>
          {t('decline.action')}
        </Button>
      </Box>
      {failure !== undefined && <FieldError>{failure}</FieldError>}
    </Box>
  );
}
