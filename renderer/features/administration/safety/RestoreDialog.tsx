import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useMomentText } from '#renderer/i18n/use-moment-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import type { Snapshot } from '#shared/ipc/contract/backup.ts';

interface RestoreDialogProps {
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
}

/** Says what restoring does before it is done. Afterwards the window goes to the lock screen. */
export function RestoreDialog({ snapshot: { place, name, madeAt }, onClose }: RestoreDialogProps) {
  const { t } = useTranslation('safety');
  const { backup } = useServices();
  const failureText = useFailureText();
  const moment = useMomentText();
  return (
    <ConfirmDialog
      title={t('restore.title')}
      action={t('restore.confirm')}
      busyText={t('restore.busy')}
      onConfirm={async () => {
        const answer = await backup.restore({ place, name });
        return answer.ok ? undefined : failureText(answer.error);
      }}
      onClose={onClose}
    >
      <Typography sx={{ fontWeight: 600 }}>{t('restore.state', { at: moment(madeAt) })}</Typography>
      <Typography>{t('restore.since')}</Typography>
      <Typography>{t('restore.locks')}</Typography>
    </ConfirmDialog>
  );
}
