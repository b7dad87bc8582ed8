import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useAuditCheck, useServices } from '#renderer/services/use-services.ts';
import type { ChainFinding } from '#shared/domain/audit/chain.ts';
import type { AuditCheck } from '#shared/ports/audit.ts';
import type { AuditTexts } from './audit-texts.ts';
import { useCheckText } from './use-check-text.ts';

/** Faults that are written out. */
const shownFaults = 5;

const severityOf = (check: AuditCheck) => {
  if (check.state !== 'done') return 'info';
  return check.finding.faultCount === 0 ? 'success' : 'error';
};

/** Whether the log is complete, in one sentence; if it is not, what is wrong and what to do. */
export function AuditCheckSheet({ texts }: { readonly texts: AuditTexts }) {
  const { t } = useTranslation('audit');
  const { audit } = useServices();
  const check = useAuditCheck();
  const sentence = useCheckText()(check);
  const isRunning = check.state === 'checking';
  return (
    <Alert
      severity={severityOf(check)}
      role="status"
      action={
        <Button color="inherit" size="small" aria-disabled={isRunning} onClick={() => void audit.check()}>
          {t('check.again')}
        </Button>
      }
    >
      {sentence}
      {check.state === 'done' && <Details finding={check.finding} texts={texts} />}
    </Alert>
  );
}

function Details({ finding, texts }: { readonly finding: ChainFinding; readonly texts: AuditTexts }) {
  const { t } = useTranslation('audit');
  const { faults, unlinked } = finding;
  const shown = faults.slice(0, shownFaults);
  const more = finding.faultCount - shown.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {shown.length > 0 && (
        <>
          <Box component="ul" sx={{ my: 0.5, pl: 2.5 }}>
            {shown.map((fault) => (
              <li key={`${fault.kind} ${fault.workstationId} ${fault.number}`}>{texts.fault(fault)}</li>
            ))}
            {more > 0 && <li>{t('check.more', { count: more })}</li>}
          </Box>
          <Typography variant="body2" sx={{ maxWidth: '90ch' }}>
            {t('check.whatToDo')}
          </Typography>
        </>
      )}
      {unlinked > 0 && <Typography variant="body2">{t('check.unlinked', { count: unlinked })}</Typography>}
    </>
  );
}
