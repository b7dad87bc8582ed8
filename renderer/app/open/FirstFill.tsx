import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { CopyField } from '#renderer/ui/CopyField.tsx';
import type { SyncState } from '#shared/ports/sync.ts';

interface FirstFillProps {
  readonly sync: Exclude<SyncState, { readonly kind: 'off' }>;
}

/** On a PC that has just joined: its data is on the way, or somebody has to look why it is not. */
export function FirstFill({ sync: state }: FirstFillProps) {
  const { t } = useTranslation('app');
  const { sync } = useServices();
  const text = useStanding(state);
  const isHeldUp = state.kind === 'attention' || state.kind === 'offline';
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h1">{t('firstFill.title')}</Typography>
      {!isHeldUp && (
        <LinearProgress
          aria-label={t('firstFill.title')}
          {...(state.kind === 'filling'
            ? { variant: 'determinate', value: (100 * state.done) / (state.done + state.remaining) }
            : {})}
        />
      )}
      <Typography role="status" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {text}
      </Typography>
      {state.kind === 'attention' && state.trouble === 'refused' && <OwnKey />}
      {isHeldUp && (
        <Box>
          <Button variant="outlined" onClick={() => sync.retry()}>
            {t('firstFill.retry')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

function useStanding(state: FirstFillProps['sync']): string {
  const { t } = useTranslation(['app', 'sync']);
  const { commands } = useServices();
  switch (state.kind) {
    case 'filling':
      return t('firstFill.under-way', { done: state.done, of: state.done + state.remaining });
    case 'attention': {
      // The key is right below it; no other screen can be reached yet.
      if (state.trouble === 'refused') return t('firstFill.refused');
      const reader = commands.allows('sync.connect') ? 'administrator' : 'staff';
      return t(`sync:trouble.${state.trouble}.${reader}`);
    }
    case 'offline':
      return t('firstFill.no-server');
    default:
      return t('firstFill.begins');
  }
}

function OwnKey() {
  const { t } = useTranslation('app');
  const details = useServices().sync.details();
  return details && <CopyField label={t('firstFill.key')} value={details.publicKey} />;
}
