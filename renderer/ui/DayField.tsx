import TextField from '@mui/material/TextField';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { germanDate, parseTypedDay } from '#shared/domain/calendar/dates.ts';
import { FieldError } from './FieldError.tsx';

interface DayFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`. */
  readonly value: string | null;
  /** `null` while the text names no day. */
  readonly onChange: (day: string | null) => void;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  /** `YYYY-MM-DD`; a typed day without a year is taken to be in its year. */
  readonly today: string;
  /** `YYYY-MM-DD`; with it, a typed day without a year is the first one from there on. */
  readonly notBefore?: string | undefined;
  readonly helperText?: string | undefined;
}

const shown = (day: string | null): string => (day === null ? '' : germanDate(day));

/**
 * A day as staff type it: 3110, 31.10., heute. What names no day stays in the field, with a sentence; the field is then
 * invalid, so that a form can tell it from an empty one (`form.checkValidity()`).
 */
export function DayField({
  label,
  value,
  onChange,
  error,
  required,
  autoFocus,
  today,
  notBefore,
  helperText,
}: DayFieldProps) {
  const { t } = useTranslation('common');
  const [text, setText] = useState(() => shown(value));
  const [left, setLeft] = useState(true);
  const told = useRef(value);
  if (value !== told.current) {
    told.current = value;
    setText(shown(value));
  }
  const input = useRef<HTMLInputElement>(null);
  const unreadable = text.trim() !== '' && parseTypedDay(text, today, notBefore) === undefined;
  const sentence = unreadable ? t('day.invalid') : '';
  useEffect(() => input.current?.setCustomValidity(sentence), [sentence]);
  const problem = left && unreadable ? sentence : error;
  const type = (typed: string): void => {
    setText(typed);
    setLeft(false);
    const day = parseTypedDay(typed, today, notBefore) ?? null;
    if (day === told.current) return;
    told.current = day;
    onChange(day);
  };
  const leave = (): void => {
    setLeft(true);
    const day = parseTypedDay(text, today, notBefore);
    if (day !== undefined) setText(shown(day));
  };
  return (
    <TextField
      label={label}
      value={text}
      onChange={(event) => type(event.target.value)}
      onBlur={leave}
      error={problem !== undefined}
      helperText={problem === undefined ? (helperText ?? t('day.hint')) : <FieldError>{problem}</FieldError>}
      required={required ?? false}
      autoFocus={autoFocus ?? false}
      autoComplete="off"
      inputRef={input}
      slotProps={{
        htmlInput: {
          inputMode: 'numeric',
          spellCheck: false,
          maxLength: 20,
          // Asked by the form before one has left the field.
          onInvalid: () => setLeft(true),
        },
      }}
    />
  );
}
