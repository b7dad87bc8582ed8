import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField, reasonOf } from './ReasonField.tsx';
import type { ReasonAsked } from './use-reason.ts';

/** Asks why a closed sheet is changed. */
export function ReasonDialog({ asked }: { readonly asked: ReasonAsked }) {
  const { t } = useTranslation('attendance');
  const id = useId();
  return (
    <Dialog
      open={asked.asking}
      onClose={asked.giveUp}
      aria-labelledby={id}
      maxWidth="xs"
      fullWidth
      transitionDuration={0}
      slotProps={{ transition: { onExited: asked.afterwards } }}
    >
      <DialogTitle id={id}>{t('correct.title')}</DialogTitle>
      <ReasonForm onGiven={asked.give} onCancel={asked.giveUp} />
    </Dialog>
  );
}

function ReasonForm({
  onGiven,
  onCancel,
}: {
  readonly onGiven: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation(['attendance', 'common']);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const reason = reasonOf(text);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (reason !== undefined) onGiven(reason);
  };
  return (
    <form onSubmit={submit} noValidate>
      <DialogContent sx={{ pt: 0 }}>
        <DialogContentText sx={{ mb: 2 }}>{t('correct.text')}</DialogContentText>
        <ReasonField value={text} onChange={setText} tried={tried} autoFocus />
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
        <Button type="submit" variant="contained">
          {t('correct.confirm')}
        </Button>
      </DialogActions>
    </form>
  );
}
