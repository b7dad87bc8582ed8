import Box from '@mui/material/Box';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '#renderer/ui/Shortcut.tsx';
import { keyedMarks } from './mark-keys.ts';

/** Which key does what, always in sight: nobody has to learn it by heart. */
export const KeyLegend = memo(function KeyLegend() {
  const { t } = useTranslation(['attendance', 'common']);
  const item = { display: 'inline-flex', alignItems: 'center', gap: 0.5, whiteSpace: 'nowrap' } as const;
  return (
    <Box
      component="ul"
      aria-label={t('legend.title')}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 1.5,
        rowGap: 0.5,
        listStyle: 'none',
        p: 0,
        m: 0,
        mb: 1,
        fontSize: '0.8125rem',
        color: 'text.secondary',
      }}
    >
      {keyedMarks.map((mark, index) => (
        <Box component="li" key={mark} sx={item}>
          <Key>{String(index + 1)}</Key>
          <Key>{t(`letters.${mark}`)}</Key>
          {t(`marks.${mark}`)}
        </Box>
      ))}
      <Box component="li" sx={item}>
        <Key>{t('legend.clearKeys')}</Key>
        {t('legend.clear')}
      </Box>
      <Box component="li" sx={item}>
        <Key>{t('restKey')}</Key>
        {t('legend.rest')}
      </Box>
      <Box component="li" sx={item}>
        <Key>{t('common:keys.arrows')}</Key>
        {t('legend.move')}
      </Box>
    </Box>
  );
});
