import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Result } from '#shared/domain/result.ts';
import type { BackupState } from '#shared/ipc/contract/backup.ts';
import type { VerifiedAll } from '#shared/ports/backup.ts';

interface VerifyAllProps {
  readonly backup: BackupState | undefined;
  /** To read the list anew. */
  readonly onDone: () => void;
}

/** Reads every snapshot back when somebody wants to know; says how far it is, and what it found. */
export function VerifyAll({ backup: state, onDone }: VerifyAllProps) {
  const { t } = useTranslation('safety');
  const { backup } = useServices();
  const id = useId();
  const [outcome, setOutcome] = useState<Result<VerifiedAll, Refusal>>();
  const verifying = state?.verifying ?? null;
  const verify = async (): Promise<void> => {
    setOutcome(undefined);
    setOutcome(await backup.verifyAll());
    onDone();
  };
  if (verifying) {
    return (
      <Box sx={{ mt: 1.5, maxWidth: 800 }}>
        <Typography id={id}>{t('list.verifying', verifying)}</Typography>
        <LinearProgress
          variant="determinate"
          value={verifying.of === 0 ? 0 : Math.floor((100 * verifying.done) / verifying.of)}
          aria-labelledby={id}
          sx={{ my: 1 }}
        />
        <Button size="small" onClick={() => backup.stopVerifying()}>
          {t('list.stop')}
        </Button>
      </Box>
    );
  }
  return (
    <Box sx={{ mt: 1.5, display: 'grid', gap: 1, justifyItems: 'start' }}>
      {outcome && <Outcome outcome={outcome} />}
      <Button size="small" variant="outlined" onClick={() => void verify()}>
        {t('list.verify')}
      </Button>
    </Box>
  );
}

function Outcome({ outcome }: { readonly outcome: Result<VerifiedAll, Refusal> }) {
  const { t } = useTranslation('safety');
  const failureText = useFailureText();
  if (!outcome.ok) return <Alert severity="error">{failureText(outcome.error)}</Alert>;
  const { read, damaged, stopped } = outcome.value;
  if (damaged > 0) return <Alert severity="warning">{t('list.foundDamaged', { count: damaged })}</Alert>;
  return (
    <Alert severity="success" role="status">
      {stopped ? t('list.stopped') : t('list.verified', { count: read })}
    </Alert>
  );
}
