import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SheetStep } from '#renderer/documents/recovery-sheet/SheetStep.tsx';
import { RecoveryCodeField } from '#renderer/ui/RecoveryCodeField.tsx';
import { AdministratorFields } from './AdministratorFields.tsx';
import { FacilityFields } from './FacilityFields.tsx';
import { StepFrame } from './StepFrame.tsx';
import type { SetupPort } from './setup-port.ts';
import { type Setup, steps, useSetup } from './use-setup.ts';

/**
 * The first set-up. What was typed stays while going back and forth; nothing is written before the recovery code was
 * typed back, so that closing the window at any point leaves nothing behind.
 */
export function SetupScreen({ port }: { readonly port: SetupPort }) {
  const { t } = useTranslation('setup');
  const setup = useSetup(port);
  const { step, busy } = setup;
  const labels = {
    facility: t('next'),
    administrator: busy ? t('administrator.busy') : t('next'),
    sheet: t('sheet.next'),
    confirm: busy ? t('confirm.busy') : t('confirm.next'),
  } as const;
  return (
    <StepFrame
      key={step}
      step={steps.indexOf(step) + 1}
      of={steps.length}
      title={t(`${step}.title`)}
      text={t(`${step}.text`)}
      nextLabel={labels[step]}
      busy={busy}
      fieldHasFocus={step !== 'sheet'}
      onNext={setup.next}
      onBack={step === 'facility' ? undefined : setup.back}
    >
      <Fields setup={setup} port={port} />
    </StepFrame>
  );
}

function Fields({ setup, port }: { readonly setup: Setup; readonly port: SetupPort }): ReactNode {
  const { step, answers, answer, code, setCode, pending, tell, failure } = setup;
  const facilityName = answers.facility.facilityName.trim();
  switch (step) {
    case 'facility':
      return (
        <FacilityFields
          answers={answers.facility}
          tell={tell}
          onChange={(facility) => answer({ facility })}
        />
      );
    case 'administrator':
      return <AdministratorFields setup={setup} />;
    case 'sheet':
      return (
        pending && (
          <SheetStep
            recoveryCode={pending.recoveryCode}
            onSave={() => port.saveSheet(pending.recoveryCode, facilityName)}
            onPrint={() => port.printSheet(pending.recoveryCode, facilityName)}
          />
        )
      );
    case 'confirm':
      return <RecoveryCodeField value={code} error={failure} onChange={setCode} />;
  }
}
