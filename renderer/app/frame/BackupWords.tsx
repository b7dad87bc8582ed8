import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useMomentText } from '#renderer/i18n/use-moment-text.ts';
import { useMinute } from '#renderer/services/use-minute.ts';
import { useBackup } from '#renderer/services/use-services.ts';
import { ageOf, type BackupVerdict, backupVerdict, needsAttention } from '#shared/domain/backup-verdict.ts';
import type { BackupState } from '#shared/ipc/contract/backup.ts';

/** The chip's words about the snapshots: how old the newest one is, or what is worse than its age. */
export function BackupWords({ quiet }: { readonly quiet: boolean }) {
  const backup = useBackup();
  const now = useMinute();
  const words = useWords();
  if (!backup) return null;
  // A snapshot of a moment ago is younger than the minute that the clock here shows.
  const verdict = backupVerdict(backup, now);
  return (
    <Box
      component="span"
      sx={needsAttention(verdict) && quiet ? { color: 'waits.text', fontWeight: 600 } : {}}
    >
      {words(backup, verdict, now)}
    </Box>
  );
}

function useWords(): (state: BackupState, verdict: BackupVerdict, now: number) => string {
  const { t } = useTranslation('app');
  return ({ here, away }, verdict, now) => {
    if (verdict === 'failed') return t('state.backup.failed');
    if (!here.newest) return t('state.backup.none');
    if (verdict === 'away-none' || (verdict === 'away-failed' && !away.newest))
      return t('state.backup.awayNone');
    if ((verdict === 'away-old' || verdict === 'away-failed') && away.newest) {
      const days = Math.max(1, Math.floor((now - away.newest.madeAt) / 86_400_000));
      return t('state.backup.awayOld', { count: days });
    }
    const age = ageOf(here.newest.madeAt, now);
    return age.unit === 'now' ? t('state.backup.now') : t(`state.backup.${age.unit}`, { count: age.count });
  };
}

/** The same as whole sentences, each place for itself. */
export function BackupSentences() {
  const { t } = useTranslation('app');
  const moment = useMomentText();
  const backup = useBackup();
  if (!backup) return null;
  const { here, away } = backup;
  const sentences = [
    here.problem !== null
      ? t('state.backupFailed')
      : here.newest
        ? t('state.backupHere', { at: moment(here.newest.madeAt) })
        : t('state.backupNone'),
    away.folder === null
      ? t('state.backupNoSecond')
      : away.newest
        ? t('state.backupAway', { at: moment(away.newest.madeAt) })
        : t('state.backupAwayNone'),
  ];
  return sentences.map((sentence) => (
    <Typography key={sentence} variant="body2">
      {sentence}
    </Typography>
  ));
}
