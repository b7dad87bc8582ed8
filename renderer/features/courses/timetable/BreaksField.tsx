import Close from '@mui/icons-material/Close';
import Coffee from '@mui/icons-material/FreeBreakfastOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { TimeField } from '#renderer/ui/TimeField.tsx';
import { type BreakValues, usualBreak } from './timetable-values.ts';

interface BreaksFieldProps {
  readonly value: readonly BreakValues[];
  readonly onChange: (breaks: readonly BreakValues[]) => void;
  readonly error: string | undefined;
  /** Of the session, so that a new break is proposed in its middle. */
  readonly startsAt: number | null;
  readonly endsAt: number | null;
}

/** As many as a record takes. */
const most = 6;

/** The breaks of a session, none to begin with; no teaching unit counts them. */
export function BreaksField({ value, onChange, error, startsAt, endsAt }: BreaksFieldProps) {
  const { t } = useTranslation('courses');
  const change = (at: number, part: Partial<BreakValues>): void =>
    onChange(value.map((one, position) => (position === at ? { ...one, ...part } : one)));
  const proposed = value.length === 0 ? usualBreak(startsAt, endsAt) : { from: null, to: null };
  return (
    <Box sx={{ gridColumn: '1 / -1', display: 'grid', gap: 1 }}>
      {value.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a break is its place in the order
        <Box key={at} sx={{ display: 'grid', gap: 1, gridTemplateColumns: '1fr 1fr 40px' }}>
          <TimeField
            label={t('breaks.from')}
            value={one.from}
            onChange={(from) => change(at, { from })}
            error={error !== undefined && at === 0 ? error : undefined}
          />
          <TimeField label={t('breaks.to')} value={one.to} onChange={(to) => change(at, { to })} />
          <IconButton
            aria-label={t('breaks.remove')}
            onClick={() => onChange(value.filter((_one, position) => position !== at))}
            sx={{ height: 40 }}
          >
            <Close fontSize="small" />
          </IconButton>
        </Box>
      ))}
      {error !== undefined && value.length === 0 && <FieldError>{error}</FieldError>}
      {value.length < most && (
        <Button
          size="small"
          startIcon={<Coffee />}
          onClick={() => onChange([...value, proposed])}
          sx={{ justifySelf: 'start' }}
        >
          {t(value.length === 0 ? 'breaks.add' : 'breaks.addAnother')}
        </Button>
      )}
    </Box>
  );
}
