import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface WorkingProps {
  readonly text: string;
  /** 0 to 1; at 0 the bar only shows that something happens. */
  readonly share: number;
  /** Missing where it can't be called back any more. */
  readonly onCancel?: () => void;
}

/** Long work: what, how far, and a way out. */
export function Working({ text, share, onCancel }: WorkingProps) {
  const { t } = useTranslation('documents');
  const id = useId();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, py: 1 }}>
      <Box sx={{ flex: '1 1 auto' }}>
        <Typography
          id={id}
          variant="body2"
          role="status"
          sx={{ mb: 0.5, fontVariantNumeric: 'tabular-nums' }}
        >
          {text}
        </Typography>
        <LinearProgress
          aria-labelledby={id}
          {...(share > 0 ? { variant: 'determinate', value: Math.min(100, share * 100) } : {})}
        />
      </Box>
      {onCancel && <Button onClick={onCancel}>{t('desk.stop')}</Button>}
    </Box>
  );
}
