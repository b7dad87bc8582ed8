import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';

interface AccountDialogProps {
  readonly title: string;
  readonly confirm: string;
  readonly children: ReactNode;
  /** Does it; `undefined`: something is still missing, which the fields say. */
  readonly onConfirm: () => Promise<Result<void, Refusal> | undefined>;
  readonly onClose: () => void;
  /** The deed can't be taken back: its button does not take Enter. */
  readonly grave?: boolean;
}

/** Asks before an account is changed, does it, and says what went wrong. */
export function AccountDialog({ title, confirm, children, onConfirm, onClose, grave }: AccountDialogProps) {
  const { t } = useTranslation('common');
  const failureText = useFailureText();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const close = (): void => {
    if (!busy) onClose();
  };
  const submit = async (event: FormEvent<HTMLElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    setBusy(true);
    setFailure(undefined);
    const answer = await onConfirm();
    setBusy(false);
    if (!answer) focusFirstInvalid(form);
    else if (!answer.ok) setFailure(failureText(answer.error));
  };
  return (
    <Dialog
      open
      onClose={close}
      aria-labelledby={id}
      maxWidth="sm"
      fullWidth
      slotProps={{ paper: { component: 'form', noValidate: true, onSubmit: submit } as object }}
    >
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {children}
        {failure !== undefined && <Alert severity="error">{failure}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button autoFocus={grave === true} onClick={close}>
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          variant="contained"
          aria-disabled={busy}
          startIcon={busy ? <CircularProgress size={18} color="inherit" aria-hidden /> : undefined}
        >
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
