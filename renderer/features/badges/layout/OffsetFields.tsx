import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostOffset, type PrintOffset } from '#renderer/documents/badges/badge-places.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';

interface OffsetFieldsProps {
  readonly offset: PrintOffset;
  readonly onChange: (offset: PrintOffset) => void;
}

/** Millimetres as they are typed, with a comma or a point; `undefined` if it is none within the bounds. */
function parseOffset(text: string): number | undefined {
  const plain = text.trim().replace(',', '.').replace('−', '-');
  if (plain === '') return 0;
  if (!/^[+-]?\d{1,2}(\.\d{0,2})?$/.test(plain)) return undefined;
  const value = Number(plain);
  return Math.abs(value) <= mostOffset ? value : undefined;
}

/** For printers that feed their sheets off the mark. */
export function OffsetFields({ offset, onChange }: OffsetFieldsProps) {
  const { t } = useTranslation('badges');
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Typography component="legend" variant="body2" sx={{ p: 0, mb: 1.5, color: 'text.secondary' }}>
        {t('how.offset')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        <OffsetField
          label={t('how.right')}
          value={offset.right}
          onChange={(right) => onChange({ ...offset, right })}
        />
        <OffsetField
          label={t('how.down')}
          value={offset.down}
          onChange={(down) => onChange({ ...offset, down })}
        />
      </Box>
    </Box>
  );
}

interface OffsetFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function OffsetField({ label, value, onChange }: OffsetFieldProps) {
  const { t, i18n } = useTranslation('badges');
  const [text, setText] = useState(() => (value === 0 ? '0' : value.toLocaleString(i18n.language)));
  const wrong = parseOffset(text) === undefined;
  return (
    <TextField
      label={label}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        const typed = parseOffset(target.value);
        if (typed !== undefined) onChange(typed);
      }}
      error={wrong}
      helperText={wrong ? <FieldError>{t('how.offsetInvalid', { most: mostOffset })}</FieldError> : undefined}
      autoComplete="off"
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
      sx={{ width: 200 }}
    />
  );
}
