import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useMomentText } from '#renderer/i18n/use-moment-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import type { SetAside } from '#shared/ipc/contract/backup.ts';
import { useMegabytes } from './use-megabytes.ts';

interface DeleteAsideDialogProps {
  readonly aside: SetAside;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Says what goes, and what is lost with it, before it is deleted. */
export function DeleteAsideDialog({ aside: { id, at, bytes }, onClose, onDeleted }: DeleteAsideDialogProps) {
  const { t } = useTranslation('safety');
  const { backup } = useServices();
  const failureText = useFailureText();
  const moment = useMomentText();
  const megabytes = useMegabytes();
  const say = useNotice();
  const remove = async () => {
    const answer = await backup.deleteSetAside(id);
    if (!answer.ok) return failureText(answer.error);
    say(t('aside.done'));
    onDeleted();
    return undefined;
  };
  return (
    <ConfirmDialog
      title={t('aside.confirmTitle')}
      action={t('aside.confirm')}
      busyText={t('aside.busy')}
      danger
      onConfirm={remove}
      onClose={onClose}
    >
      <Typography sx={{ fontWeight: 600 }}>
        {t('aside.confirmWhat', { at: moment(at), megabytes: megabytes(bytes) })}
      </Typography>
      <Typography>{t('aside.confirmLost')}</Typography>
    </ConfirmDialog>
  );
}
