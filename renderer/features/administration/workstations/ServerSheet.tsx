import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useSyncState } from '#renderer/services/use-sync-state.ts';
import { CopyField } from '#renderer/ui/CopyField.tsx';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { FileButton } from '#renderer/ui/FileButton.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { useFocusOnStep } from '#renderer/ui/use-focus-on-step.ts';
import { NameDialog } from './NameDialog.tsx';

/** The server of the site: setting it up, this PC's key there, and entering this PC. */
export function ServerSheet({ isEntered }: { readonly isEntered: boolean }) {
  const isOff = useSyncState().kind === 'off';
  const content = useFocusOnStep(isOff ? 'off' : 'on');
  return (
    <Sheet>
      <Box ref={content} tabIndex={-1} sx={{ outline: 'none' }}>
        {isOff ? <SetUp /> : <Server isEntered={isEntered} />}
      </Box>
    </Sheet>
  );
}

function Server({ isEntered }: { readonly isEntered: boolean }) {
  const { t } = useTranslation('workstations');
  const details = useServices().sync.details();
  return (
    <>
      <Typography variant="h2">{t('server.title')}</Typography>
      {details && (
        <>
          <Typography sx={{ my: 1 }}>{t('server.at', { servers: details.servers.join(', ') })}</Typography>
          <Typography sx={{ mb: 1, maxWidth: 800 }}>{t('server.key')}</Typography>
          <CopyField label={t('server.keyLabel')} value={details.publicKey} />
        </>
      )}
      {!isEntered && <EnterThisOne />}
    </>
  );
}

function SetUp() {
  const { t } = useTranslation('workstations');
  const { sync } = useServices();
  const failureText = useFailureText();
  const [failure, setFailure] = useState<string>();
  const take = async (file: File): Promise<void> => {
    setFailure(undefined);
    const answer = await sync.connect(await file.text());
    if (!answer.ok) setFailure(failureText(answer.error));
  };
  return (
    <>
      <Typography variant="h2">{t('setUp.title')}</Typography>
      <Typography sx={{ my: 1, maxWidth: 800 }}>{t('setUp.text')}</Typography>
      <Typography sx={{ mb: 2, maxWidth: 800, color: 'text.secondary' }}>{t('setUp.file')}</Typography>
      <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
        <FileButton
          variant="contained"
          label={t('setUp.action')}
          accept=".json"
          onFile={(file) => void take(file)}
        />
        {failure !== undefined && <FieldError>{failure}</FieldError>}
      </Box>
    </>
  );
}

function EnterThisOne() {
  const { t } = useTranslation('workstations');
  const { workstations } = useServices();
  const [asking, setAsking] = useState(false);
  return (
    <Box sx={{ mt: 2 }}>
      <Typography sx={{ mb: 1, maxWidth: 800 }}>{t('enter.text')}</Typography>
      <Button variant="contained" onClick={() => setAsking(true)}>
        {t('enter.action')}
      </Button>
      {asking && (
        <NameDialog
          title={t('enter.title')}
          action={t('enter.confirm')}
          suggested=""
          onName={workstations.enter}
          onClose={() => setAsking(false)}
        />
      )}
    </Box>
  );
}
