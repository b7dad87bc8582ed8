import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { DayField } from '#renderer/ui/DayField.tsx';
import type { TypedResult } from './choices.ts';

interface ResultFieldsProps {
  readonly result: TypedResult;
  readonly onChange: (result: TypedResult) => void;
}

/** The standardised test, the level that it proved, and its day. */
export function ResultFields({ result, onChange }: ResultFieldsProps) {
  const { t } = useTranslation('certificates');
  const { clock } = useServices();
  const today = clock.today();
  const { takenOn } = result;
  return (
    <>
      <TextField
        size="small"
        label={t('look.test')}
        value={result.test}
        onChange={({ target }) => onChange({ ...result, test: target.value })}
        required
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 120 } }}
        sx={{ width: 300 }}
      />
      <TextField
        size="small"
        label={t('look.level')}
        value={result.level}
        onChange={({ target }) => onChange({ ...result, level: target.value })}
        required
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 20 } }}
        sx={{ width: 130 }}
      />
      <Box sx={{ width: 240 }}>
        <DayField
          label={t('look.takenOn')}
          value={takenOn}
          onChange={(day) => onChange({ ...result, takenOn: day })}
          error={takenOn !== null && takenOn > today ? t('look.inFuture') : undefined}
          today={today}
          required
        />
      </Box>
    </>
  );
}
