import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { NewPassphrase } from '#renderer/ui/NewPassphrase.tsx';
import type { Setup } from './use-setup.ts';

/** Name and passphrase of the first administrator. */
export function AdministratorFields({ setup }: { readonly setup: Setup }) {
  const { t } = useTranslation('setup');
  const { answers, answer, judgement, tell, failure } = setup;
  const missing = tell && answers.name.trim() === '';
  return (
    <>
      <TextField
        label={t('administrator.name')}
        value={answers.name}
        onChange={(event) => answer({ name: event.target.value })}
        error={missing}
        helperText={
          missing ? <FieldError>{t('administrator.nameMissing')}</FieldError> : t('administrator.nameHint')
        }
        autoFocus
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
      <NewPassphrase
        typed={answers.typed}
        judgement={judgement}
        tell={tell}
        onChange={(typed) => answer({ typed })}
      />
      {failure !== undefined && <FieldError>{failure}</FieldError>}
    </>
  );
}
