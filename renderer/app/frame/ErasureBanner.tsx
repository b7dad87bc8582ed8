import Alert from '@mui/material/Alert';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useBackup, useServices } from '#renderer/services/use-services.ts';

/** Administrators hear that people who were deleted may be there again, until one of them has said that it was seen. */
export function MissingLedgerBanner({ sx }: { readonly sx: object }) {
  const { t } = useTranslation('retention');
  const { backup, commands } = useServices();
  const problem = useBackup()?.restoredWithout ?? null;
  if (problem === null || !commands.allows('backup.restore')) return null;
  return (
    <Alert
      severity="warning"
      sx={sx}
      onClose={() => backup.dismissLedger()}
      closeText={t('banner.understood')}
    >
      {t(`banner.missingLedger.${problem}`)} {t('banner.missingLedger.todo')}
    </Alert>
  );
}

/**
 * Administrators hear of deletions that are sealed under a newer key than the restored snapshot knows, at every unlock
 * until they have restored one that knows it.
 */
export function LockedErasuresBanner({ sx }: { readonly sx: object }) {
  const { t } = useTranslation('retention');
  const { commands, retention } = useServices();
  const [seen, setSeen] = useState(false);
  const locked = retention.repeated.ok ? retention.repeated.value.locked : 0;
  if (locked === 0 || seen || !commands.allows('backup.restore')) return null;
  return (
    <Alert severity="warning" sx={sx} onClose={() => setSeen(true)} closeText={t('banner.understood')}>
      {t('banner.locked', { count: locked })}
    </Alert>
  );
}

/** After an older snapshot was put back: what was deleted since is gone again, or could not be. */
export function ErasureBanner({ sx }: { readonly sx: object }) {
  const { t } = useTranslation('retention');
  const { retention } = useServices();
  const failureText = useFailureText();
  const [seen, setSeen] = useState(false);
  const { repeated } = retention;
  if (!repeated.ok)
    return (
      <Alert severity="error" sx={sx}>
        {t('banner.notRepeated', { reason: failureText(repeated.error) })}
      </Alert>
    );
  if (repeated.value.count === 0 || seen) return null;
  return (
    <Alert severity="info" role="status" sx={sx} onClose={() => setSeen(true)}>
      {t('banner.repeated', { count: repeated.value.count })}
    </Alert>
  );
}
