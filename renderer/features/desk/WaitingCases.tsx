import Close from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '#renderer/ui/Shortcut.tsx';
import { clockTime, minuteOfDay } from '#shared/domain/calendar/dates.ts';
import type { Desk, DeskSnapshot } from './desk-store.ts';
import { looks } from './looks.ts';
import type { DeskTexts } from './use-desk-texts.ts';

interface WaitingCasesProps {
  readonly desk: Desk;
  readonly shown: DeskSnapshot;
  readonly texts: DeskTexts;
  /** Enter would take the first one up. */
  readonly enterTakes: boolean;
}

/** Who was scanned and has still to be decided about. The next scan does not wait for them. */
export const WaitingCases = memo(function WaitingCases({
  desk,
  shown,
  texts,
  enterTakes,
}: WaitingCasesProps) {
  const { t } = useTranslation(['desk', 'common']);
  const id = useId();
  const { waiting } = shown.desk;
  if (waiting.length === 0) return null;
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ border: 1, borderColor: 'waits.text', borderRadius: '8px', bgcolor: 'waits.tint', flex: 'none' }}
    >
      <Typography id={id} variant="h2" sx={{ px: 1.5, pt: 1, color: 'waits.text' }}>
        {t('waiting.title', { count: waiting.length })}
      </Typography>
      <Box
        component="ul"
        tabIndex={0}
        aria-labelledby={id}
        sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 150, overflow: 'auto' }}
      >
        {waiting.map((one, place) => {
          const name = texts.subject(one.who);
          const look = looks[one.reason === 'other' ? 'choose' : one.reason];
          return (
            <Box
              component="li"
              key={one.key}
              data-waiting={one.reason}
              sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 46, pl: 1.5 }}
            >
              <look.Icon aria-hidden sx={{ fontSize: 22, color: 'waits.text' }} />
              <Box component="time" sx={{ fontVariantNumeric: 'tabular-nums', fontSize: '0.875rem' }}>
                {clockTime(minuteOfDay(new Date(one.at)))}
              </Box>
              <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                <Box component="span" sx={{ fontWeight: 600 }}>
                  {name}
                </Box>{' '}
                <Box component="span" sx={{ fontSize: '0.875rem' }}>
                  {t(`waiting.${one.reason}`)}
                </Box>
              </Box>
              <Button
                aria-description={name}
                onClick={() => desk.send({ kind: 'taken-up', key: one.key })}
                endIcon={
                  place === 0 && enterTakes ? (
                    <span>
                      <Key>{t('common:keys.enter')}</Key>
                    </span>
                  ) : undefined
                }
                sx={{ minHeight: 44 }}
              >
                {t('waiting.take')}
              </Button>
              <IconButton
                aria-label={t('waiting.drop', { name })}
                onClick={() => desk.send({ kind: 'dropped', key: one.key })}
                sx={{ width: 44, height: 44 }}
              >
                <Close />
              </IconButton>
            </Box>
          );
        })}
      </Box>
    </Box>
  );
});
