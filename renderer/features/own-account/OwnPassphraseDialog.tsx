import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type FormEvent, useCallback, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts';
import { isTakeable, NewPassphrase } from '#renderer/ui/NewPassphrase.tsx';
import { useNotice } from '#renderer/ui/notice.tsx';
import { PassphraseField } from '#renderer/ui/PassphraseField.tsx';
import { usePassphraseJudgement } from '#renderer/ui/passphrase-judgement.ts';
import { useCountdown } from '#renderer/ui/use-countdown.ts';

/** Changes one's own passphrase. The old one is asked for: somebody may have left the desk unlocked. */
export function OwnPassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const { t: common } = useTranslation('common');
  const id = useId();
  const change = useChange(onClose);
  const { old, setOld, oldProblem, typed, setTyped, judgement, tell, busy, failure, secondsLeft } = change;
  const close = (): void => {
    if (!busy) onClose();
  };
  return (
    <Dialog
      open
      onClose={close}
      aria-labelledby={id}
      maxWidth="sm"
      fullWidth
      slotProps={{ paper: { component: 'form', noValidate: true, onSubmit: change.submit } as object }}
    >
      <DialogTitle id={id}>{t('own.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography>{t('own.text')}</Typography>
        <PassphraseField label={t('own.old')} value={old} onChange={setOld} error={oldProblem} autoFocus />
        <NewPassphrase typed={typed} onChange={setTyped} judgement={judgement} tell={tell} />
        {secondsLeft > 0 && (
          <Alert severity="info" role="timer" aria-live="off">
            {t('own.wait', { count: secondsLeft })}
          </Alert>
        )}
        {failure !== undefined && <Alert severity="error">{failure}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{common('cancel')}</Button>
        <Button
          type="submit"
          variant="contained"
          aria-disabled={busy || secondsLeft > 0}
          startIcon={busy ? <CircularProgress size={18} color="inherit" aria-hidden /> : undefined}
        >
          {t('own.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function useChange(onClose: () => void) {
  const { t } = useTranslation('accounts');
  const { accounts, signedIn } = useServices();
  const failureText = useFailureText();
  const say = useNotice();
  const [old, setOld] = useState('');
  const [typed, setTyped] = useState({ passphrase: '', repeated: '' });
  const [tell, setTell] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const { secondsLeft, wait } = useCountdown(0);
  const { name } = signedIn;
  const judge = useCallback((passphrase: string) => accounts.judge(passphrase, [name]), [accounts, name]);
  const judgement = usePassphraseJudgement(typed.passphrase, judge);
  const attempt = async (form: HTMLElement): Promise<void> => {
    // Someone may be faster than the word lists that are loaded with the first letter.
    const judged = judgement ?? (typed.passphrase === '' ? undefined : await judge(typed.passphrase));
    if (old === '' || !isTakeable(typed, judged)) return focusFirstInvalid(form);
    const answer = await accounts.changePassphrase(old, typed.passphrase);
    if (answer.ok) {
      say(t('own.done'));
      return onClose();
    }
    wait(answer.error.waitMs ?? 0);
    const text = failureText(answer.error);
    if (answer.error.code === 'vault.wrong-passphrase') setWrong(text);
    else setFailure(text);
  };
  const submit = async (event: FormEvent<HTMLElement>): Promise<void> => {
    event.preventDefault();
    if (busy || secondsLeft > 0) return;
    const form = event.currentTarget;
    setTell(true);
    setFailure(undefined);
    setBusy(true);
    await attempt(form);
    setBusy(false);
  };
  return {
    ...{ old, typed, setTyped, judgement, tell, busy, failure, secondsLeft, submit },
    oldProblem: wrong ?? (tell && old === '' ? t('own.oldMissing') : undefined),
    setOld: (value: string) => {
      setOld(value);
      setWrong(undefined);
    },
  };
}
