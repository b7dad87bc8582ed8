import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useSyncTexts } from '#renderer/i18n/use-sync-texts.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { useSyncState } from '#renderer/services/use-sync-state.ts';

/** The chip's words about sync. */
export function SyncWords({ quiet }: { readonly quiet: boolean }) {
  const { t } = useTranslation('app');
  const { clock } = useServices();
  const state = useSyncState();
  const { words } = useSyncTexts(clock.today());
  if (state.kind === 'off') return t('state.sync');
  return (
    <Box
      component="span"
      sx={state.kind === 'attention' && quiet ? { color: 'waits.text', fontWeight: 600 } : {}}
    >
      {words(state)}
    </Box>
  );
}

/** The same as a whole sentence; administrators read what to do themselves. */
export function SyncSentence() {
  const { t } = useTranslation(['app', 'sync']);
  const { clock, commands } = useServices();
  const state = useSyncState();
  const { sentence } = useSyncTexts(clock.today());
  const text =
    state.kind === 'off'
      ? t('state.syncSentence')
      : state.kind === 'attention' && commands.allows('sync.connect')
        ? t(`sync:trouble.${state.trouble}.administrator`)
        : sentence(state);
  return <Typography variant="body2">{text}</Typography>;
}
