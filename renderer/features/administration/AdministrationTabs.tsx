import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useSyncState } from '#renderer/services/use-sync-state.ts';

const screens = ['safety', 'retention', 'accounts', 'workstations', 'sync'] as const;

/** The screens of the administration, beside each other. */
export function AdministrationTabs() {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  const isSynced = useSyncState().kind !== 'off';
  const shown = screens.filter((screen) => screen !== 'sync' || isSynced);
  return (
    <Box
      component="nav"
      aria-label={t('navigation.administration')}
      sx={{ display: 'flex', gap: 0.5, mb: 2, borderBottom: 1, borderColor: 'line.soft' }}
    >
      {shown.map((screen) => {
        const here = pathname === `/administration/${screen}`;
        return (
          <Button
            key={screen}
            component={Link}
            to={`/administration/${screen}`}
            aria-current={here ? 'page' : undefined}
            color={here ? 'primary' : 'inherit'}
            sx={{
              borderRadius: 0,
              borderBottom: 2,
              borderColor: here ? 'primary.main' : 'transparent',
              fontWeight: here ? 600 : 400,
            }}
          >
            {t(`administration.${screen}`)}
          </Button>
        );
      })}
    </Box>
  );
}
