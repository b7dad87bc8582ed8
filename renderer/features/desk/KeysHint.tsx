import Box from '@mui/material/Box';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '#renderer/ui/Shortcut.tsx';

/** What the keys do, where there is nothing else to show. */
export const KeysHint = memo(function KeysHint() {
  const { t } = useTranslation(['desk', 'common']);
  const keys = [
    [t('common:keys.enter'), t('keys.enter')],
    [t('tools.shiftEnter'), t('keys.other')],
    ['F8', t('keys.undo')],
    [t('common:keys.escape'), t('keys.clear')],
  ] as const;
  return (
    <Box
      component="dl"
      sx={{
        display: { xs: 'none', md: 'grid' },
        gridTemplateColumns: 'auto 1fr',
        columnGap: 2,
        rowGap: 1,
        m: 0,
        p: 2,
        alignItems: 'baseline',
        fontSize: '0.875rem',
        color: 'text.secondary',
        minHeight: 0,
        overflow: 'hidden',
      }}
    >
      {keys.map(([key, meaning]) => (
        <Box key={key} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ textAlign: 'end' }}>
            <Key>{key}</Key>
          </Box>
          <Box component="dd" sx={{ m: 0 }}>
            {meaning}
          </Box>
        </Box>
      ))}
    </Box>
  );
});
