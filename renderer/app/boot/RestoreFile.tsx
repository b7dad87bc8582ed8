import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Divider from '@mui/material/Divider';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import type { Result } from '#shared/domain/result.ts';

interface RestoreFileProps {
  /** Asks for a snapshot and puts it in place; the window goes away then. */
  readonly onRestore: () => Promise<Result<boolean, string>>;
  /** There is nothing on this computer yet. */
  readonly fresh: boolean;
}

/** The way back to the data on a computer that has none, or none that can be opened. */
export function RestoreFile({ onRestore, fresh }: RestoreFileProps) {
  const { t } = useTranslation('app');
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const restore = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFailure(undefined);
    const result = await onRestore();
    setBusy(false);
    if (!result.ok) setFailure(failureText({ code: result.error }));
  };
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mt: 3 }}>
      <Divider />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t(fresh ? 'restoreFile.fresh' : 'restoreFile.instead')}
      </Typography>
      <Box>
        <Button
          size="small"
          variant="outlined"
          aria-disabled={busy}
          onClick={() => void restore()}
          startIcon={busy ? <CircularProgress size={16} color="inherit" aria-hidden /> : undefined}
        >
          {busy ? t('restoreFile.busy') : t('restoreFile.button')}
        </Button>
      </Box>
      {failure !== undefined && <FieldError>{failure}</FieldError>}
    </Box>
  );
}
