import Delete from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { TimeField } from '#renderer/ui/TimeField.tsx';
import { unitsOffered } from '#shared/domain/attendance/teaching-units.ts';
import { TextInput } from '../TextInput.tsx';
import { BreaksField } from './BreaksField.tsx';
import { isCompleteBreak, type WeekRow } from './timetable-values.ts';
import { WeekdayButtons } from './WeekdayButtons.tsx';

interface WeekRowFieldsProps {
  readonly row: WeekRow;
  /** From 1. */
  readonly number: number;
  readonly groupRoom: string;
  readonly onChange: (part: Partial<WeekRow>) => void;
  /** `undefined`: the only row stays. */
  readonly onRemove: (() => void) | undefined;
  readonly errorAt: (field: string) => string | undefined;
}

/** Weekdays that have the same times: chosen once, one time range, breaks, and a room if it is another. */
export function WeekRowFields({ row, number, groupRoom, onChange, onRemove, errorAt }: WeekRowFieldsProps) {
  const { t } = useTranslation('courses');
  const { startsAt, endsAt, breaks } = row;
  const units =
    startsAt === null || endsAt === null
      ? 0
      : unitsOffered({ startsAt, endsAt, breaks: breaks.filter(isCompleteBreak) });
  return (
    <Box role="group" aria-label={t('timetable.row', { number })} sx={rowLook}>
      <WeekdayButtons
        value={row.weekdays}
        onChange={(weekdays) => onChange({ weekdays })}
        error={errorAt('weekdays')}
      />
      <TimeField
        label={t('sessions.startsAt')}
        value={startsAt}
        onChange={(minute) => onChange({ startsAt: minute })}
        error={errorAt('startsAt')}
        required
      />
      <TimeField
        label={t('sessions.endsAt')}
        value={endsAt}
        onChange={(minute) => onChange({ endsAt: minute })}
        error={errorAt('endsAt')}
        required
      />
      <TextInput
        label={t('sessions.room')}
        value={row.room}
        onChange={(room) => onChange({ room })}
        error={errorAt('room')}
        hint={
          groupRoom.trim() === '' ? t('timetable.roomHint') : t('timetable.groupRoom', { room: groupRoom })
        }
      />
      <BreaksField
        value={breaks}
        onChange={(next) => onChange({ breaks: next })}
        error={errorAt('breaks')}
        startsAt={startsAt}
        endsAt={endsAt}
      />
      <Box sx={{ gridColumn: '1 / -1', display: 'flex', alignItems: 'center', minHeight: 32 }}>
        <Typography variant="body2" sx={{ flex: 1, color: 'text.secondary' }}>
          {units > 0 && t('timetable.unitsEach', { count: units })}
        </Typography>
        {onRemove && (
          <Button size="small" startIcon={<Delete />} onClick={onRemove}>
            {t('timetable.removeRow')}
          </Button>
        )}
      </Box>
    </Box>
  );
}

const rowLook = {
  display: 'grid',
  gap: 1.5,
  gridTemplateColumns: { xs: '1fr 1fr', sm: '1fr 1fr 1.2fr' },
  border: 1,
  borderColor: 'line.soft',
  borderRadius: '6px',
  p: 1.5,
  pb: 1,
} as const;
