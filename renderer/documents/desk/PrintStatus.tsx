import ExpandMore from '@mui/icons-material/ExpandMore';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Paper from '@mui/material/Paper';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PrintJobStatus } from './PrintJobStatus.tsx';
import type { PrintJob } from './print-centre.ts';
import { usePrintJobs } from './use-print-centre.ts';

/** In the corner, above the navigation of narrow windows, below every dialog. */
const corner = {
  position: 'fixed',
  insetInlineEnd: 16,
  bottom: { xs: 80, md: 16 },
  zIndex: 'fab',
} as const;

/** What is being printed, wherever one is in the app. Can be made small and never stands in the way of a key. */
export function PrintStatus() {
  const { t } = useTranslation('printing');
  const jobs = usePrintJobs();
  const [isSmall, setIsSmall] = useState(false);
  const latest = jobs.at(-1);
  if (!latest) return null;
  if (isSmall)
    return (
      <Box component="section" aria-label={t('status.label')} sx={corner}>
        <Button
          variant="outlined"
          startIcon={<PrintOutlined />}
          aria-expanded={false}
          onClick={() => setIsSmall(false)}
          sx={{ bgcolor: 'background.paper', fontVariantNumeric: 'tabular-nums' }}
        >
          <SmallStatus job={latest} />
        </Button>
      </Box>
    );
  return (
    <Paper
      component="section"
      aria-label={t('status.label')}
      elevation={6}
      sx={{
        ...corner,
        width: 380,
        maxWidth: 'calc(100vw - 32px)',
        maxHeight: 'calc(100dvh - 112px)',
        overflow: 'auto',
        border: 1,
        borderColor: 'line.soft',
        borderRadius: '8px',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, pl: 2, pr: 0.5, pt: 0.5 }}>
        <PrintOutlined fontSize="small" sx={{ color: 'text.secondary' }} />
        <Typography variant="body2" sx={{ flex: '1 1 auto', color: 'text.secondary' }}>
          {t('status.label')}
        </Typography>
        <Tooltip title={t('status.smaller')}>
          <IconButton
            size="small"
            aria-label={t('status.smaller')}
            aria-expanded
            onClick={() => setIsSmall(true)}
          >
            <ExpandMore />
          </IconButton>
        </Tooltip>
      </Box>
      {jobs.map((job) => (
        <PrintJobStatus key={job.id} job={job} />
      ))}
    </Paper>
  );
}

function SmallStatus({ job: { state } }: { readonly job: PrintJob }) {
  const { t } = useTranslation('printing');
  switch (state.step) {
    case 'drawing':
      return state.count === 0 ? t('state.preparing') : t('state.page', state);
    case 'waiting':
      return t('state.waiting');
    case 'handing-over':
      return t('state.handingOver');
    case 'asking':
      return t('question.ask');
    case 'failed':
      return t('state.failed');
  }
}
