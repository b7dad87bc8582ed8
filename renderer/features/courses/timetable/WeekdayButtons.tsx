import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { weekdayName } from './timetable-values.ts';

interface WeekdayButtonsProps {
  readonly value: readonly number[];
  readonly onChange: (weekdays: readonly number[]) => void;
  readonly error: string | undefined;
}

const week = [1, 2, 3, 4, 5, 6, 7] as const;
const workdays = [1, 2, 3, 4, 5] as const;

/** The weekdays of a row: each a button, and one for all from Monday to Friday. */
export function WeekdayButtons({ value, onChange, error }: WeekdayButtonsProps) {
  const { t, i18n } = useTranslation('courses');
  const errorId = useId();
  const name = (weekday: number, width: 'short' | 'long'): string =>
    weekdayName(weekday, i18n.language, width);
  return (
    <Box sx={{ gridColumn: '1 / -1' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <ToggleButtonGroup
          value={[...value]}
          onChange={(_event, chosen: number[]) => onChange(chosen.sort((a, b) => a - b))}
          aria-label={t('timetable.weekdays')}
          aria-describedby={error === undefined ? undefined : errorId}
          color="primary"
          size="small"
        >
          {week.map((weekday, at) => (
            <ToggleButton
              key={weekday}
              value={weekday}
              title={name(weekday, 'long')}
              data-invalid={error !== undefined && at === 0}
              sx={buttonLook}
            >
              {name(weekday, 'short')}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Button size="small" onClick={() => onChange(workdays)}>
          {t('timetable.workdays')}
        </Button>
      </Box>
      {error !== undefined && (
        <Box id={errorId} sx={{ mt: 0.5 }}>
          <FieldError>{error}</FieldError>
        </Box>
      )}
    </Box>
  );
}

const buttonLook = {
  minWidth: 44,
  height: 40,
  textTransform: 'none',
  color: 'text.primary',
  borderColor: 'line.control',
  '&.Mui-selected, &.Mui-selected:hover': { bgcolor: 'primary.main', color: 'primary.contrastText' },
} as const;
