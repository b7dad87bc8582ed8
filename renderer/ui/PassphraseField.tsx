import KeyboardCapslock from '@mui/icons-material/KeyboardCapslock';
import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from './FieldError.tsx';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly isNew?: boolean;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A passphrase: can be shown, and says when Caps Lock is on. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { label, value, onChange, error, isNew = false, autoFocus = false, inputRef } = props;
  const { t } = useTranslation('common');
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watch = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));
  const capsLockOn = (
    <Box
      component="span"
      sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', color: 'waits.text' }}
    >
      <KeyboardCapslock aria-hidden sx={{ fontSize: 16 }} />
      {t('passphrase.capsLock')}
    </Box>
  );
  return (
    <TextField
      label={label}
      type={shown ? 'text' : 'password'}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={watch}
      onKeyUp={watch}
      onBlur={() => setCapsLock(false)}
      error={error !== undefined}
      helperText={capsLock ? capsLockOn : error !== undefined && <FieldError>{error}</FieldError>}
      autoFocus={autoFocus}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      {...(inputRef ? { inputRef } : {})}
      slotProps={{
        htmlInput: { spellCheck: false, autoCapitalize: 'off', maxLength: 1000 },
        formHelperText: { role: 'status' },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                edge="end"
                size="small"
                aria-label={shown ? t('passphrase.hide') : t('passphrase.show')}
                aria-pressed={shown}
                onClick={() => setShown(!shown)}
              >
                {shown ? <VisibilityOffOutlined fontSize="small" /> : <VisibilityOutlined fontSize="small" />}
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
