import TextField from '@mui/material/TextField';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { FieldError } from '#renderer/ui/FieldError.tsx';
import { isTakeable, NewPassphrase, type TypedPassphrase } from '#renderer/ui/NewPassphrase.tsx';
import { usePassphraseJudgement } from '#renderer/ui/passphrase-judgement.ts';
import { RecoveryCodeField } from '#renderer/ui/RecoveryCodeField.tsx';
import { type FacilityAnswers, FacilityFields, facilityComplete } from './FacilityFields.tsx';
import { SheetStep } from './SheetStep.tsx';
import { StepFrame } from './StepFrame.tsx';
import type { PendingSetup, SetupPort } from './setup-port.ts';

type Step = 'facility' | 'administrator' | 'sheet' | 'confirm';
const steps: readonly Step[] = ['facility', 'administrator', 'sheet', 'confirm'];

/**
 * The first set-up. What was typed stays while going back and forth; nothing is written before the recovery code was
 * typed back, so that closing the window at any point leaves nothing behind.
 */
export function SetupScreen({ port }: { readonly port: SetupPort }) {
  const { t } = useTranslation('setup');
  const failureText = useFailureText();
  const [step, setStep] = useState<Step>('facility');
  const [facility, setFacility] = useState<FacilityAnswers>({ facilityName: '', place: '' });
  const [name, setName] = useState('');
  const [typed, setTyped] = useState<TypedPassphrase>({ passphrase: '', repeated: '' });
  const [code, setCode] = useState('');
  const [tell, setTell] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [pending, setPending] = useState<PendingSetup>();
  const judge = useCallback(
    (passphrase: string) => port.judge(passphrase, [facility.facilityName, facility.place, name]),
    [port, facility, name],
  );
  const judgement = usePassphraseJudgement(typed.passphrase, judge);
  useDiscardOnLeave(pending);

  const go = (to: Step): void => {
    setTell(false);
    setFailure(undefined);
    setStep(to);
  };
  /** A changed answer makes another vault with another code. */
  const changed = (): void => {
    pending?.discard();
    setPending(undefined);
    setCode('');
  };
  const prepare = async (): Promise<void> => {
    if (pending) return go('sheet');
    setBusy(true);
    const result = await port.prepare({
      facilityName: facility.facilityName.trim(),
      place: facility.place.trim(),
      administratorName: name.trim(),
      passphrase: typed.passphrase,
    });
    setBusy(false);
    if (!result.ok) return setFailure(failureText(result.error));
    setPending(result.value);
    go('sheet');
  };
  const confirm = async (): Promise<void> => {
    if (!pending) return;
    setBusy(true);
    const result = await pending.confirm(code);
    setBusy(false);
    if (!result.ok) setFailure(failureText(result.error));
  };
  const common = { step: steps.indexOf(step) + 1, of: steps.length, busy };
  const nameMissing = tell && name.trim() === '';

  if (step === 'facility')
    return (
      <StepFrame
        key={step}
        {...common}
        title={t('facility.title')}
        text={t('facility.text')}
        nextLabel={t('next')}
        fieldHasFocus
        onNext={() => (facilityComplete(facility) ? go('administrator') : setTell(true))}
      >
        <FacilityFields
          answers={facility}
          tell={tell}
          onChange={(answers) => {
            setFacility(answers);
            changed();
          }}
        />
      </StepFrame>
    );
  if (step === 'administrator')
    return (
      <StepFrame
        key={step}
        {...common}
        title={t('administrator.title')}
        text={t('administrator.text')}
        nextLabel={busy ? t('administrator.busy') : t('next')}
        fieldHasFocus
        onBack={() => go('facility')}
        onNext={() => {
          setTell(true);
          if (name.trim() !== '' && isTakeable(typed, judgement)) void prepare();
        }}
      >
        <TextField
          label={t('administrator.name')}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            changed();
          }}
          error={nameMissing}
          helperText={
            nameMissing ? (
              <FieldError>{t('administrator.nameMissing')}</FieldError>
            ) : (
              t('administrator.nameHint')
            )
          }
          autoFocus
          autoComplete="off"
          slotProps={{ htmlInput: { maxLength: 120 } }}
        />
        <NewPassphrase
          typed={typed}
          judgement={judgement}
          tell={tell}
          onChange={(next) => {
            setTyped(next);
            changed();
          }}
        />
        {failure !== undefined && <FieldError>{failure}</FieldError>}
      </StepFrame>
    );
  if (step === 'sheet' && pending)
    return (
      <StepFrame
        key={step}
        {...common}
        title={t('sheet.title')}
        text={t('sheet.text')}
        nextLabel={t('sheet.next')}
        onBack={() => go('administrator')}
        onNext={() => go('confirm')}
      >
        <SheetStep
          recoveryCode={pending.recoveryCode}
          onSave={() => port.saveSheet(pending.recoveryCode, facility.facilityName.trim())}
          onPrint={() => port.printSheet(pending.recoveryCode, facility.facilityName.trim())}
        />
      </StepFrame>
    );
  return (
    <StepFrame
      key={step}
      {...common}
      title={t('confirm.title')}
      text={t('confirm.text')}
      nextLabel={busy ? t('confirm.busy') : t('confirm.next')}
      fieldHasFocus
      onBack={() => go('sheet')}
      onNext={() => void confirm()}
    >
      <RecoveryCodeField
        value={code}
        error={failure}
        onChange={(next) => {
          setCode(next);
          setFailure(undefined);
        }}
      />
    </StepFrame>
  );
}

/** Forgets the vault in memory when the screen goes away. */
function useDiscardOnLeave(pending: PendingSetup | undefined): void {
  const latest = useRef(pending);
  latest.current = pending;
  useEffect(() => () => latest.current?.discard(), []);
}
