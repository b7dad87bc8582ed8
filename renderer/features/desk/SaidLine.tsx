import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { playTone } from '#renderer/ui/tones.ts';
import { visuallyHidden } from '#renderer/ui/visually-hidden.ts';
import type { LogEntry } from './desk-log.ts';
import type { DeskSnapshot } from './desk-store.ts';
import type { Told } from './entry-texts.ts';
import { type LookName, lookOfEntry, looks, toneOf } from './looks.ts';
import type { DeskTexts } from './use-desk-texts.ts';

interface SaidLineProps {
  readonly shown: DeskSnapshot;
  readonly texts: DeskTexts;
}

interface Said extends Omit<Told, 'brief'> {
  readonly look: LookName;
  /** Changes when there is something new to hear. */
  readonly sound: string;
  readonly entry: LogEntry | undefined;
}

function useSaid({ shown, texts }: SaidLineProps): Said {
  const { t } = useTranslation('desk');
  const { said, log, choice, waiting } = shown.desk;
  const entry = said?.of === 'entry' ? log.find(({ key }) => key === said.key) : undefined;
  if (entry) {
    const look = lookOfEntry(entry);
    return { ...texts.entry(entry), look, entry, sound: `${entry.key} ${look}` };
  }
  const one = [...(choice ? [choice] : []), ...waiting].find(({ key }) => key === said?.key);
  if (said?.of === 'case' && one) {
    const look = one.reason === 'other' ? 'choose' : one.reason;
    const told = {
      who: texts.subject(one.who),
      what: t('said.case'),
      where: t(`waiting.${one.reason}`),
    };
    return { ...told, look, entry: undefined, sound: one.scanned ? `${one.key} case` : '' };
  }
  return { who: t('said.idle'), what: '', where: '', look: 'idle', entry: undefined, sound: '' };
}

/** The large line: the last that happened, for the eye, for screen readers and, unless muted, for the ear. */
export const SaidLine = memo(function SaidLine({ shown, texts }: SaidLineProps) {
  const { t } = useTranslation('desk');
  const { who, what, where, look, sound, entry } = useSaid({ shown, texts });
  const { Icon, colour } = looks[look];
  useTone(sound, look, shown.muted);
  const personId = entry?.kind === 'note' && 'personId' in entry.remark ? entry.remark.personId : undefined;
  const idle = look === 'idle';
  const spoken = what === '' ? who : t(where === '' ? 'said.line' : 'said.lineWhere', { who, what, where });
  return (
    <Box
      data-said={look}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        minHeight: 64,
        px: 2,
        py: 0.75,
        borderRadius: '8px',
        border: 1,
        borderColor: idle || look === 'pending' ? 'line.soft' : `status.${colour}.text`,
        bgcolor: idle || look === 'pending' ? 'background.paper' : `status.${colour}.tint`,
        color: idle ? 'text.secondary' : `status.${colour}.text`,
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 34, flex: 'none' }} />
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }} aria-hidden>
        <Box sx={{ fontSize: idle ? '1rem' : '1.25rem', lineHeight: 1.25, fontWeight: idle ? 400 : 700 }}>
          {what === '' ? who : t('said.line', { who, what })}
        </Box>
        {where !== '' && <Box sx={{ fontSize: '0.9375rem', lineHeight: 1.3 }}>{where}</Box>}
      </Box>
      {personId !== undefined && look !== 'already' && (
        <Button
          component={Link}
          to={`/people/${personId}`}
          color="inherit"
          variant="outlined"
          sx={{ minHeight: 44, flex: 'none' }}
        >
          {t('said.showPerson')}
        </Button>
      )}
      <Box role="status" aria-live="polite" aria-atomic sx={visuallyHidden}>
        {idle ? '' : spoken}
      </Box>
    </Box>
  );
});

/** Each thing sounds once, when it is settled. */
function useTone(sound: string, look: LookName, muted: boolean): void {
  const heard = useRef(sound);
  const silent = useRef(muted);
  silent.current = muted;
  useEffect(() => {
    if (heard.current === sound) return;
    heard.current = sound;
    const tone = sound.endsWith(' case') ? 'attention' : toneOf[look];
    if (tone && sound !== '' && !silent.current) playTone(tone);
  }, [sound, look]);
}
