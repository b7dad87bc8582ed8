import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Typography from '@mui/material/Typography';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { PassphraseField } from '#renderer/ui/PassphraseField.tsx';
import { useCountdown } from '#renderer/ui/use-countdown.ts';
import { AccountChoice } from './AccountChoice.tsx';
import { FirstPassphrase } from './FirstPassphrase.tsx';
import type { LockedAccount, UnlockPort } from './unlock-port.ts';

interface LockScreenProps {
  readonly facilityName: string | null;
  readonly accounts: readonly LockedAccount[];
  /** Who used this window last, if the account is still there. */
  readonly lastAccountId: string | null;
  /** Milliseconds until a passphrase may be tried. */
  readonly waitMs: number;
  readonly port: UnlockPort;
  readonly onRecover: () => void;
}

/** The account that is chosen to begin with; nobody, if it is not clear. */
function firstChoice(accounts: readonly LockedAccount[], lastAccountId: string | null): string {
  const last = accounts.find(({ id }) => id === lastAccountId);
  return (last ?? (accounts.length === 1 ? accounts[0] : undefined))?.id ?? '';
}

/** Who one is, and the passphrase. */
export function LockScreen({
  facilityName,
  accounts,
  lastAccountId,
  waitMs,
  port,
  onRecover,
}: LockScreenProps) {
  const { t } = useTranslation('setup');
  const [accountId, setAccountId] = useState(() => firstChoice(accounts, lastAccountId));
  const [temporary, setTemporary] = useState<string>();
  const account = accounts.find(({ id }) => id === accountId);
  if (account && temporary !== undefined)
    return (
      <FirstPassphrase
        account={account}
        temporary={temporary}
        port={port}
        onBack={() => setTemporary(undefined)}
      />
    );
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      <Box>
        <Typography variant="h1">{facilityName ?? t('unlock.title')}</Typography>
        <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>{t('unlock.text')}</Typography>
      </Box>
      <AccountChoice accounts={accounts} value={accountId} onChange={setAccountId} />
      <PassphraseForm
        key={accountId}
        accountId={accountId}
        waitMs={waitMs}
        port={port}
        onTemporary={setTemporary}
      />
      <Box>
        <Button size="small" onClick={onRecover} sx={{ ml: -1.5 }}>
          {t('unlock.useCode')}
        </Button>
      </Box>
    </Box>
  );
}

interface PassphraseFormProps {
  readonly accountId: string;
  readonly waitMs: number;
  readonly port: UnlockPort;
  /** It was right, and its owner has to choose another. */
  readonly onTemporary: (passphrase: string) => void;
}

function PassphraseForm({ accountId, waitMs, port, onTemporary }: PassphraseFormProps) {
  const { t } = useTranslation('setup');
  const failureText = useFailureText();
  const field = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const { secondsLeft, wait } = useCountdown(waitMs);
  const waiting = secondsLeft > 0;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || waiting || accountId === '') return;
    if (passphrase === '') return setFailure(t('unlock.missing'));
    setBusy(true);
    setFailure(undefined);
    const result = await port.unlock(accountId, passphrase);
    setBusy(false);
    if (result.ok) return;
    if (result.error.code === 'vault.temporary-passphrase') return onTemporary(passphrase);
    wait(result.error.waitMs ?? 0);
    setFailure(failureText(result.error));
    setPassphrase('');
  };
  useEffect(() => {
    if (failure !== undefined) field.current?.focus();
  }, [failure]);
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => void submit(event)}
      sx={{ display: 'grid', gap: 2 }}
    >
      <PassphraseField
        label={t('unlock.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        error={failure}
        autoFocus={accountId !== ''}
        inputRef={field}
      />
      {waiting && (
        <Alert severity="info" role="timer" aria-live="off">
          {t('unlock.wait', { count: secondsLeft })}
        </Alert>
      )}
      <Button
        type="submit"
        variant="contained"
        aria-disabled={busy || waiting || accountId === ''}
        startIcon={busy ? <CircularProgress size={18} color="inherit" aria-hidden /> : undefined}
      >
        {busy ? t('unlock.busy') : t('unlock.button')}
      </Button>
    </Box>
  );
}
