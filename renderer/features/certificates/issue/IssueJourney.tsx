import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Step from '@mui/material/Step';
import StepLabel from '@mui/material/StepLabel';
import Stepper from '@mui/material/Stepper';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { useServices } from '#renderer/services/use-services.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { useFocusOnStep } from '#renderer/ui/use-focus-on-step.ts';
import { draftCertificates, type RequestedDraft } from '#shared/domain/commands/certificate-drafts.ts';
import type { CertificateRequest } from '#shared/domain/commands/certificate-requests.ts';
import type { Refusal } from '#shared/domain/commands/define.ts';
import type { Stored } from '#shared/domain/records/registry.ts';
import { IssuedDocument } from '../IssuedDocument.tsx';
import { CheckStep } from './CheckStep.tsx';

/** Where someone is between choosing and holding the paper. */
type Stage =
  | { readonly step: 'choose' }
  | { readonly step: 'check'; readonly drafts: readonly RequestedDraft[] }
  | { readonly step: 'issued'; readonly certificates: readonly Stored<'certificate'>[] };

const steps = ['choose', 'check', 'issue'] as const;
const activeStep = { choose: 0, check: 1, issued: 3 } as const;

interface IssueJourneyProps {
  readonly title: string;
  readonly back: { readonly label: string; readonly to: string };
  /** Where one goes on when the paper is there. */
  readonly next: { readonly label: string; readonly to: string };
  /** Whom, and what: shows itself and calls `check` with what is to be issued. */
  readonly children: (check: (requests: readonly CertificateRequest[]) => void) => ReactNode;
  readonly onIssued?: () => void;
}

/** Choose, check every page, issue: the same three steps whatever the certificates are about. */
export function IssueJourney({ title, back, next, children, onIssued }: IssueJourneyProps) {
  const { t } = useTranslation('certificates');
  const { records, clock } = useServices();
  const failureText = useFailureText();
  const [stage, setStage] = useState<Stage>({ step: 'choose' });
  const [refusal, setRefusal] = useState<Refusal>();
  const content = useFocusOnStep(stage.step);
  const check = async (requests: readonly CertificateRequest[]): Promise<void> => {
    const drafts = await draftCertificates(records, requests, clock.today());
    setRefusal(drafts.ok ? undefined : drafts.error);
    if (drafts.ok) setStage({ step: 'check', drafts: drafts.value });
  };
  const show = async (ids: readonly string[]): Promise<void> => {
    const certificates = await records.getMany('certificate', ids);
    onIssued?.();
    setStage({ step: 'issued', certificates });
  };
  return (
    <Page title={title} back={back}>
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
        {stage.step === 'choose' && children((requests) => void check(requests))}
        {stage.step === 'check' && (
          <CheckStep
            drafts={stage.drafts}
            onBack={() => setStage({ step: 'choose' })}
            onIssued={(ids) => void show(ids)}
          />
        )}
        {stage.step === 'issued' && (
          <Box sx={{ display: 'grid', gap: 1.5 }}>
            <Alert severity="success">{t('issued.done', { count: stage.certificates.length })}</Alert>
            <IssuedDocument certificates={stage.certificates} label={t('issued.preview')}>
              <Button component={RouterLink} to={next.to}>
                {next.label}
              </Button>
            </IssuedDocument>
          </Box>
        )}
      </Box>
    </Page>
  );
}
