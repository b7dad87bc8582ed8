import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Snackbar from '@mui/material/Snackbar';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { useIdleLock } from './use-idle-lock.ts';

/** Says for half a minute that the window is about to lock. Any key or movement keeps it open. */
export function IdleWarning() {
  const { t } = useTranslation('app');
  const { lock } = useServices();
  const secondsLeft = useIdleLock(lock);
  return (
    <Snackbar open={secondsLeft !== null} anchorOrigin={{ vertical: 'top', horizontal: 'center' }}>
      <Alert severity="warning" variant="filled">
        <AlertTitle>{t('lock.soon')}</AlertTitle>
        <span aria-live="off">{t('lock.soonText', { count: secondsLeft ?? 0 })}</span>
      </Alert>
    </Snackbar>
  );
}
