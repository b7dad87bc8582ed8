import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';

interface ReasonInputProps {
  readonly value: string;
  readonly onChange: (reason: string) => void;
  /** Where it will be read. */
  readonly hint: string;
  /** The form was sent: an empty field is wrong from then on. */
  readonly tried: boolean;
  readonly autoFocus?: boolean;
}

/** Why somebody decides, revokes or replaces: a sentence that stays in the register. */
export function ReasonInput({ value, onChange, hint, tried, autoFocus = false }: ReasonInputProps) {
  const { t } = useTranslation('certificates');
  const missing = tried && value.trim() === '';
  return (
    <TextField
      label={t('reason.label')}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      error={missing}
      helperText={missing ? <FieldError>{t('reason.missing')}</FieldError> : hint}
      slotProps={{ htmlInput: { maxLength: 300 } }}
      required
      fullWidth
      autoFocus={autoFocus}
      autoComplete="off"
    />
  );
}
