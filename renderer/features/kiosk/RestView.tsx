import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { KioskSession } from '#shared/domain/kiosk/kiosk-day.ts';
import type { KioskLanguage } from '#shared/domain/kiosk/kiosk-languages.ts';
import { LanguageChoice } from './LanguageChoice.tsx';
import { CardPictogram } from './pictograms.tsx';
import { SessionFacts } from './SessionFacts.tsx';
import { scaled } from './scaled.ts';
import { useSpoken } from './spoken.ts';

/** More sessions than this would push the languages off the screen. */
const mostSessions = 6;

interface RestViewProps {
  readonly sessions: readonly KioskSession[];
  readonly language: KioskLanguage;
  readonly onSpeak: (language: KioskLanguage) => void;
}

/** Nobody is there: what to do, in every language, and what is on. Nothing about people. */
export function RestView({ sessions, language, onSpeak }: RestViewProps) {
  const { t } = useSpoken();
  return (
    <Box
      sx={{
        flex: 1,
        display: 'grid',
        gap: 4,
        alignContent: 'center',
        alignItems: 'center',
        '@media (min-width: 1000px) and (orientation: landscape)': {
          gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.35fr)',
        },
      }}
    >
      <Box sx={{ display: 'grid', gap: 2.5, minWidth: 0 }}>
        <Box sx={{ display: 'grid', justifyItems: 'center', textAlign: 'center', gap: 1.5 }}>
          <CardPictogram aria-hidden sx={{ fontSize: 'clamp(7rem, 28vmin, 24rem)', color: 'primary.main' }} />
          <Typography variant="h1" sx={{ fontSize: scaled(2) }}>
            {t('scan')}
          </Typography>
        </Box>
        {sessions.length > 0 && <Programme sessions={sessions.slice(0, mostSessions)} />}
      </Box>
      <LanguageChoice chosen={language} onChoose={onSpeak} />
    </Box>
  );
}

function Programme({ sessions }: { readonly sessions: readonly KioskSession[] }) {
  const { t } = useSpoken();
  return (
    <Box>
      <Typography variant="h2" sx={{ mb: 0.5, fontSize: scaled(1.125) }}>
        {t('today')}
      </Typography>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          columnGap: 3,
          gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${scaled(sessions.length > 2 ? 16 : 20)}), 1fr))`,
        }}
      >
        {sessions.map((session) => (
          <Box
            component="li"
            key={session.id}
            sx={{ py: 1, borderTop: 1, borderColor: 'line.soft', display: 'grid', alignItems: 'center' }}
          >
            <SessionFacts session={session} size="line" />
          </Box>
        ))}
      </Box>
    </Box>
  );
}
