import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useAuditCheck, useDamage, useSaving, useServices } from '#renderer/services/use-services.ts';
import { ErasureBanner, LockedErasuresBanner, MissingLedgerBanner } from './ErasureBanner.tsx';

export const edge = { borderRadius: 0, py: 0.5, px: { xs: 2, md: 4 } } as const;

/**
 * What nobody may miss: a failed write, a read-only database, records that were refused, a rebuilt database, and, for
 * those who may look at it, an audit log that is not whole.
 */
export function Banners({ rebuiltRows }: { readonly rebuiltRows: number | null }) {
  const { t } = useTranslation('app');
  const failureText = useFailureText();
  const { lock } = useServices();
  const saving = useSaving();
  const damaged = useDamage();
  const newer = damaged.filter(({ reason }) => reason === 'newer').length;
  const refused = damaged.length - newer;
  const [rebuiltSeen, setRebuiltSeen] = useState(false);
  const stopped = saving.state === 'failed' || saving.state === 'read-only';
  const lockButton = (
    <Button color="inherit" size="small" onClick={lock}>
      {t('lock.button')}
    </Button>
  );
  return (
    <>
      {stopped && (
        <Alert
          severity={saving.state === 'failed' ? 'error' : 'warning'}
          variant={saving.state === 'failed' ? 'filled' : 'standard'}
          sx={edge}
          action={lockButton}
        >
          {failureText({ code: saving.code ?? 'write.failed' })}
        </Alert>
      )}
      {refused > 0 && (
        <Alert severity="warning" sx={edge} action={stopped ? undefined : lockButton}>
          {t(saving.state === 'read-only' ? 'banner.refusedReadOnly' : 'banner.refused', { count: refused })}
        </Alert>
      )}
      {newer > 0 && (
        <Alert severity="warning" sx={edge}>
          {t('banner.newer', { count: newer })}
        </Alert>
      )}
      <AuditBanner />
      <ErasureBanner sx={edge} />
      <LockedErasuresBanner sx={edge} />
      <MissingLedgerBanner sx={edge} />
      {rebuiltRows !== null && !rebuiltSeen && (
        <Alert
          severity="info"
          role="status"
          sx={edge}
          onClose={() => setRebuiltSeen(true)}
          closeText={t('banner.close')}
        >
          {t('banner.rebuilt', { count: rebuiltRows })}
        </Alert>
      )}
    </>
  );
}

function AuditBanner() {
  const { t } = useTranslation('audit');
  const { commands } = useServices();
  const check = useAuditCheck();
  if (check.state !== 'done' || check.finding.faultCount === 0 || !commands.allows('audit.view')) return null;
  return (
    <Alert
      severity="error"
      sx={edge}
      action={
        <Button color="inherit" size="small" component={Link} to="/administration/audit">
          {t('toLog')}
        </Button>
      }
    >
      {t('banner')}
    </Alert>
  );
}
