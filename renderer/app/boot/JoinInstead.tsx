import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';

/** The other way to begin: this PC joins a site that is there already. */
export function JoinInstead({ onJoin }: { readonly onJoin: () => void }) {
  const { t } = useTranslation('joining');
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mt: 3 }}>
      <Divider />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('enter.text')}
      </Typography>
      <Box>
        <Button size="small" variant="outlined" onClick={onJoin}>
          {t('enter.button')}
        </Button>
      </Box>
    </Box>
  );
}
