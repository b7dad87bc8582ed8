import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { KioskContent } from '#shared/domain/kiosk/kiosk-day.ts';
import { OfferedSessions } from './OfferedSessions.tsx';
import { useKioskContent } from './use-kiosk-content.ts';

const everything: ReadonlySet<string> = new Set();

/** Where staff start the kiosk. */
export function KioskStartPage() {
  const { t } = useTranslation('kiosk-start');
  const possible = useKioskContent(everything);
  return (
    <Page title={t('title')}>
      {possible && (
        <Sheet sx={{ maxWidth: 820 }}>
          {possible.day.sessions.length === 0 ? (
            <EmptyState title={t('noSessions')} text={t('noSessionsText')} />
          ) : (
            <StartForm possible={possible} />
          )}
        </Sheet>
      )}
    </Page>
  );
}

function StartForm({ possible }: { readonly possible: KioskContent }) {
  const { t } = useTranslation('kiosk-start');
  const { kiosk, commands } = useServices();
  const failureText = useFailureText();
  const [left, setLeft] = useState(everything);
  const [problem, setProblem] = useState<string>();
  const [starting, setStarting] = useState(false);
  const content = useKioskContent(left);
  const people = new Set(Array.from(content?.guests.values() ?? [], ({ participantId }) => participantId))
    .size;
  const start = async (): Promise<void> => {
    if (!content || starting) return;
    if (content.day.sessions.length === 0) {
      setProblem(t('chooseOne'));
      return;
    }
    setStarting(true);
    setProblem(undefined);
    const started = await kiosk.start(content);
    setStarting(false);
    if (!started.ok) setProblem(failureText(started.error));
  };
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      <Typography>{t('about')}</Typography>
      <OfferedSessions
        sessions={possible.day.sessions}
        left={left}
        onChange={(next) => {
          setLeft(next);
          setProblem(undefined);
        }}
      />
      {people > 0 ? (
        <Typography>{t('badges', { count: people })}</Typography>
      ) : (
        <Alert
          severity="warning"
          action={
            <Button component={Link} to="/badges" color="inherit">
              {t('issueBadges')}
            </Button>
          }
        >
          {t('noBadges')}
        </Alert>
      )}
      {problem !== undefined && <Alert severity="error">{problem}</Alert>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Button
          variant="contained"
          disabled={!commands.allows('kiosk.start')}
          aria-busy={starting}
          onClick={() => void start()}
        >
          {t('start')}
        </Button>
        <Typography variant="body2" sx={{ color: 'text.secondary', flex: '1 1 16rem' }}>
          {t('locks')}
        </Typography>
      </Box>
    </Box>
  );
}
