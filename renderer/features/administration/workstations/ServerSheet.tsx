import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { CopyField } from '#renderer/ui/CopyField.tsx';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { FileButton } from '#renderer/ui/FileButton.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { NameDialog } from './NameDialog.tsx';

/** The server of the site: setting it up, this PC's key there, entering this PC, and the way out. */
export function ServerSheet({ isEntered }: { readonly isEntered: boolean }) {
  const { t } = useTranslation('workstations');
  const { sync } = useServices();
  const state = useSyncExternalStore(sync.subscribe, sync.current);
  const [ending, setEnding] = useState(false);
  if (state.kind === 'off') return <SetUp />;
  const details = sync.details();
  return (
    <Sheet>
      <Typography variant="h2">{t('server.title')}</Typography>
      {details && (
        <>
          <Typography sx={{ my: 1 }}>{t('server.at', { servers: details.servers.join(', ') })}</Typography>
          <Typography sx={{ mb: 1, maxWidth: 800 }}>{t('server.key')}</Typography>
          <CopyField label={t('server.keyLabel')} value={details.publicKey} />
        </>
      )}
      {!isEntered && <EnterThisOne />}
      <Box sx={{ mt: 2 }}>
        <Button variant="outlined" color="error" onClick={() => setEnding(true)}>
          {t('end.action')}
        </Button>
      </Box>
      {ending && <EndDialog onClose={() => setEnding(false)} />}
    </Sheet>
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
    <Sheet>
      <Typography variant="h2">{t('setUp.title')}</Typography>
      <Typography sx={{ my: 1, maxWidth: 800 }}>{t('setUp.text')}</Typography>
      <Typography sx={{ mb: 2, maxWidth: 800, color: 'text.secondary' }}>{t('setUp.file')}</Typography>
      <FileButton
        variant="contained"
        label={t('setUp.action')}
        accept=".json"
        onFile={(file) => void take(file)}
      />
      {failure !== undefined && <FieldError>{failure}</FieldError>}
    </Sheet>
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

function EndDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('workstations');
  const { sync } = useServices();
  const failureText = useFailureText();
  const say = useNotice();
  const end = async () => {
    const answer = await sync.disconnect();
    if (!answer.ok) return failureText(answer.error);
    say(t('end.done'));
    onClose();
    return undefined;
  };
  return (
    <ConfirmDialog title={t('end.title')} action={t('end.confirm')} danger onConfirm={end} onClose={onClose}>
      <Typography>{t('end.what')}</Typography>
      <Typography>{t('end.again')}</Typography>
    </ConfirmDialog>
  );
}
