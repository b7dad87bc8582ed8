import Add from '@mui/icons-material/Add';
import Remove from '@mui/icons-material/Remove';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useTranslation } from 'react-i18next';
import type { DeskSession } from '#shared/domain/desk/fitting-session.ts';
import type { Desk } from './desk-store.ts';

interface HeadCounterProps {
  readonly desk: Desk;
  readonly one: DeskSession;
  readonly name: string;
}

/** People whose names nobody takes, one press each. */
export function HeadCounter({ desk, one, name }: HeadCounterProps) {
  const { t } = useTranslation('desk');
  const heads = one.sheet?.heads ?? 0;
  const { id } = one.session;
  return (
    <Box role="group" aria-label={t('sessions.heads')} sx={{ display: 'inline-flex', alignItems: 'center' }}>
      <IconButton
        aria-label={t('sessions.fewer', { session: name })}
        disabled={heads === 0}
        onClick={() => desk.count(id, -1)}
        sx={{ width: 44, height: 44 }}
      >
        <Remove fontSize="small" />
      </IconButton>
      <Box
        component="output"
        title={t('sessions.heads')}
        data-heads={heads}
        sx={{ minWidth: 20, textAlign: 'center', fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}
      >
        {heads}
      </Box>
      <IconButton
        aria-label={t('sessions.more', { session: name })}
        onClick={() => desk.count(id, 1)}
        sx={{ width: 44, height: 44 }}
      >
        <Add fontSize="small" />
      </IconButton>
    </Box>
  );
}
