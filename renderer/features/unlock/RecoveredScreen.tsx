import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts';
import { isTakeable, NewPassphrase } from '#renderer/ui/NewPassphrase.tsx';
import { usePassphraseJudgement } from '#renderer/ui/passphrase-judgement.ts';
import type { Recovered, UnlockPort } from './unlock-port.ts';

interface RecoveredScreenProps {
  readonly port: UnlockPort;
  readonly recovered: Recovered;
  readonly secretMissing: boolean;
  readonly onRestored: () => void;
}

/** What the code can do: make this computer usable again, or give an administrator a new passphrase. */
export function RecoveredScreen({ port, recovered, secretMissing, onRestored }: RecoveredScreenProps) {
  const { t } = useTranslation('setup');
  const failureText = useFailureText();
  const heading = useRef<HTMLHeadingElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  useEffect(() => heading.current?.focus(), []);
  const restore = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const result = await recovered.restore();
    setBusy(false);
    if (result.ok) onRestored();
    else setFailure(failureText(result.error));
  };
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ outline: 'none' }}>
        {t('recovered.title')}
      </Typography>
      {secretMissing && (
        <>
          <Typography sx={{ color: 'text.secondary' }}>{t('recovered.restoreText')}</Typography>
          <Button variant="contained" aria-disabled={busy} onClick={() => void restore()}>
            {t('recovered.restore')}
          </Button>
          {failure !== undefined && <FieldError>{failure}</FieldError>}
          <Divider />
        </>
      )}
      <PassphraseReset port={port} recovered={recovered} primary={!secretMissing} />
    </Box>
  );
}

function PassphraseReset({
  port,
  recovered,
  primary,
}: Pick<RecoveredScreenProps, 'port' | 'recovered'> & { readonly primary: boolean }) {
  const { t } = useTranslation('setup');
  const failureText = useFailureText();
  const [accountId, setAccountId] = useState(recovered.administrators[0]?.id ?? '');
  const [typed, setTyped] = useState({ passphrase: '', repeated: '' });
  const [tell, setTell] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const name = recovered.administrators.find(({ id }) => id === accountId)?.name ?? '';
  const judge = useCallback((passphrase: string) => port.judge(passphrase, [name]), [port, name]);
  const judgement = usePassphraseJudgement(typed.passphrase, judge);
  const submit = async (event: FormEvent<HTMLElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setTell(true);
    setFailure(undefined);
    focusFirstInvalid(event.currentTarget);
    setBusy(true);
    // Someone may be faster than the word lists that are loaded with the first letter.
    const judged = judgement ?? (await judge(typed.passphrase));
    const result = isTakeable(typed, judged)
      ? await recovered.setPassphrase(accountId, typed.passphrase)
      : undefined;
    setBusy(false);
    if (result?.ok === false) setFailure(failureText(result.error));
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => void submit(event)}
      sx={{ display: 'grid', gap: 2 }}
    >
      <Typography variant="h2">{t('recovered.resetTitle')}</Typography>
      <Typography sx={{ color: 'text.secondary' }}>{t('recovered.resetText')}</Typography>
      <TextField
        select
        label={t('recovered.administrator')}
        value={accountId}
        onChange={(event) => setAccountId(event.target.value)}
      >
        {recovered.administrators.map(({ id, name: label }) => (
          <MenuItem key={id} value={id}>
            {label}
          </MenuItem>
        ))}
      </TextField>
      <NewPassphrase typed={typed} onChange={setTyped} judgement={judgement} tell={tell} />
      {failure !== undefined && <FieldError>{failure}</FieldError>}
      <Box sx={{ display: 'flex', justifyContent: 'flex-end' }}>
        <Button type="submit" variant={primary ? 'contained' : 'outlined'} aria-disabled={busy}>
          {busy ? t('unlock.busy') : t('recovered.reset')}
        </Button>
      </Box>
    </Box>
  );
}
