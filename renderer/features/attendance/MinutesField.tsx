import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import type { PersonMark } from '#shared/domain/attendance/teaching-units.ts';
import { clockTime } from '#shared/domain/calendar/dates.ts';
import { minutesOf, otherMinutes, type TimedMark } from './mark-change.ts';
import { readTypedMinutes } from './typed-minutes.ts';

interface MinutesFieldProps {
  readonly kind: TimedMark;
  /** What is recorded until now. */
  readonly mark: PersonMark;
  readonly session: { readonly startsAt: number; readonly endsAt: number };
  /**
   * `null`: not late, or not gone early, after all; only for somebody who keeps minutes of the other kind.
   * `byEnter`: the roll call goes on with the next person.
   */
  readonly onDone: (minutes: number | null, byEnter: boolean) => void;
  readonly onCancel: () => void;
}

const usualMinutes = 20;

/**
 * Asks in the row itself how late somebody came or how early they left: minutes or the time of day, and Enter. Beside
 * the text stands how it was understood. Leaving the field keeps it; Escape records nothing.
 */
export function MinutesField({ kind, mark, session, onDone, onCancel }: MinutesFieldProps) {
  const { t } = useTranslation('attendance');
  const id = useId();
  const others = otherMinutes(mark, kind);
  const most = session.endsAt - session.startsAt - (others ?? 0);
  const [text, setText] = useState(() => String(minutesOf(mark, kind) ?? Math.min(usualMinutes, most)));
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const over = useRef(false);
  useLayoutEffect(() => input.current?.select(), []);
  const typed = readTypedMinutes(text, kind, session);
  const minutes = text.trim() === '' ? 0 : typed?.minutes;
  const finish = (byEnter: boolean): void => {
    if (over.current) return;
    if (minutes === undefined || minutes > most || (minutes === 0 && others === null)) {
      setWrong(true);
      return;
    }
    over.current = true;
    onDone(minutes === 0 ? null : minutes, byEnter);
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
      sx={{ width: 196, flex: 'none', py: wrong ? 0.5 : 0 }}
      slotProps={{
        htmlInput: {
          inputMode: 'numeric',
          maxLength: 9,
          'aria-label': t(`minutes.labelFor.${kind}`),
          'aria-describedby': id,
        },
        input: {
          endAdornment: (
            <InputAdornment position="end" id={id} aria-live="polite" sx={{ maxHeight: 'none' }}>
              {typed === undefined || typed.minutes === 0
                ? t('minutes.unit')
                : t(typed.asTime ? 'minutes.asTime' : 'minutes.asMinutes', {
                    minutes: typed.minutes,
                    time: clockTime(typed.at),
                  })}
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
