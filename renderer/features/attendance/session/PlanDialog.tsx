import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface PlanDialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Made anew with every opening. */
  readonly children: ReactNode;
}

/** A dialog about a session's plan. */
export function PlanDialog({ title, open, onClose, children }: PlanDialogProps) {
  const id = useId();
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id}>{title}</DialogTitle>
      {children}
    </Dialog>
  );
}

interface PlanFormProps {
  readonly confirm: string;
  /** Why it was not saved, where no field is to blame. */
  readonly failure: string | undefined;
  /** Saves; `false`: a field is wrong. */
  readonly onSubmit: () => Promise<boolean>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog's form: Enter saves once, and the first field that is wrong gets the focus. */
export function PlanForm({ confirm, failure, onSubmit, onClose, children }: PlanFormProps) {
  const { t } = useTranslation('common');
  const form = useRef<HTMLFormElement>(null);
  const busy = useRef(false);
  const [attempts, setAttempts] = useState(0);
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [attempts]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy.current) return;
    busy.current = true;
    const saved = await onSubmit();
    busy.current = false;
    if (!saved) setAttempts((count) => count + 1);
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate autoComplete="off">
      <DialogContent sx={{ display: 'grid', gap: 2, pt: '8px !important' }}>
        {children}
        {failure !== undefined && <Alert severity="error">{failure}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="contained">
          {confirm}
        </Button>
      </DialogActions>
    </form>
  );
}
