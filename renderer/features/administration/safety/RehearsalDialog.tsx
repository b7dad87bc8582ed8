import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useMomentText } from '#renderer/i18n/use-moment-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';
import type { Snapshot } from '#shared/ipc/contract/backup.ts';
import type { Rehearsal } from '#shared/ports/backup.ts';

interface RehearsalDialogProps {
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
  readonly onRestore: () => void;
}

/** Opens a snapshot without touching anything, and says what restoring it would give. */
export function RehearsalDialog({ snapshot, onClose, onRestore }: RehearsalDialogProps) {
  const { t } = useTranslation(['safety', 'common']);
  const { backup } = useServices();
  const failureText = useFailureText();
  const id = useId();
  const [done, setDone] = useState(0);
  const [outcome, setOutcome] = useState<Result<Rehearsal, Refusal>>();
  useEffect(() => {
    let current = true;
    void backup
      .rehearse(snapshot, (part) => {
        if (current) setDone(part);
      })
      .then((result) => {
        if (current) setOutcome(result);
      });
    return () => {
      current = false;
    };
  }, [backup, snapshot]);
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id}>{t('rehearsal.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }} aria-live="polite">
        {!outcome && (
          <>
            <Typography>{t('rehearsal.running')}</Typography>
            <LinearProgress variant="determinate" value={100 * done} aria-label={t('rehearsal.title')} />
          </>
        )}
        {outcome?.ok === false && <Alert severity="error">{failureText(outcome.error)}</Alert>}
        {outcome?.ok === true && <Found found={outcome.value} madeAt={snapshot.madeAt} />}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {t('common:close')}
        </Button>
        {outcome?.ok === true && <Button onClick={onRestore}>{t('rehearsal.restore')}</Button>}
      </DialogActions>
    </Dialog>
  );
}

function Found({ found, madeAt }: { readonly found: Rehearsal; readonly madeAt: number }) {
  const { t } = useTranslation('safety');
  const moment = useMomentText();
  const { people, sessions, unreadable } = found;
  return (
    <>
      <Alert severity={unreadable === 0 ? 'success' : 'warning'}>
        {t('rehearsal.result', {
          people: t('rehearsal.people', { count: people }),
          sessions: t('rehearsal.sessions', { count: sessions }),
          at: moment(madeAt),
        })}
      </Alert>
      <Typography variant="body2">
        {unreadable === 0 ? t('rehearsal.readable') : t('rehearsal.unreadable', { count: unreadable })}
      </Typography>
    </>
  );
}
