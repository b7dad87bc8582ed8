import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

interface StillHeldProps {
  /** How many folders restores have set aside. */
  readonly aside: number;
}

/** After a deletion: where what was deleted still lies, sealed, and the way to delete what can be deleted there. */
export function StillHeld({ aside }: StillHeldProps) {
  const { t } = useTranslation('retention');
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <Typography variant="body2">{t('held.snapshots')}</Typography>
      {aside > 0 && (
        <>
          <Typography variant="body2">{t('held.aside', { count: aside })}</Typography>
          <Button component={Link} to="/administration/safety#set-aside" size="small" variant="outlined">
            {t('held.toAside')}
          </Button>
        </>
      )}
    </Box>
  );
}
