import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useMomentText } from '#renderer/i18n/use-moment-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import type { Snapshot } from '#shared/ipc/contract/backup.ts';

interface RestoreDialogProps {
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
}

/** Says what restoring does before it is done. Afterwards the window goes to the lock screen. */
export function RestoreDialog({ snapshot, onClose }: RestoreDialogProps) {
  const { t } = useTranslation(['safety', 'common']);
  const { backup } = useServices();
  const failureText = useFailureText();
  const moment = useMomentText();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const close = (): void => {
    if (!busy) onClose();
  };
  const restore = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    const { place, name } = snapshot;
    const answer = await backup.restore({ place, name });
    setBusy(false);
    if (!answer.ok) setFailure(failureText(answer.error));
  };
  return (
    <Dialog open onClose={close} aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id}>{t('restore.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography sx={{ fontWeight: 600 }}>
          {t('restore.state', { at: moment(snapshot.madeAt) })}
        </Typography>
        <Typography>{t('restore.since')}</Typography>
        <Typography>{t('restore.locks')}</Typography>
        {failure !== undefined && <Alert severity="error">{failure}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={close}>
          {t('common:cancel')}
        </Button>
        <Button
          variant="contained"
          aria-disabled={busy}
          onClick={() => void restore()}
          startIcon={busy ? <CircularProgress size={18} color="inherit" aria-hidden /> : undefined}
        >
          {busy ? t('restore.busy') : t('restore.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
