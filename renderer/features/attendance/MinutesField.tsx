import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';

interface MinutesFieldProps {
  readonly mark: 'late' | 'left-early';
  readonly initial: number;
  /** The session's length: nobody is later than that. */
  readonly most: number;
  /** `byEnter`: the roll call goes on with the next person. */
  readonly onDone: (minutes: number, byEnter: boolean) => void;
  readonly onCancel: () => void;
}

/** Asks the minutes in the row itself: digits, Enter. Leaving the field keeps them; Escape records nothing. */
export function MinutesField({ mark, initial, most, onDone, onCancel }: MinutesFieldProps) {
  const { t } = useTranslation('attendance');
  const [text, setText] = useState(String(initial));
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useLayoutEffect(() => input.current?.select(), []);
  const finish = (byEnter: boolean): void => {
    if (over.current) return;
    const minutes = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
    if (minutes < 1 || minutes > most) {
      setWrong(true);
      return;
    }
    over.current = true;
    onDone(minutes, byEnter);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Digits and letters belong to the field here, not to the roll call.
    event.stopPropagation();
    if (event.key === 'Enter') finish(true);
    else if (event.key === 'Escape') {
      over.current = true;
      onCancel();
    } else return;
    event.preventDefault();
  };
  return (
    <TextField
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        setWrong(false);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => finish(false)}
      error={wrong}
      helperText={wrong ? <FieldError>{t('minutes.range', { most })}</FieldError> : undefined}
      inputRef={input}
      fullWidth={false}
      autoFocus
      autoComplete="off"
      sx={{ width: wrong ? 156 : 104, flex: 'none', py: wrong ? 0.5 : 0 }}
      slotProps={{
        htmlInput: { inputMode: 'numeric', maxLength: 4, 'aria-label': t(`minutes.labelFor.${mark}`) },
        input: { endAdornment: <InputAdornment position="end">{t('minutes.unit')}</InputAdornment> },
      }}
    />
  );
}
