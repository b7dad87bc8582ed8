import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useWaitingEntries } from '#renderer/services/use-begun-entry.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { edge } from './Banners.tsx';

/** Offers the entry that a lock has interrupted. */
export function BegunBanner() {
  const { t } = useTranslation('app');
  const { begun } = useServices();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [entry] = useWaitingEntries();
  if (!entry || entry.address === pathname + search) return null;
  const { address } = entry;
  return (
    <Alert
      severity="info"
      sx={edge}
      action={
        <>
          <Button color="inherit" size="small" onClick={() => void navigate(address)}>
            {t('begun.continue')}
          </Button>
          <Button color="inherit" size="small" onClick={() => begun.drop(address)}>
            {t('begun.drop')}
          </Button>
        </>
      }
    >
      {t('begun.text')}
    </Alert>
  );
}
