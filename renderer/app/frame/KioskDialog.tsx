import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useKioskInbox, useLoaded, useServices } from '#renderer/services/use-services.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { clockTime, germanDate, localDay, minuteOfDay } from '#shared/domain/calendar/dates.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import type { RefusedCheckIn } from '#shared/ports/kiosk-staff.ts';

interface KioskDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The self check-ins that no sheet takes: who, for which session, when, and why not. */
export function KioskDialog({ open, onClose }: KioskDialogProps) {
  const { t } = useTranslation(['app', 'common']);
  const { kiosk } = useServices();
  const { refused } = useKioskInbox();
  const failureText = useFailureText();
  const [failure, setFailure] = useState<string>();
  const id = useId();
  const discard = async (entryId: string): Promise<void> => {
    const answer = await kiosk.discard([entryId]);
    setFailure(answer.ok ? undefined : failureText(answer.error));
  };
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={id} maxWidth="sm" fullWidth transitionDuration={0}>
      <DialogTitle id={id}>{t('kiosk.dialog.title')}</DialogTitle>
      <DialogContent sx={{ pt: 0 }}>
        <DialogContentText sx={{ mb: 1.5 }}>{t('kiosk.dialog.text')}</DialogContentText>
        {failure !== undefined && <FieldError>{failure}</FieldError>}
        <Box component="ul" aria-label={t('kiosk.dialog.list')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {refused.map((one) => (
            <Waiting
              key={one.entry.id}
              refused={one}
              onLeave={onClose}
              onDiscard={() => void discard(one.entry.id)}
            />
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common:close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

interface WaitingProps {
  readonly refused: RefusedCheckIn;
  /** One of its links was followed. */
  readonly onLeave: () => void;
  readonly onDiscard: () => void;
}

function Waiting({ refused: { entry, code }, onLeave, onDiscard }: WaitingProps) {
  const { t } = useTranslation('app');
  const { directory, records } = useServices();
  const failureText = useFailureText();
  const { participantId, sessionId } = entry;
  const at = new Date(entry.at);
  const person = directory.get('participant', participantId);
  const name = person ? fullName(person) : t('kiosk.dialog.nobody');
  const loaded = useLoaded(['session'], async () => ({ session: await records.get('session', sessionId) }), [
    sessionId,
  ]);
  const session = loaded?.session;
  const group = session && directory.get('courseGroup', session.groupId);
  const offer = group && directory.get('offer', group.offerId);
  const title = offer?.title ?? group?.name ?? '';
  return (
    <Box component="li" sx={{ display: 'grid', gap: 0.25, py: 1.5, borderTop: 1, borderColor: 'line.soft' }}>
      {person ? (
        <MuiLink
          component={Link}
          to={`/people/${participantId}`}
          onClick={onLeave}
          sx={{ fontWeight: 600, justifySelf: 'start' }}
        >
          {name}
        </MuiLink>
      ) : (
        <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
      )}
      {session ? (
        <MuiLink
          component={Link}
          to={`/sessions/${sessionId}`}
          onClick={onLeave}
          sx={{ justifySelf: 'start' }}
        >
          {t('kiosk.dialog.session', {
            ...{ title, date: germanDate(session.date) },
            ...{ from: clockTime(session.startsAt), to: clockTime(session.endsAt) },
          })}
        </MuiLink>
      ) : (
        <Typography>{loaded ? t('kiosk.dialog.noSession') : ''}</Typography>
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('kiosk.dialog.at', { date: germanDate(localDay(at)), time: clockTime(minuteOfDay(at)) })}
      </Typography>
      <Typography variant="body2">{failureText({ code })}</Typography>
      <Button
        size="small"
        color="error"
        onClick={onDiscard}
        aria-label={t('kiosk.dialog.discardOf', { name })}
        sx={{ justifySelf: 'start', ml: -1 }}
      >
        {t('kiosk.dialog.discard')}
      </Button>
    </Box>
  );
}
