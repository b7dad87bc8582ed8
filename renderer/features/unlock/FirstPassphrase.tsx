import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Typography from '@mui/material/Typography';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts';
import { isTakeable, NewPassphrase } from '#renderer/ui/NewPassphrase.tsx';
import { usePassphraseJudgement } from '#renderer/ui/passphrase-judgement.ts';
import type { LockedAccount, UnlockPort } from './unlock-port.ts';

interface FirstPassphraseProps {
  readonly account: LockedAccount;
  /** Given by an administrator; it was right. */
  readonly temporary: string;
  readonly port: UnlockPort;
  readonly onBack: () => void;
}

/** In place of a temporary passphrase its owner chooses another; only then the app opens. */
export function FirstPassphrase({ account, temporary, port, onBack }: FirstPassphraseProps) {
  const { t } = useTranslation('setup');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const heading = useRef<HTMLHeadingElement>(null);
  const [typed, setTyped] = useState({ passphrase: '', repeated: '' });
  const [tell, setTell] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const { id, name } = account;
  const judge = useCallback((passphrase: string) => port.judge(passphrase, [name]), [port, name]);
  const judgement = usePassphraseJudgement(typed.passphrase, judge);
  useEffect(() => heading.current?.focus(), []);
  const submit = async (event: FormEvent<HTMLElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    setTell(true);
    setFailure(undefined);
    setBusy(true);
    // Someone may be faster than the word lists that are loaded with the first letter.
    const judged = judgement ?? (typed.passphrase === '' ? undefined : await judge(typed.passphrase));
    const result = isTakeable(typed, judged)
      ? await port.chooseFirst(id, temporary, typed.passphrase)
      : undefined;
    setBusy(false);
    if (!result) focusFirstInvalid(form);
    else if (!result.ok) setFailure(failureText(result.error));
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !busy) onBack();
      }}
      sx={{ display: 'grid', gap: 2 }}
    >
      <Box>
        <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ outline: 'none' }}>
          {t('firstPassphrase.title', { name })}
        </Typography>
        <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>{t('firstPassphrase.text')}</Typography>
      </Box>
      <NewPassphrase typed={typed} onChange={setTyped} judgement={judgement} tell={tell} />
      {failure !== undefined && <FieldError>{failure}</FieldError>}
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, mt: 1 }}>
        <Button variant="outlined" onClick={onBack}>
          {common('back')}
        </Button>
        <Button
          type="submit"
          variant="contained"
          aria-disabled={busy}
          startIcon={busy ? <CircularProgress size={18} color="inherit" aria-hidden /> : undefined}
        >
          {busy ? t('unlock.busy') : t('firstPassphrase.confirm')}
        </Button>
      </Box>
    </Box>
  );
}
