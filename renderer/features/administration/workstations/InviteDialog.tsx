import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { DigitGroups } from '#renderer/ui/DigitGroups.tsx';
import { germanDate, localDay } from '#shared/domain/calendar/dates.ts';
import type { JoinInvitation } from '#shared/ports/workstations.ts';

/** Makes a file for another PC, and shows its code once. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('workstations');
  const { workstations } = useServices();
  const failureText = useFailureText();
  const [made, setMade] = useState<JoinInvitation>();
  if (made) return <MadeInvitation made={made} onClose={onClose} />;
  const make = async () => {
    const answer = await workstations.invite();
    if (!answer.ok) return failureText(answer.error);
    setMade(answer.value);
    return undefined;
  };
  return (
    <ConfirmDialog
      title={t('invite.title')}
      action={t('invite.make')}
      busyText={t('invite.busy')}
      onConfirm={make}
      onClose={onClose}
    >
      <Typography>{t('invite.what')}</Typography>
      <Typography>{t('invite.key')}</Typography>
    </ConfirmDialog>
  );
}

function MadeInvitation({ made, onClose }: { readonly made: JoinInvitation; readonly onClose: () => void }) {
  const { t } = useTranslation('workstations');
  const failureText = useFailureText();
  const id = useId();
  const [saved, setSaved] = useState(false);
  const [failure, setFailure] = useState<string>();
  const save = async (): Promise<void> => {
    setFailure(undefined);
    const answer = await made.save();
    if (!answer.ok) setFailure(failureText(answer.error));
    else if (answer.value) setSaved(true);
  };
  const time = made.goodUntil.toLocaleTimeString('de-DE', { hour: '2-digit', minute: '2-digit' });
  return (
    <Dialog open aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id}>{t('invite.madeTitle')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography>{t('invite.saveText')}</Typography>
        <div>
          <Button autoFocus variant={saved ? 'outlined' : 'contained'} onClick={() => void save()}>
            {t('invite.save')}
          </Button>
        </div>
        <Typography role="status">{saved && t('invite.saved')}</Typography>
        {failure !== undefined && <Alert severity="error">{failure}</Alert>}
        <Typography>{t('invite.codeText')}</Typography>
        <DigitGroups label={t('invite.code')} groups={made.code.split('-')} />
        <Typography sx={{ color: 'text.secondary' }}>
          {t('invite.until', { date: germanDate(localDay(made.goodUntil)), time })}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button variant={saved ? 'contained' : 'text'} onClick={onClose}>
          {t('invite.done')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
