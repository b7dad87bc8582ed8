import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { Key } from '#renderer/ui/Shortcut.tsx';
import { visibleAreas } from './areas.ts';

/** All keys that work everywhere, and those of lists. */
export function ShortcutHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('app');
  const { t: common } = useTranslation('common');
  const { commands } = useServices();
  const id = useId();
  const rows: readonly (readonly [string, string])[] = [
    [common('keys.ctrl', { key: 'K' }), t('help.search')],
    ...visibleAreas(commands.allows).map(
      ({ name }, index) => [common('keys.alt', { key: index + 1 }), t(`navigation.${name}`)] as const,
    ),
    [common('keys.ctrl', { key: 'Z' }), t('help.undo')],
    [common('keys.ctrl', { key: 'L' }), t('help.lock')],
    ['?', t('help.this')],
    [common('keys.arrows'), t('help.move')],
    [common('keys.enter'), t('help.enter')],
    [common('keys.space'), t('help.select')],
    [common('keys.escape'), t('help.escape')],
  ];
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={id} maxWidth="xs" fullWidth>
      <DialogTitle id={id}>{t('help.title')}</DialogTitle>
      <DialogContent>
        <Box
          component="dl"
          sx={{
            display: 'grid',
            gridTemplateColumns: 'auto 1fr',
            columnGap: 3,
            rowGap: 1,
            m: 0,
            alignItems: 'baseline',
          }}
        >
          {rows.map(([keys, meaning]) => (
            <Box key={keys} sx={{ display: 'contents' }}>
              <Box component="dt">
                <Key>{keys}</Key>
              </Box>
              <Box component="dd" sx={{ m: 0 }}>
                {meaning}
              </Box>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {common('close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
