import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMinute } from '#renderer/services/use-minute.ts';
import { useBackup, useServices } from '#renderer/services/use-services.ts';
import { backupVerdict } from '#shared/domain/backup-verdict.ts';
import { edge } from './Banners.tsx';

const sentences = {
  failed: 'banner.backup.failed',
  old: 'banner.backup.old',
  'away-old': 'banner.backup.away',
  'away-failed': 'banner.backup.away',
} as const;

/** Reminds who can do something about it, once a day: that the newest snapshot is too old, here or off this PC. */
export function BackupBanner() {
  const { t } = useTranslation('app');
  const { commands, clock } = useServices();
  const backup = useBackup();
  const now = useMinute();
  const [closedOn, setClosedOn] = useState<string>();
  const verdict = backup && backupVerdict(backup, now);
  if (!verdict || !(verdict in sentences) || !commands.allows('backup.make')) return null;
  if (closedOn === clock.today()) return null;
  return (
    <Alert
      severity="warning"
      sx={edge}
      action={
        <>
          <Button color="inherit" size="small" component={Link} to="/administration/safety">
            {t('banner.backup.look')}
          </Button>
          <Button color="inherit" size="small" onClick={() => setClosedOn(clock.today())}>
            {t('banner.close')}
          </Button>
        </>
      }
    >
      {t(sentences[verdict as keyof typeof sentences])}
    </Alert>
  );
}
