import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Step from '@mui/material/Step';
import StepLabel from '@mui/material/StepLabel';
import Stepper from '@mui/material/Stepper';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Sheet } from '#renderer/ui/Sheet.tsx';
import { useFocusOnStep } from '#renderer/ui/use-focus-on-step.ts';
import { ChooseFile } from './ChooseFile.tsx';
import { ImportResult } from './ImportResult.tsx';
import { type ImportSession, importSessionOf } from './import-session.ts';
import type { ImportState } from './import-state.ts';
import { MapColumns } from './MapColumns.tsx';
import { ReviewRows } from './ReviewRows.tsx';
import { CheckingRows, ReadingFile, SavingRows } from './Running.tsx';

const stepNames = ['file', 'mapping', 'review', 'result'] as const;
const stepOf: Readonly<Record<ImportState['step'], number>> = {
  choose: 0,
  reading: 0,
  mapping: 1,
  checking: 2,
  review: 2,
  importing: 3,
  done: 4,
};

/** `/people/import`: from a roster file to people, every row accounted for. */
export function ImportPage() {
  const { t } = useTranslation('import');
  const services = useServices();
  const session = importSessionOf(services);
  const state = useSyncExternalStore(session.subscribe, session.current);
  const content = useFocusOnStep(state.step);
  useEffect(() => session.resume(), [session]);
  const back = { label: t('back'), to: '/people' };
  if (!services.commands.allows('participant.import')) {
    return (
      <Page title={t('title')} back={back}>
        <Sheet>
          <EmptyState
            title={t('notAllowed.title')}
            text={t('notAllowed.text')}
            action={
              <Button component={Link} to="/people/new" variant="contained">
                {t('notAllowed.action')}
              </Button>
            }
          />
        </Sheet>
      </Page>
    );
  }
  return (
    <Page title={t('title')} back={back}>
      <Stepper activeStep={stepOf[state.step]} aria-label={t('steps.label')} sx={{ mb: 2, maxWidth: 720 }}>
        {stepNames.map((name) => (
          <Step key={name}>
            <StepLabel>{t(`steps.${name}`)}</StepLabel>
          </Step>
        ))}
      </Stepper>
      <Box ref={content} tabIndex={-1} sx={{ outline: 'none' }}>
        <CurrentStep state={state} session={session} />
      </Box>
    </Page>
  );
}

function CurrentStep({ state, session }: { readonly state: ImportState; readonly session: ImportSession }) {
  switch (state.step) {
    case 'choose':
      return <ChooseFile failure={state.failure} onFile={(file) => session.read(file, {})} />;
    case 'reading':
      return <ReadingFile fileName={state.fileName} onStop={session.stop} />;
    case 'mapping':
      return <MapColumns state={state} session={session} />;
    case 'checking':
      return <CheckingRows done={state.done} total={state.table.rows.length} onStop={session.stop} />;
    case 'review':
      return <ReviewRows state={state} session={session} />;
    case 'importing':
      return <SavingRows state={state} onStop={session.stop} />;
    case 'done':
      return <ImportResult state={state} session={session} />;
  }
}
