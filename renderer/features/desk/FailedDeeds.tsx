import Close from '@mui/icons-material/Close';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { playTone } from '#renderer/ui/tones.ts';
import { type Deed, isOpenFailure } from './desk-log.ts';
import type { Desk, DeskSnapshot } from './desk-store.ts';
import type { DeskTexts } from './use-desk-texts.ts';

interface FailedDeedsProps {
  readonly desk: Desk;
  readonly shown: DeskSnapshot;
  readonly texts: DeskTexts;
}

/** What was not saved, with whom it concerns and what to do; there until somebody closes it. */
export const FailedDeeds = memo(function FailedDeeds({ desk, shown, texts }: FailedDeedsProps) {
  const failed = shown.desk.log.filter(
    (entry): entry is Deed => entry.kind === 'deed' && isOpenFailure(entry),
  );
  const count = useRef(failed.length);
  useEffect(() => {
    if (failed.length > count.current && !shown.muted) playTone('refused');
    count.current = failed.length;
  }, [failed.length, shown.muted]);
  return (
    <Box
      role="alert"
      sx={{ display: 'grid', gap: 1, maxHeight: 240, overflow: 'auto', '&:empty': { display: 'none' } }}
    >
      {failed.map((deed) => (
        <FailedDeed key={deed.key} {...{ deed, desk, texts }} />
      ))}
    </Box>
  );
});

function FailedDeed({ deed, desk, texts }: { readonly deed: Deed } & Omit<FailedDeedsProps, 'shown'>) {
  const { t } = useTranslation('desk');
  const failureText = useFailureText();
  const name = texts.subject(deed.who);
  const { key, refusal, sessionId } = deed;
  return (
    <Alert
      severity="error"
      role="presentation"
      data-failed={key}
      sx={{ border: 1, borderColor: 'error.main' }}
      action={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, alignItems: 'center' }}>
          <Button
            color="error"
            variant="outlined"
            sx={{ minHeight: 44 }}
            onClick={() => desk.send({ kind: 'retry', key })}
          >
            {t('failed.retry')}
          </Button>
          <Button component={Link} to={`/sessions/${sessionId}`} color="inherit" sx={{ minHeight: 44 }}>
            {t('failed.open')}
          </Button>
          <IconButton
            aria-label={t('failed.seen', { name })}
            onClick={() => desk.send({ kind: 'seen', key })}
            sx={{ width: 44, height: 44 }}
          >
            <Close />
          </IconButton>
        </Box>
      }
    >
      <Box sx={{ fontWeight: 700 }}>
        {t(deed.state === 'failed' ? 'failed.title' : 'failed.titleUndo', { name })}
      </Box>
      {t('failed.text', {
        session: texts.sessionById(sessionId),
        reason: refusal ? failureText(refusal) : '',
      })}
    </Alert>
  );
}
