import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Typography from '@mui/material/Typography';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { RecoveryCodeField } from '#renderer/ui/RecoveryCodeField.tsx';
import { RecoveredScreen } from './RecoveredScreen.tsx';
import type { Recovered, UnlockPort } from './unlock-port.ts';

interface RecoveryScreenProps {
  readonly port: UnlockPort;
  /** This computer does not hold the site secret (a new Windows user, a new computer, a lost keystore). */
  readonly secretMissing: boolean;
  /** Back to the lock screen; `undefined` where there is none without the code. */
  readonly onBack?: (() => void) | undefined;
  /** The computer is usable again. */
  readonly onRestored: () => void;
}

/** Takes the recovery code from the sheet, then asks what to do with it. */
export function RecoveryScreen({ port, secretMissing, onBack, onRestored }: RecoveryScreenProps) {
  const { t } = useTranslation('setup');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [recovered, setRecovered] = useState<Recovered>();
  const latest = useRef(recovered);
  latest.current = recovered;
  useEffect(() => () => latest.current?.discard(), []);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const result = await port.recover(code);
    setBusy(false);
    if (!result.ok) return setFailure(failureText(result.error));
    setCode('');
    setRecovered(result.value);
  };
  if (recovered)
    return (
      <RecoveredScreen
        port={port}
        recovered={recovered}
        secretMissing={secretMissing}
        onRestored={onRestored}
      />
    );
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack?.();
      }}
      sx={{ display: 'grid', gap: 2.5 }}
    >
      <Typography variant="h1">{t('recover.title')}</Typography>
      {secretMissing && <Alert severity="info">{t('recover.secretMissing')}</Alert>}
      <Typography sx={{ color: 'text.secondary' }}>{t('recover.text')}</Typography>
      <RecoveryCodeField
        value={code}
        error={failure}
        onChange={(next) => {
          setCode(next);
          setFailure(undefined);
        }}
      />
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <span>
          {onBack && (
            <Button variant="outlined" onClick={onBack}>
              {common('back')}
            </Button>
          )}
        </span>
        <Button
          type="submit"
          variant="contained"
          aria-disabled={busy}
          startIcon={busy ? <CircularProgress size={18} color="inherit" aria-hidden /> : undefined}
        >
          {t('recover.check')}
        </Button>
      </Box>
    </Box>
  );
}
