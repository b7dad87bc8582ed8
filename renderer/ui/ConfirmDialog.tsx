import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen. */
  readonly children: ReactNode;
  readonly action: string;
  /** Instead of `action` while it goes on. */
  readonly busyText?: string;
  /** Something goes for good. */
  readonly danger?: boolean;
  /** Whether it can be confirmed already. */
  readonly ready?: boolean;
  /** Resolves to the sentence to show where it was refused; it can then be tried again. */
  readonly onConfirm: () => Promise<string | undefined>;
  readonly onClose: () => void;
}

/** Says what will happen before it does. It does not close while it goes on, and nothing is done twice. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    title,
    children,
    action,
    busyText = action,
    danger = false,
    ready = true,
    onConfirm,
    onClose,
  } = props;
  const { t } = useTranslation('common');
  const titleId = useId();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const close = (): void => {
    if (!busy) onClose();
  };
  const confirm = async (): Promise<void> => {
    if (busy || !ready) return;
    setBusy(true);
    setFailure(undefined);
    const refused = await onConfirm();
    setBusy(false);
    setFailure(refused);
  };
  return (
    <Dialog open onClose={close} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {children}
        {failure !== undefined && <Alert severity="error">{failure}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={close}>
          {t('cancel')}
        </Button>
        <Button
          variant="contained"
          color={danger ? 'error' : 'primary'}
          aria-disabled={busy || !ready}
          onClick={() => void confirm()}
          sx={ready ? {} : { opacity: 0.5 }}
          startIcon={busy ? <CircularProgress size={18} color="inherit" aria-hidden /> : undefined}
        >
          {busy ? busyText : action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
