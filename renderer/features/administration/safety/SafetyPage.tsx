import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import { useTranslation } from 'react-i18next';
import { useMinute } from '#renderer/services/use-minute.ts';
import { useBackup, useServices } from '#renderer/services/use-services.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { backupVerdict, needsAttention } from '#shared/domain/backup-verdict.ts';
import type { BackupState } from '#shared/ipc/contract/backup.ts';
import { MissingAccess } from './MissingAccess.tsx';
import { Places } from './Places.tsx';
import { SnapshotList } from './SnapshotList.tsx';
import { useMakeNow } from './use-make-now.ts';

/** Verwaltung → Sicherheit: whether the data is backed up, where, and the way back. */
export function SafetyPage() {
  const { t } = useTranslation('safety');
  const { commands } = useServices();
  const backup = useBackup();
  const { makeNow, busy } = useMakeNow();
  if (!commands.allows('backup.make')) return <MissingAccess />;
  const working = busy || backup?.busy === true;
  return (
    <Page
      title={t('title')}
      actions={
        <Button
          variant="contained"
          aria-disabled={working}
          onClick={() => void makeNow()}
          startIcon={working ? <CircularProgress size={18} color="inherit" aria-hidden /> : undefined}
        >
          {working ? t('making') : t('makeNow')}
        </Button>
      }
    >
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {backup && <Verdict backup={backup} />}
        {backup && <Places backup={backup} />}
        <SnapshotList backup={backup} />
      </Box>
    </Page>
  );
}

/** One sentence: yes, or what to do. */
function Verdict({ backup }: { readonly backup: BackupState }) {
  const { t } = useTranslation('safety');
  const verdict = backupVerdict(backup, useMinute());
  const severity = needsAttention(verdict) ? 'warning' : verdict === 'safe' ? 'success' : 'info';
  return (
    <Alert severity={severity} role="status">
      {t(`verdict.${verdict}`)}
    </Alert>
  );
}
