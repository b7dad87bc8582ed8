import TextField from '@mui/material/TextField';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime, parseTypedTime } from '#shared/domain/calendar/dates.ts';
import { FieldError } from './FieldError.tsx';

interface TimeFieldProps {
  readonly label: string;
  /** Minutes since midnight. */
  readonly value: number | null;
  /** `null` while the text names no time of day. */
  readonly onChange: (minute: number | null) => void;
  readonly error?: string | undefined;
  readonly required?: boolean;
}

const step = 15;
const lastQuarter = 24 * 60 - step;
const shown = (minute: number | null): string => (minute === null ? '' : clockTime(minute));

/** The quarter of an hour before or after; from an empty field, half past eight. */
function nextQuarter(minute: number | null, direction: 1 | -1): number {
  if (minute === null) return 8 * 60 + 30;
  const quarter = direction === 1 ? Math.floor(minute / step) + 1 : Math.ceil(minute / step) - 1;
  return Math.min(lastQuarter, Math.max(0, quarter * step));
}

/** A time of day as staff type it: 830, 8:30. The arrow keys go by quarters of an hour. */
export function TimeField({ label, value, onChange, error, required }: TimeFieldProps) {
  const { t } = useTranslation('common');
  const [text, setText] = useState(() => shown(value));
  const [left, setLeft] = useState(true);
  const told = useRef(value);
  if (value !== told.current) {
    told.current = value;
    setText(shown(value));
  }
  const tell = (minute: number | null): void => {
    if (minute === told.current) return;
    told.current = minute;
    onChange(minute);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const minute = nextQuarter(parseTypedTime(text) ?? null, event.key === 'ArrowUp' ? 1 : -1);
    setText(shown(minute));
    tell(minute);
  };
  const unreadable = left && text.trim() !== '' && parseTypedTime(text) === undefined;
  const problem = unreadable ? t('time.invalid') : error;
  return (
    <TextField
      label={label}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        setLeft(false);
        tell(parseTypedTime(event.target.value) ?? null);
      }}
      onBlur={() => {
        setLeft(true);
        const minute = parseTypedTime(text);
        if (minute !== undefined) setText(shown(minute));
      }}
      onKeyDown={onKeyDown}
      error={problem !== undefined}
      helperText={problem === undefined ? t('time.hint') : <FieldError>{problem}</FieldError>}
      required={required ?? false}
      autoComplete="off"
      slotProps={{ htmlInput: { inputMode: 'numeric', spellCheck: false, maxLength: 10 } }}
    />
  );
}
