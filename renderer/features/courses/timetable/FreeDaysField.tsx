import Close from '@mui/icons-material/Close';
import EventBusy from '@mui/icons-material/EventBusyOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/ui/DayField.tsx';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { emptyFreeDays, type FreeDays } from './timetable-values.ts';

interface FreeDaysFieldProps {
  readonly value: readonly FreeDays[];
  readonly onChange: (freeDays: readonly FreeDays[]) => void;
  readonly errorAt: (position: number) => string | undefined;
  readonly error: string | undefined;
  readonly today: string;
  /** Of the group: a day without a year is the first one from there on. */
  readonly startsOn: string | undefined;
}

/** Days and ranges of days on which the group does not meet: holidays of its own, a move, a feast. */
export function FreeDaysField({ value, onChange, errorAt, error, today, startsOn }: FreeDaysFieldProps) {
  const { t } = useTranslation('courses');
  const change = (at: number, part: Partial<FreeDays>): void =>
    onChange(value.map((one, position) => (position === at ? { ...one, ...part } : one)));
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {value.map((one, at) => (
        <Box
          key={one.key}
          role="group"
          aria-label={t('timetable.freeRow', { number: at + 1 })}
          sx={{ display: 'grid', gap: 1, gridTemplateColumns: '1fr 1fr 40px' }}
        >
          <DayField
            label={t('timetable.freeFrom')}
            value={one.from}
            onChange={(from) => change(at, { from })}
            error={errorAt(at)}
            today={today}
            notBefore={startsOn}
            autoFocus={one.from === null}
          />
          <DayField
            label={t('timetable.freeTo')}
            value={one.to}
            onChange={(to) => change(at, { to })}
            today={today}
            notBefore={one.from ?? startsOn}
            helperText={t('timetable.freeToHint')}
          />
          <IconButton
            aria-label={t('timetable.removeFree')}
            onClick={() => onChange(value.filter(({ key }) => key !== one.key))}
            sx={{ height: 40 }}
          >
            <Close fontSize="small" />
          </IconButton>
        </Box>
      ))}
      {error !== undefined && <FieldError>{error}</FieldError>}
      <Button
        size="small"
        startIcon={<EventBusy />}
        onClick={() => onChange([...value, emptyFreeDays()])}
        data-invalid={error !== undefined}
        sx={{ justifySelf: 'start' }}
      >
        {t('timetable.addFree')}
      </Button>
    </Box>
  );
}
