import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useId, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { germanDate, localDay } from '#shared/domain/calendar/dates.ts';
import type { ResealingState } from '#shared/ports/data-keys.ts';

/** Under which key the data lies, how far older entries are sealed again, and the way to a new key. */
export function DataKeys() {
  const { t } = useTranslation('safety');
  const { keys } = useServices();
  const state = useSyncExternalStore(keys.subscribe, keys.current);
  const [asking, setAsking] = useState(false);
  return (
    <Sheet>
      <Typography variant="h2">{t('keys.title')}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5, maxWidth: 800 }}>
        {t('keys.text')}
      </Typography>
      <Typography sx={{ my: 1.5 }}>
        {t('keys.since', { date: germanDate(localDay(keys.since())) })}
      </Typography>
      <Progress state={state} />
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('keys.begin')}
      </Button>
      {asking && <NewKeyDialog onClose={() => setAsking(false)} />}
    </Sheet>
  );
}

function Progress({ state }: { readonly state: ResealingState }) {
  const { t } = useTranslation('safety');
  const failureText = useFailureText();
  const id = useId();
  if (state.state === 'idle') return null;
  if (state.state === 'done') {
    return (
      <Alert severity={state.unreadable === 0 ? 'success' : 'warning'} role="status" sx={{ mb: 1.5 }}>
        {state.unreadable === 0 ? t('keys.done') : t('keys.doneBut', { count: state.unreadable })}
      </Alert>
    );
  }
  const part = state.of === 0 ? 0 : Math.floor((100 * state.done) / state.of);
  return (
    <div style={{ marginBottom: 12, maxWidth: 800 }}>
      <Typography id={id}>{t('keys.working', { done: state.done, of: state.of })}</Typography>
      <LinearProgress variant="determinate" value={part} aria-labelledby={id} sx={{ my: 1 }} />
      {state.code !== null && (
        <Alert severity="warning" role="status">
          {failureText({ code: state.code })} {t(state.state === 'waiting' ? 'keys.waiting' : 'keys.later')}
        </Alert>
      )}
    </div>
  );
}

/** Says what a new key does before it begins. */
function NewKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('safety');
  const { keys } = useServices();
  const failureText = useFailureText();
  const say = useNotice();
  const begin = async () => {
    const answer = await keys.begin();
    if (!answer.ok) return failureText(answer.error);
    say(t('keys.begun'));
    onClose();
    return undefined;
  };
  return (
    <ConfirmDialog title={t('keys.begin')} action={t('keys.confirm')} onConfirm={begin} onClose={onClose}>
      <Typography>{t('keys.why')}</Typography>
      <Typography>{t('keys.what')}</Typography>
    </ConfirmDialog>
  );
}
