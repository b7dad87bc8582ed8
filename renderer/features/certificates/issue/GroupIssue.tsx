import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Step from '@mui/material/Step';
import StepLabel from '@mui/material/StepLabel';
import Stepper from '@mui/material/Stepper';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { useFocusOnStep } from '#renderer/ui/use-focus-on-step.ts';
import { type CertificateDraft, draftCertificates } from '#shared/domain/commands/certificates.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { CourseGroupEntry } from '#shared/domain/directory.ts';
import type { Stored } from '#shared/domain/records/registry.ts';
import { IssuedDocument } from '../IssuedDocument.tsx';
import { CheckStep } from './CheckStep.tsx';
import { ChooseStep } from './ChooseStep.tsx';
import { dueRows, preselected } from './due-rows.ts';

/** Where someone is between choosing and holding the paper. */
type Stage =
  | { readonly step: 'choose' }
  | { readonly step: 'check'; readonly drafts: readonly CertificateDraft[] }
  | { readonly step: 'issued'; readonly certificates: readonly Stored<'certificate'>[] };

const steps = ['choose', 'check', 'issue'] as const;
const activeStep = { choose: 0, check: 1, issued: 3 } as const;

/** Certificates for one group: choose, check every page, issue. */
export function GroupIssue({ group }: { readonly group: CourseGroupEntry }) {
  const { t } = useTranslation('certificates');
  const services = useServices();
  const { records, directory, clock } = services;
  const failureText = useFailureText();
  const today = clock.today();
  const rows = useLoaded(
    ['enrolment', 'session', 'attendanceSheet', 'offer', 'courseGroup', 'participant', 'certificate'],
    () => dueRows(services, group.id, today),
    [group.id, today],
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const [stage, setStage] = useState<Stage>({ step: 'choose' });
  const [refusal, setRefusal] = useState<Refusal>();
  const content = useFocusOnStep(stage.step);
  const selected = useMemo(() => chosen ?? preselected(rows ?? []), [chosen, rows]);

  const check = async (): Promise<void> => {
    const participantIds = (rows ?? [])
      .map(({ participantId }) => participantId)
      .filter((id) => selected.has(id));
    const drafts = await draftCertificates(records, { groupId: group.id, participantIds }, today);
    setRefusal(drafts.ok ? undefined : drafts.error);
    if (drafts.ok) setStage({ step: 'check', drafts: drafts.value });
  };
  const show = async (ids: readonly string[]): Promise<void> => {
    setChosen(undefined);
    setStage({ step: 'issued', certificates: await records.getMany('certificate', ids) });
  };
  const minimum = directory.get('offer', group.offerId)?.minimumAttendance ?? 0;
  return (
    <Page title={group.name} back={{ label: t('backToGroups'), to: '/certificates' }}>
      <Stepper
        activeStep={activeStep[stage.step]}
        aria-label={t('steps.label')}
        sx={{ maxWidth: 560, mb: 2 }}
      >
        {steps.map((step) => (
          <Step key={step}>
            <StepLabel>{t(`steps.${step}`)}</StepLabel>
          </Step>
        ))}
      </Stepper>
      {refusal && (
        <Alert severity="error" sx={{ mb: 1.5 }}>
          {failureText(refusal)}
        </Alert>
      )}
      <Box ref={content} tabIndex={-1} sx={{ outline: 'none', minWidth: 0 }}>
        {stage.step === 'choose' && rows && (
          <ChooseStep
            group={group}
            rows={rows}
            minimum={minimum}
            selected={selected}
            onSelect={setChosen}
            onCheck={() => void check()}
          />
        )}
        {stage.step === 'check' && (
          <CheckStep
            groupId={group.id}
            drafts={stage.drafts}
            onBack={() => setStage({ step: 'choose' })}
            onIssued={(ids) => void show(ids)}
          />
        )}
        {stage.step === 'issued' && (
          <Box sx={{ display: 'grid', gap: 1.5 }}>
            <Alert severity="success">{t('issued.done', { count: stage.certificates.length })}</Alert>
            <IssuedDocument certificates={stage.certificates} label={t('issued.preview')}>
              <Button component={RouterLink} to="/certificates">
                {t('issued.another')}
              </Button>
            </IssuedDocument>
          </Box>
        )}
      </Box>
    </Page>
  );
}
