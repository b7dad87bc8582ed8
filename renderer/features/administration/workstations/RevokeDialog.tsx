import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { CopyField } from '#renderer/ui/CopyField.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import type { Workstation } from '#shared/ports/workstations.ts';

interface RevokeDialogProps {
  readonly workstation: Workstation;
  readonly onClose: () => void;
}

/** Says what revoking does, and what the IT department has to do beside it. */
export function RevokeDialog({ workstation, onClose }: RevokeDialogProps) {
  const { t } = useTranslation('workstations');
  const { sync, workstations } = useServices();
  const failureText = useFailureText();
  const say = useNotice();
  const { id, name, publicKey } = workstation;
  // Without a connection to sync there is no name to fill in: the IT department knows it.
  const bucket = sync.details()?.bucket ?? 'FACILITY';
  const revoke = async () => {
    const answer = await workstations.revoke(id);
    if (!answer.ok) return failureText(answer.error);
    say(t('revoke.done', { name }));
    onClose();
    return undefined;
  };
  return (
    <ConfirmDialog
      title={t('revoke.title', { name })}
      action={t('revoke.confirm')}
      busyText={t('revoke.busy')}
      danger
      onConfirm={revoke}
      onClose={onClose}
    >
      <Typography>{t('revoke.what', { name })}</Typography>
      <Typography>{t('revoke.copies')}</Typography>
      <Typography>{t('revoke.server')}</Typography>
      <CopyField
        label={t('revoke.command')}
        value={`node wegmarke-sync.mjs revoke ${bucket} ${publicKey} --dir /etc/wegmarke`}
      />
    </ConfirmDialog>
  );
}
