import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { parseListCode } from '#shared/domain/attendance/list-number.ts';
import { inFours } from '#shared/domain/digits.ts';

interface PaperListDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks for a printed list's number, typed or scanned, and opens the list to be entered. */
export function PaperListDialog({ open, onClose }: PaperListDialogProps) {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const id = useId();
  const found = useRef<string>(undefined);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      aria-labelledby={id}
      maxWidth="xs"
      fullWidth
      transitionDuration={0}
      // Only now: while the dialog is there it keeps the focus, and the new screen could not take it.
      slotProps={{
        transition: {
          onExited: () => {
            if (found.current !== undefined) void navigate(found.current);
          },
        },
      }}
    >
      <DialogTitle id={id}>{t('today.paper.title')}</DialogTitle>
      <NumberForm
        onClose={onClose}
        onFound={(address) => {
          found.current = address;
          onClose();
        }}
      />
    </Dialog>
  );
}

interface NumberFormProps {
  readonly onClose: () => void;
  readonly onFound: (address: string) => void;
}

function NumberForm({ onClose, onFound }: NumberFormProps) {
  const { t } = useTranslation(['app', 'common']);
  const { records } = useServices();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const code = parseListCode(text);
    if (!code) setProblem(t('today.paper.wrong'));
    else if (!(await records.get('signatureList', code.number)))
      setProblem(t('today.paper.unknown', { number: inFours(code.number) }));
    else onFound(`/lists/${code.number}?page=${code.page}`);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <DialogContent sx={{ pt: '8px !important' }}>
        <TextField
          label={t('today.paper.number')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(undefined);
          }}
          error={problem !== undefined}
          helperText={problem === undefined ? t('today.paper.hint') : <FieldError>{problem}</FieldError>}
          required
          autoFocus
          autoComplete="off"
          slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 24, spellCheck: false } }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button type="submit" variant="contained">
          {t('today.paper.open')}
        </Button>
      </DialogActions>
    </form>
  );
}
