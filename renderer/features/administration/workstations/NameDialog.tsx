import TextField from '@mui/material/TextField';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';
import { AccountDialog } from '../accounts/AccountDialog.tsx';

interface NameDialogProps {
  readonly title: string;
  readonly action: string;
  readonly suggested: string;
  /** What is to be known before. */
  readonly children?: ReactNode;
  readonly onName: (name: string) => Promise<Result<void, Refusal>>;
  readonly onClose: () => void;
}

const longestName = 60;

/** Asks what staff call a PC, and does something with it. */
export function NameDialog({ title, action, suggested, children, onName, onClose }: NameDialogProps) {
  const { t } = useTranslation('workstations');
  const [name, setName] = useState(suggested);
  const [tell, setTell] = useState(false);
  const missing = tell && name.trim() === '';
  return (
    <AccountDialog
      title={title}
      confirm={action}
      onClose={onClose}
      onConfirm={async () => {
        setTell(true);
        if (name.trim() === '') return undefined;
        const answer = await onName(name.trim());
        if (answer.ok) onClose();
        return answer;
      }}
    >
      {children}
      <TextField
        label={t('name.label')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={missing}
        helperText={missing ? <FieldError>{t('name.missing')}</FieldError> : t('name.hint')}
        autoFocus
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: longestName } }}
        sx={{ mt: 1 }}
      />
    </AccountDialog>
  );
}
