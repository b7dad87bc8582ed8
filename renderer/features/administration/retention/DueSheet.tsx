import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { DueForDeletion } from '#shared/domain/retention/due-list.ts';
import { classCounts } from './class-counts.ts';
import { DueTable } from './DueTable.tsx';
import { Overlooked } from './Overlooked.tsx';
import { RunDialog } from './RunDialog.tsx';

/** What is due: looked at first, and deleted only from there. */
export function DueSheet() {
  const { t } = useTranslation('retention');
  const { retention } = useServices();
  const failureText = useFailureText();
  const [due, setDue] = useState<DueForDeletion>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [looking, setLooking] = useState(false);
  const [running, setRunning] = useState(false);
  const look = async (): Promise<void> => {
    if (looking) return;
    setLooking(true);
    setRefusal(undefined);
    const answer = await retention.due();
    setLooking(false);
    if (answer.ok) setDue(answer.value);
    else setRefusal(answer.error);
  };
  const nothing = due !== undefined && due.people.length + due.walkIns.length === 0;
  return (
    <Sheet padded={false} sx={{ overflowX: 'auto' }}>
      <Box sx={{ p: 3, pb: due && !nothing ? 1.5 : 3, display: 'grid', gap: 1.5, justifyItems: 'start' }}>
        <Typography variant="h2">{t('due.title')}</Typography>
        <Typography>{t('due.intro')}</Typography>
        <Button
          variant={due ? 'outlined' : 'contained'}
          aria-disabled={looking}
          onClick={() => void look()}
          startIcon={looking ? <CircularProgress size={18} color="inherit" aria-hidden /> : undefined}
        >
          {looking ? t('due.looking') : t('due.look')}
        </Button>
        {refusal && <Alert severity="error">{failureText(refusal)}</Alert>}
        {nothing && (
          <Alert severity="success" role="status">
            {t('due.nothing')}
          </Alert>
        )}
        {due && !nothing && <Typography role="status">{classCounts(t, due.counts).join(' · ')}</Typography>}
        {due && <Overlooked people={due.overlooked} />}
        {due && !nothing && (
          <Button color="error" variant="contained" onClick={() => setRunning(true)}>
            {t('due.run')}
          </Button>
        )}
      </Box>
      {due && !nothing && <DueTable due={due} />}
      {due && running && (
        <RunDialog
          due={due}
          onClose={(hasRun) => {
            setRunning(false);
            // What was shown is not what is there any more.
            if (hasRun) setDue(undefined);
          }}
        />
      )}
    </Sheet>
  );
}
