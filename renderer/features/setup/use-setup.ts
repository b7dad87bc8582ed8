import { useCallback, useEffect, useRef, useState } from 'react';
import { useFailureText } from '#renderer/i18n/use-failure-text.ts';
import { isTakeable, type TypedPassphrase } from '#renderer/ui/NewPassphrase.tsx';
import { type PassphraseJudgement, usePassphraseJudgement } from '#renderer/ui/passphrase-judgement.ts';
import { type FacilityAnswers, facilityComplete } from './FacilityFields.tsx';
import type { PendingSetup, SetupPort } from './setup-port.ts';

export const steps = ['facility', 'administrator', 'sheet', 'confirm'] as const;
type Step = (typeof steps)[number];

interface Answers {
  readonly facility: FacilityAnswers;
  readonly name: string;
  readonly typed: TypedPassphrase;
}

export interface Setup {
  readonly step: Step;
  readonly answers: Answers;
  readonly answer: (change: Partial<Answers>) => void;
  readonly code: string;
  readonly setCode: (typed: string) => void;
  readonly judgement: PassphraseJudgement | undefined;
  readonly pending: PendingSetup | undefined;
  readonly busy: boolean;
  /** Whether what is missing is said: from the first attempt to go on. */
  readonly tell: boolean;
  readonly failure: string | undefined;
  readonly next: () => void;
  readonly back: () => void;
}

/** The state of the set-up: where one is, what was typed, and the vault that waits for its code. */
export function useSetup(port: SetupPort): Setup {
  const failureText = useFailureText();
  const [step, setStep] = useState<Step>('facility');
  const [answers, setAnswers] = useState<Answers>({
    facility: { facilityName: '', place: '' },
    name: '',
    typed: { passphrase: '', repeated: '' },
  });
  const [code, setCode] = useState('');
  const [tell, setTell] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [pending, setPending] = useState<PendingSetup>();
  const { facility, name, typed } = answers;
  const { facilityName, place } = facility;
  const judge = useCallback(
    (passphrase: string) => port.judge(passphrase, [facilityName, place, name]),
    [port, facilityName, place, name],
  );
  const judgement = usePassphraseJudgement(typed.passphrase, judge);
  useDiscardOnLeave(pending);

  const go = (to: Step): void => {
    setTell(false);
    setFailure(undefined);
    setStep(to);
  };
  const during = async <T>(work: () => Promise<T>): Promise<T> => {
    setBusy(true);
    try {
      return await work();
    } finally {
      setBusy(false);
    }
  };
  const prepare = async (): Promise<void> => {
    if (pending) return go('sheet');
    const made = await during(() =>
      port.prepare({
        facilityName: facilityName.trim(),
        place: place.trim(),
        administratorName: name.trim(),
        passphrase: typed.passphrase,
      }),
    );
    if (!made.ok) return setFailure(failureText(made.error));
    setPending(made.value);
    go('sheet');
  };
  const leaveAdministrator = async (): Promise<void> => {
    setTell(true);
    // Someone may be faster than the word lists that are loaded with the first letter.
    const judged =
      judgement ?? (typed.passphrase === '' ? undefined : await during(() => judge(typed.passphrase)));
    if (name.trim() !== '' && isTakeable(typed, judged)) await prepare();
  };
  const confirm = async (): Promise<void> => {
    if (!pending) return;
    const confirmed = await during(() => pending.confirm(code));
    if (!confirmed.ok) setFailure(failureText(confirmed.error));
  };
  const leave: Readonly<Record<Step, () => void>> = {
    facility: () => (facilityComplete(facility) ? go('administrator') : setTell(true)),
    administrator: () => void leaveAdministrator(),
    sheet: () => go('confirm'),
    confirm: () => void confirm(),
  };
  return {
    ...{ step, answers, code, judgement, pending, busy, tell, failure },
    next: leave[step],
    back: () => {
      if (!busy) go(steps[Math.max(0, steps.indexOf(step) - 1)] ?? 'facility');
    },
    answer: (change) => {
      // The vault that is being made has the answers it was asked for with.
      if (busy) return;
      setAnswers({ ...answers, ...change });
      // A changed answer makes another vault with another code.
      pending?.discard();
      setPending(undefined);
      setCode('');
    },
    setCode: (next) => {
      setCode(next);
      setFailure(undefined);
    },
  };
}

/** Forgets the vault in memory when the screen goes away. */
function useDiscardOnLeave(pending: PendingSetup | undefined): void {
  const latest = useRef(pending);
  latest.current = pending;
  useEffect(() => () => latest.current?.discard(), []);
}
