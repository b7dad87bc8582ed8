import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import type { BootState } from './boot-state.ts';

type Of<P extends BootState['phase']> = Extract<BootState, { readonly phase: P }>;

/** The short while before the first screen. */
export function Starting() {
  const { t } = useTranslation('app');
  return (
    <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 2, color: 'text.secondary' }}>
      <CircularProgress size={20} aria-hidden />
      {t('boot.starting')}
    </Box>
  );
}

/** Opening the data, with how far the journal has been taken over. */
export function Opening({ state: { done, of } }: { readonly state: Of<'opening'> }) {
  const { t } = useTranslation('app');
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h2" component="h1" role="status">
        {t('boot.opening')}
      </Typography>
      <LinearProgress
        aria-label={t('boot.opening')}
        {...(of > 0 ? { variant: 'determinate', value: (100 * done) / of } : {})}
      />
      {of > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          {t('boot.catchingUp', { done, of })}
        </Typography>
      )}
    </Box>
  );
}

/** The data folder may not be used: says why, and what to do. */
export function FolderProblem({ state }: { readonly state: Of<'folder-problem'> }) {
  const { t } = useTranslation('app');
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h1">{t('boot.folderTitle')}</Typography>
      <Alert severity="warning">{t(`boot.folder.${state.problem}`)}</Alert>
    </Box>
  );
}

/** Nothing can be opened: says why, and lets one try again. */
export function Failed({ state, onRetry }: { readonly state: Of<'failed'>; readonly onRetry: () => void }) {
  const { t } = useTranslation('app');
  const failureText = useFailureText();
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h1">{t('boot.failedTitle')}</Typography>
      <Alert severity="error">{failureText({ code: state.code })}</Alert>
      <Box>
        <Button variant="contained" onClick={onRetry}>
          {t('boot.again')}
        </Button>
      </Box>
    </Box>
  );
}
