import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';

interface RoomFieldProps {
  readonly value: string;
  readonly onChange: (room: string) => void;
  readonly autoFocus?: boolean;
}

const longest = 40;

/** Where a session takes place; empty for no room. */
export function RoomField({ value, onChange, autoFocus = false }: RoomFieldProps) {
  const { t } = useTranslation('attendance');
  return (
    <TextField
      label={t('move.room')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      autoFocus={autoFocus}
      autoComplete="off"
      slotProps={{ htmlInput: { maxLength: longest, spellCheck: false } }}
    />
  );
}
