import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { reasonSchema } from '#shared/domain/records/session.ts';

interface ReasonFieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** The form was sent: an empty field is wrong from then on. */
  readonly tried: boolean;
  readonly autoFocus?: boolean;
}

/** The reason as the record has it; `undefined` while it is empty or too long. */
export function reasonOf(text: string): string | undefined {
  return reasonSchema.safeParse(text).data;
}

/** Why something is changed, moved or cancelled: a short sentence that stays visible. */
export function ReasonField({ value, onChange, tried, autoFocus = false }: ReasonFieldProps) {
  const { t } = useTranslation('attendance');
  const tooLong = value.trim().length > 0 && reasonOf(value) === undefined;
  const missing = tried && value.trim() === '';
  const problem = tooLong ? t('reason.tooLong') : missing ? t('reason.missing') : undefined;
  return (
    <TextField
      label={t('reason.label')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={problem !== undefined}
      helperText={problem === undefined ? t('reason.hint') : <FieldError>{problem}</FieldError>}
      required
      autoFocus={autoFocus}
      autoComplete="off"
    />
  );
}
