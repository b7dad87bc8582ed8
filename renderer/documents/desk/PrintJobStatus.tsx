import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { AllPagesThere } from './AllPagesThere.tsx';
import type { PrintJob } from './print-centre.ts';
import { usePrintCentre } from './use-print-centre.ts';
import { Working } from './Working.tsx';

/** One job: how far it is, a way out while there is one, and what is asked at its end. */
export function PrintJobStatus({ job }: { readonly job: PrintJob }) {
  return (
    <Box component="article" aria-label={job.label} sx={{ px: 2, pb: 1.5 }}>
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{job.label}</Typography>
      <JobState job={job} />
    </Box>
  );
}

function JobState({ job: { id, state, pages } }: { readonly job: PrintJob }) {
  const { t } = useTranslation('printing');
  const failureText = useFailureText();
  const centre = usePrintCentre();
  const cancel = (): void => centre.cancel(id);
  switch (state.step) {
    case 'waiting':
      return <Working text={t('state.waiting')} share={0} onCancel={cancel} />;
    case 'drawing':
      return state.count === 0 ? (
        <Working text={t('state.preparing')} share={0} onCancel={cancel} />
      ) : (
        <Working text={t('state.page', state)} share={(state.page - 1) / state.count} onCancel={cancel} />
      );
    case 'handing-over':
      return <Working text={t('state.handingOver')} share={0} />;
    case 'asking':
      return (
        <>
          {state.refusal && (
            <Alert severity="error" sx={{ my: 1 }}>
              {t('question.notNoted', { why: failureText(state.refusal) })}
            </Alert>
          )}
          <AllPagesThere
            pages={pages}
            onYes={() => centre.dismiss(id)}
            onAgain={(from) => centre.printAgain(id, from)}
          />
        </>
      );
    case 'failed':
      return (
        <>
          <Alert severity="error" sx={{ my: 1 }}>
            {failureText(state.refusal)}
          </Alert>
          <Box sx={{ display: 'flex', gap: 1 }}>
            <Button variant="outlined" onClick={() => centre.printAgain(id)}>
              {t('state.again')}
            </Button>
            <Button onClick={() => centre.dismiss(id)}>{t('state.close')}</Button>
          </Box>
        </>
      );
  }
}
