import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAuditCheck } from '#renderer/services/use-services.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { useCheckText } from '../audit/use-check-text.ts';

/** Whether the audit log is complete, and the way to it. */
export function AuditSheet() {
  const { t } = useTranslation('audit');
  const check = useAuditCheck();
  const isBroken = check.state === 'done' && check.finding.faultCount > 0;
  return (
    <Sheet>
      <Typography variant="h2">{t('check.title')}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mt: 1 }}>
        <Typography
          role="status"
          sx={{ flex: '1 1 320px', ...(isBroken ? { color: 'error.main', fontWeight: 600 } : {}) }}
        >
          {useCheckText()(check)}
        </Typography>
        <Button component={Link} to="/administration/audit" variant="outlined">
          {t('toLog')}
        </Button>
      </Box>
    </Sheet>
  );
}
