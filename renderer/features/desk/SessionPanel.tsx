import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { memo, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { DeskSession } from '#shared/domain/desk/fitting-session.ts';
import type { Desk, DeskSnapshot } from './desk-store.ts';
import { isChosen, sessionState } from './desk-view.ts';
import { SessionTile } from './SessionTile.tsx';
import type { DeskTexts } from './use-desk-texts.ts';

interface SessionPanelProps {
  readonly desk: Desk;
  readonly shown: DeskSnapshot;
  readonly texts: DeskTexts;
  /** Of the day. */
  readonly minute: number;
  readonly onToggle: (sessionId: string) => void;
  readonly onAll: () => void;
}

/** Today's sessions, what is on first; each is on or off for this desk. */
export const SessionPanel = memo(function SessionPanel({
  desk,
  shown,
  texts,
  minute,
  onToggle,
  onAll,
}: SessionPanelProps) {
  const { t } = useTranslation('desk');
  const id = useId();
  const [past, setPast] = useState(false);
  const { sessions, scope } = shown;
  if (!sessions) return <Sheet sx={{ height: '100%' }}>{null}</Sheet>;
  const isPast = (one: DeskSession): boolean => ['over', 'cancelled'].includes(sessionState(one, minute));
  const coming = sessions.filter((one) => !isPast(one));
  const gone = sessions.filter(isPast);
  const tile = (one: DeskSession) => (
    <SessionTile
      key={one.session.id}
      {...{ desk, one, texts, minute, onToggle }}
      chosen={isChosen(scope, one.session.id)}
    />
  );
  const chosen = sessions.filter(({ session }) => isChosen(scope, session.id));
  return (
    <Sheet padded={false} sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, height: '100%' }}>
      <Typography id={id} variant="h2" sx={{ px: 2, py: 1 }}>
        {t('sessions.title')}
      </Typography>
      {chosen.length === 0 && sessions.length > 0 && (
        <Alert
          severity="warning"
          sx={{ borderRadius: 0, flexWrap: 'wrap' }}
          action={
            <Button color="inherit" variant="outlined" onClick={onAll} sx={{ minHeight: 44 }}>
              {t('sessions.all')}
            </Button>
          }
        >
          {t(scope.only === null ? 'sessions.noneChosen' : 'sessions.notToday')}
        </Alert>
      )}
      {sessions.length === 0 && (
        <Box sx={{ px: 2, pb: 2, color: 'text.secondary', fontSize: '0.875rem' }}>{t('sessions.none')}</Box>
      )}
      <Box
        component="ul"
        aria-labelledby={id}
        sx={{ listStyle: 'none', m: 0, p: 0, overflow: 'auto', minHeight: 0 }}
      >
        {coming.map(tile)}
        {gone.length > 0 && (
          <Box component="li" sx={{ borderTop: 1, borderColor: 'line.soft' }}>
            <Button
              aria-expanded={past}
              color="inherit"
              onClick={() => setPast(!past)}
              sx={{
                minHeight: 44,
                width: '100%',
                justifyContent: 'flex-start',
                px: 2,
                color: 'text.secondary',
                whiteSpace: 'normal',
                textAlign: 'start',
                fontSize: '0.8125rem',
                fontWeight: 400,
              }}
            >
              {t('sessions.past', { count: gone.length })}
            </Button>
          </Box>
        )}
        {past && gone.map(tile)}
      </Box>
    </Sheet>
  );
});
