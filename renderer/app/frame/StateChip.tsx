import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import MoreHoriz from '@mui/icons-material/MoreHoriz';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useSaving } from '#renderer/services/use-services.ts';
import { clockTime, minuteOfDay } from '#shared/domain/calendar/dates.ts';
import { BackupSentences, BackupWords } from './BackupWords.tsx';
import { SyncSentence, SyncWords } from './SyncWords.tsx';

const looks = {
  saved: {
    Icon: CheckCircleOutlined,
    word: 'state.saved',
    colour: 'status.present.text',
    ground: 'transparent',
  },
  saving: { Icon: MoreHoriz, word: 'state.saving', colour: 'text.secondary', ground: 'transparent' },
  failed: { Icon: ErrorOutlined, word: 'state.failed', colour: 'error.contrastText', ground: 'error.main' },
  'read-only': { Icon: LockOutlined, word: 'state.readOnly', colour: 'waits.text', ground: 'waits.tint' },
} as const;

/** The one honest state: what is saved, what is backed up, what is synced. Opens to whole sentences. */
export function StateChip() {
  const { t } = useTranslation('app');
  const saving = useSaving();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  const { Icon, word, colour, ground } = looks[saving.state];
  return (
    <>
      <ButtonBase
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        sx={{
          gap: 0.75,
          px: 1.25,
          minHeight: 32,
          borderRadius: '8px',
          border: 1,
          borderColor: ground === 'transparent' ? 'line.soft' : 'transparent',
          color: colour,
          bgcolor: ground,
          fontSize: '0.8125rem',
          fontWeight: 600,
          whiteSpace: 'nowrap',
        }}
      >
        <Icon aria-hidden sx={{ fontSize: 18 }} />
        <span>{t(word)}</span>
        <Box
          component="span"
          sx={{
            display: { xs: 'none', lg: 'inline' },
            fontWeight: 400,
            color: ground === 'transparent' ? 'text.secondary' : 'inherit',
          }}
        >
          · <BackupWords quiet={ground === 'transparent'} /> · <SyncWords quiet={ground === 'transparent'} />
        </Box>
      </ButtonBase>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id, sx: { p: 2.5, maxWidth: 400, mt: 1 } } }}
      >
        <StateSentences titleId={id} />
      </Popover>
    </>
  );
}

function StateSentences({ titleId }: { readonly titleId: string }) {
  const { t } = useTranslation('app');
  const failureText = useFailureText();
  const saving = useSaving();
  const saved =
    saving.savedAt === null
      ? t('state.nothingYet')
      : t('state.savedAt', { time: clockTime(minuteOfDay(saving.savedAt)) });
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Typography id={titleId} variant="h3" component="h2">
        {t('state.title')}
      </Typography>
      <Typography variant="body2">
        {saving.code === null ? saved : failureText({ code: saving.code })}
      </Typography>
      <BackupSentences />
      <SyncSentence />
    </Box>
  );
}
