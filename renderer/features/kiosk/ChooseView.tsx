import ArrowBack from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import type { KioskSession } from '#shared/domain/kiosk/kiosk-day.ts';
import { SessionFacts } from './SessionFacts.tsx';
import { scaled } from './scaled.ts';
import { useSpoken } from './spoken.ts';

interface ChooseViewProps {
  readonly firstName: string;
  readonly sessions: readonly KioskSession[];
  readonly walkIns: boolean;
  readonly onChoose: (session: KioskSession) => void;
  readonly onBack: () => void;
}

const tile = {
  minHeight: scaled(7),
  p: 2.5,
  justifyContent: 'flex-start',
  border: '2px solid',
  borderColor: 'primary.main',
  borderRadius: '12px',
  bgcolor: 'background.paper',
  '&:hover': { bgcolor: 'status.present.tint' },
  '&.Mui-focusVisible': { outline: '4px solid', outlineColor: 'primary.main', outlineOffset: '2px' },
} as const;

/** Several sessions fit: which one? */
export function ChooseView({ firstName, sessions, walkIns, onChoose, onBack }: ChooseViewProps) {
  const { t } = useSpoken();
  return (
    <Box
      sx={{
        flex: 1,
        display: 'grid',
        alignContent: 'center',
        gap: 3,
        width: '100%',
        maxWidth: scaled(75),
        mx: 'auto',
      }}
    >
      <Box sx={{ textAlign: 'center' }}>
        <Typography sx={{ fontSize: scaled(1.75) }}>
          <bdi>{firstName}</bdi>
        </Typography>
        <Typography variant="h1" sx={{ fontSize: scaled(2) }}>
          {t(walkIns ? 'walkIns' : 'choose')}
        </Typography>
      </Box>
      <Box
        component="ul"
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          display: 'grid',
          gap: 2,
          gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${scaled(26)}), 1fr))`,
        }}
      >
        {sessions.map((session) => (
          <Box component="li" key={session.id} sx={{ display: 'grid' }}>
            <ButtonBase onClick={() => onChoose(session)} sx={tile}>
              <SessionFacts session={session} size="tile" />
            </ButtonBase>
          </Box>
        ))}
      </Box>
      <ButtonBase
        onClick={onBack}
        sx={{
          ...tile,
          justifySelf: 'center',
          minHeight: scaled(4),
          px: 4,
          py: 1,
          gap: 1.5,
          borderColor: 'line.control',
        }}
      >
        <ArrowBack aria-hidden sx={{ fontSize: scaled(2), '[dir="rtl"] &': { transform: 'scaleX(-1)' } }} />
        <Box component="span" sx={{ fontSize: scaled(1.25), fontWeight: 600 }}>
          {t('back')}
        </Box>
      </ButtonBase>
    </Box>
  );
}
