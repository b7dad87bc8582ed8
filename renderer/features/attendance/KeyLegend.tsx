import Box from '@mui/material/Box';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '#renderer/ui/Shortcut.tsx';
import { keyedMarks } from './mark-keys.ts';

/** How people are shown: the group in a grid, one person at a time, or the lines of a printed list. */
export type RollCallView = 'group' | 'single' | 'paper';

/** Which key does what, always in sight: nobody has to learn it by heart. */
export const KeyLegend = memo(function KeyLegend({ view }: { readonly view: RollCallView }) {
  const { t } = useTranslation(['attendance', 'common']);
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
        mb: 0.5,
        fontSize: '0.8125rem',
        color: 'text.secondary',
      }}
    >
      {keyedMarks.map((mark, index) => (
        <Entry key={mark} keys={[String(index + 1), t(`letters.${mark}`)]}>
          {view === 'paper' && mark === 'present'
            ? t('paper.signed')
            : view === 'paper' && mark === 'absent'
              ? t('paper.struck')
              : t(`marks.${mark}`)}
        </Entry>
      ))}
      <Entry keys={[t('legend.clearKeys')]}>{t('legend.clear')}</Entry>
      {view === 'single' && <Entry keys={[t('common:keys.space')]}>{t('single.leave')}</Entry>}
      {view !== 'paper' && <Entry keys={[t('restKey')]}>{t('legend.rest')}</Entry>}
      {view !== 'paper' && <Entry keys={[viewKey]}>{t(view === 'group' ? 'single.on' : 'single.off')}</Entry>}
      {view === 'paper' && <Entry keys={[t('legend.pageKeys')]}>{t('legend.page')}</Entry>}
      <Entry keys={[t('common:keys.arrows')]}>{t('legend.move')}</Entry>
    </Box>
  );
});

/** Changes between the whole group and one person at a time, in every language. */
export const viewKey = 'V';

function Entry({ keys, children }: { readonly keys: readonly string[]; readonly children: ReactNode }) {
  return (
    <Box component="li" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, whiteSpace: 'nowrap' }}>
      {keys.map((key) => (
        <Key key={key}>{key}</Key>
      ))}
      {children}
    </Box>
  );
}
