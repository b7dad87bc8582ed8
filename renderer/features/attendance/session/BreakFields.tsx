import Add from '@mui/icons-material/Add';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { TimeField } from '#renderer/ui/TimeField.tsx';

/** A break being typed in. */
export interface TypedBreak {
  readonly key: number;
  readonly from: number | null;
  readonly to: number | null;
}

interface BreakFieldsProps {
  readonly breaks: readonly TypedBreak[];
  readonly onChange: (breaks: readonly TypedBreak[]) => void;
  readonly error: string | undefined;
}

const most = 6;

/** The breaks of a session, in order of time. */
export function BreakFields({ breaks, onChange, error }: BreakFieldsProps) {
  const { t } = useTranslation('attendance');
  const put = (key: number, change: Partial<TypedBreak>): void =>
    onChange(breaks.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const add = (): void => {
    const key = 1 + Math.max(0, ...breaks.map((one) => one.key));
    onChange([...breaks, { key, from: null, to: null }]);
  };
  return (
    <Box role="group" aria-label={t('breaks.title')} sx={{ display: 'grid', gap: 1 }}>
      {breaks.map(({ key, from, to }, index) => (
        <Box key={key} sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
          <TimeField
            label={t('breaks.from', { number: index + 1 })}
            value={from}
            onChange={(minute) => put(key, { from: minute })}
          />
          <TimeField
            label={t('breaks.to', { number: index + 1 })}
            value={to}
            onChange={(minute) => put(key, { to: minute })}
          />
          <IconButton
            aria-label={t('breaks.remove', { number: index + 1 })}
            onClick={() => onChange(breaks.filter((one) => one.key !== key))}
          >
            <DeleteOutlined />
          </IconButton>
        </Box>
      ))}
      {error !== undefined && (
        <Typography component="span" role="alert">
          <FieldError>{error}</FieldError>
        </Typography>
      )}
      {breaks.length < most && (
        <Box>
          <Button startIcon={<Add />} onClick={add}>
            {t('breaks.add')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
