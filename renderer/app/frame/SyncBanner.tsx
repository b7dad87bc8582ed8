import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { useSyncState } from '#renderer/services/use-sync-state.ts';
import { edge } from './Banners.tsx';

const page = '/administration/sync';

/** Says to administrators why sync stands still, and what to do. */
export function SyncBanner() {
  const { t } = useTranslation('sync');
  const { commands } = useServices();
  const state = useSyncState();
  const { pathname } = useLocation();
  // The page itself says it, and more.
  if (state.kind !== 'attention' || pathname === page || !commands.allows('sync.connect')) return null;
  return (
    <Alert
      severity="warning"
      sx={edge}
      action={
        <Button color="inherit" size="small" component={Link} to={page}>
          {t('details.look')}
        </Button>
      }
    >
      {t(`trouble.${state.trouble}.administrator`)}
    </Alert>
  );
}
