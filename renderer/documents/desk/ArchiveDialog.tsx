import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { isTakeable, NewPassphrase, type TypedPassphrase } from '#renderer/ui/NewPassphrase.tsx';
import { usePassphraseJudgement } from '#renderer/ui/passphrase-judgement.ts';

interface ArchiveDialogProps {
  readonly onPack: (passphrase: string) => void;
  readonly onClose: () => void;
}

const nothingTyped: TypedPassphrase = { passphrase: '', repeated: '' };

/** Asks for the passphrase of an archive, typed twice. Whoever guesses it reads everything: it has to be strong. */
export function ArchiveDialog({ onPack, onClose }: ArchiveDialogProps) {
  const { t } = useTranslation('printing');
  const { documents } = useServices();
  const titleId = useId();
  const [typed, setTyped] = useState(nothingTyped);
  const [tell, setTell] = useState(false);
  const judgement = usePassphraseJudgement(typed.passphrase, documents.judge);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTell(true);
    // Normal form C, as other programs' password fields send it.
    if (isTakeable(typed, judgement)) onPack(typed.passphrase.normalize('NFC'));
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <form noValidate onSubmit={submit}>
        <DialogTitle id={titleId}>{t('archive.title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <DialogContentText variant="body2">{t('archive.explanation')}</DialogContentText>
          <NewPassphrase typed={typed} onChange={setTyped} judgement={judgement} tell={tell} />
          <Alert severity="info">{t('archive.programs')}</Alert>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button type="submit" variant="contained">
            {t('archive.pack')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
