import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import type { SyncPort, SyncTrouble } from '#shared/ports/sync.ts';

/** Runs a deed of the port; answers with the sentence of a refusal. */
function useDeed(onClose: () => void) {
  const { sync } = useServices();
  const failureText = useFailureText();
  const say = useNotice();
  return async (deed: (port: SyncPort) => ReturnType<SyncPort['reseed']>, done: string) => {
    const answer = await deed(sync);
    if (!answer.ok) return failureText(answer.error);
    say(done);
    onClose();
    return undefined;
  };
}

type Reseedable = 'emptied' | 'older' | 'another';

/** What an administrator can go on from. */
export const reseedable = (trouble: SyncTrouble): Reseedable | undefined =>
  trouble === 'emptied' || trouble === 'older' || trouble === 'another' ? trouble : undefined;

interface ReseedDialogProps {
  readonly trouble: Reseedable;
  readonly onClose: () => void;
}

/** Says what filling a server from here does before it begins. */
export function ReseedDialog({ trouble, onClose }: ReseedDialogProps) {
  const { t } = useTranslation('sync');
  const run = useDeed(onClose);
  return (
    <ConfirmDialog
      title={t(`reseed.${trouble}.title`)}
      action={t(`reseed.${trouble}.action`)}
      onConfirm={() => run((sync) => sync.reseed(), t('reseed.begun'))}
      onClose={onClose}
    >
      <Typography>{t(`reseed.${trouble}.what`)}</Typography>
      <Typography>{t('reseed.others')}</Typography>
    </ConfirmDialog>
  );
}

/** Says what ending sync at this PC means before it ends. */
export function DisconnectDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('sync');
  const run = useDeed(onClose);
  return (
    <ConfirmDialog
      title={t('disconnect.title')}
      action={t('disconnect.confirm')}
      danger
      onConfirm={() => run((sync) => sync.disconnect(), t('disconnect.done'))}
      onClose={onClose}
    >
      <Typography>{t('disconnect.what')}</Typography>
      <Typography>{t('disconnect.accounts')}</Typography>
      <Typography>{t('disconnect.again')}</Typography>
    </ConfirmDialog>
  );
}
