import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Key } from '#renderer/ui/Shortcut.tsx';

interface PairDeedsProps {
  readonly mayMerge: boolean;
  readonly merge: () => void;
  readonly apart: () => void;
  readonly swap: () => void;
}

/** What can be done with a pair, each with its key. */
export function PairDeeds({ mayMerge, merge, apart, swap }: PairDeedsProps) {
  const { t } = useTranslation('duplicates');
  const key = (name: 'merge' | 'apart' | 'swap') => (
    <span>
      <Key>{t(`key.${name}`)}</Key>
    </span>
  );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      {!mayMerge && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('notAllowed')}
        </Typography>
      )}
      {mayMerge && (
        <Button onClick={swap} endIcon={key('swap')}>
          {t('deed.swap')}
        </Button>
      )}
      <Button variant="outlined" onClick={apart} endIcon={key('apart')}>
        {t('deed.apart')}
      </Button>
      {mayMerge && (
        <Button variant="contained" onClick={merge} endIcon={key('merge')}>
          {t('deed.merge')}
        </Button>
      )}
    </Box>
  );
}
