import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { ReasonInput } from './issue/ReasonInput.tsx';

interface RevokeDialogProps {
  readonly id: string;
  /** As printed. */
  readonly number: string;
  readonly onClose: () => void;
}

/** Asks why a certificate is to count no more, and says what follows: it can not be taken back. */
export function RevokeDialog({ id, number, onClose }: RevokeDialogProps) {
  const { t } = useTranslation(['certificates', 'common']);
  const { commands } = useServices();
  const failureText = useFailureText();
  const title = useId();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<string>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '') return;
    const revoked = await commands.execute('certificate.revoke', { id, reason });
    if (revoked.ok) onClose();
    else setFailure(failureText(revoked.error));
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} maxWidth="sm" fullWidth>
      <DialogTitle id={title}>{t('revoke.title', { number })}</DialogTitle>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <DialogContent sx={{ display: 'grid', gap: 2, pt: 0 }}>
          <DialogContentText>{t('revoke.text')}</DialogContentText>
          <ReasonInput value={reason} onChange={setReason} hint={t('reason.hint')} tried={tried} autoFocus />
          {failure !== undefined && <Alert severity="error">{failure}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="contained" color="error">
            {t('revoke.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
