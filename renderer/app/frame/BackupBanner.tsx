import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMinute } from '#renderer/services/use-minute.ts';
import { useBackup, useServices } from '#renderer/services/use-services.ts';
import { type BackupVerdict, backupVerdict } from '#shared/domain/backup-verdict.ts';
import type { BackupState } from '#shared/ipc/contract/backup.ts';
import { edge } from './Banners.tsx';

const page = '/administration/safety';

function sentenceOf(verdict: BackupVerdict, { away }: BackupState) {
  if (verdict === 'failed' || verdict === 'old') return `banner.backup.${verdict}` as const;
  if (verdict !== 'away-old' && verdict !== 'away-failed') return undefined;
  return away.newest ? ('banner.backup.away' as const) : ('banner.backup.awayNone' as const);
}

/** Reminds who can do something about it, once a day: that the newest snapshot is too old, here or off this PC. */
export function BackupBanner() {
  const { t } = useTranslation('app');
  const { commands, clock } = useServices();
  const backup = useBackup();
  const now = useMinute();
  const [closedOn, setClosedOn] = useState<string>();
  const { pathname } = useLocation();
  const sentence = backup && sentenceOf(backupVerdict(backup, now), backup);
  // The page itself says it, and more.
  if (!sentence || pathname === page || !commands.allows('backup.make')) return null;
  if (closedOn === clock.today()) return null;
  return (
    <Alert
      severity="warning"
      sx={edge}
      action={
        <>
          <Button color="inherit" size="small" component={Link} to={page}>
            {t('banner.backup.look')}
          </Button>
          <Button color="inherit" size="small" onClick={() => setClosedOn(clock.today())}>
            {t('banner.close')}
          </Button>
        </>
      }
    >
      {t(sentence)}
    </Alert>
  );
}
