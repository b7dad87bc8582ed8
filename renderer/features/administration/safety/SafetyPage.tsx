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
import { AdministrationTabs } from '../AdministrationTabs.tsx';
import { MissingAccess } from '../MissingAccess.tsx';
import { AuditSheet } from './AuditSheet.tsx';
import { DataKeys } from './DataKeys.tsx';
import { Places } from './Places.tsx';
import { RecoverySheet } from './RecoverySheet.tsx';
import { SetAsideSheet } from './SetAsideSheet.tsx';
import { SnapshotList } from './SnapshotList.tsx';
import { useMakeNow } from './use-make-now.ts';
import { useSnapshots } from './use-snapshots.ts';

/** Verwaltung → Sicherheit: whether the data is backed up, where, and the way back. */
export function SafetyPage() {
  const { t } = useTranslation('safety');
  const { commands } = useServices();
  const backup = useBackup();
  const { makeNow, busy } = useMakeNow();
  if (!commands.allows('backup.make')) return <MissingAccess title={t('title')} />;
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
      <AdministrationTabs />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {backup && <Verdict backup={backup} />}
        {backup && <Places backup={backup} />}
        <AuditSheet />
        <Kept backup={backup} />
        <RecoverySheet />
        <DataKeys />
      </Box>
    </Page>
  );
}

/** The snapshots, and what restores have set aside. */
function Kept({ backup }: { readonly backup: BackupState | undefined }) {
  const snapshots = useSnapshots(backup);
  return (
    <>
      <SnapshotList backup={backup} snapshots={snapshots} />
      <SetAsideSheet isPlaced={snapshots.rows !== undefined} />
    </>
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
