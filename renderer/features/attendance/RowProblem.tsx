import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import type { RowState } from './roll-call.ts';

interface RowProblemProps {
  readonly row: Pick<RowState, 'saving' | 'failure'>;
  readonly onRetry: () => void;
}

/** Why something was not saved, with the way to try again. */
export function RowProblem({ row, onRetry }: RowProblemProps) {
  const { t } = useTranslation('attendance');
  const failureText = useFailureText();
  if (row.saving !== 'failed' || !row.failure) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <FieldError>{t('failed.row', { reason: failureText(row.failure) })}</FieldError>
      <Button size="small" color="error" variant="outlined" onClick={onRetry}>
        {t('failed.retry')}
      </Button>
    </Box>
  );
}
