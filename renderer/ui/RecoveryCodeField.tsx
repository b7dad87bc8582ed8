import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { FieldError } from './FieldError.tsx';

interface RecoveryCodeFieldProps {
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly error?: string | undefined;
}

/** Room for a code typed from paper: dashes, spaces and small letters don't matter. */
export function RecoveryCodeField({ value, onChange, error }: RecoveryCodeFieldProps) {
  const { t } = useTranslation('common');
  return (
    <TextField
      label={t('recoveryCode.label')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error !== undefined}
      helperText={error === undefined ? t('recoveryCode.hint') : <FieldError>{error}</FieldError>}
      autoFocus
      autoComplete="off"
      slotProps={{
        formHelperText: { role: 'status' },
        htmlInput: {
          spellCheck: false,
          autoCapitalize: 'characters',
          maxLength: 80,
          style: { fontVariantNumeric: 'tabular-nums', letterSpacing: '0.06em', textTransform: 'uppercase' },
        },
      }}
    />
  );
}
