import { useEffect, useState } from 'react';

/** How well a passphrase withstands guessing. */
export interface PassphraseJudgement {
  /** 0 (guessed at once) to 4. */
  readonly score: 0 | 1 | 2 | 3 | 4;
  readonly acceptable: boolean;
  /** Key of what is weak; `null` if nothing stands out. */
  readonly warningKey: string | null;
}
type JudgePassphrase = (passphrase: string) => Promise<PassphraseJudgement>;

/** The judgement of what is typed at the moment; `undefined` while nothing is typed or it is being judged first. */
export function usePassphraseJudgement(
  passphrase: string,
  judge: JudgePassphrase,
): PassphraseJudgement | undefined {
  const [judged, setJudged] = useState<PassphraseJudgement>();
  useEffect(() => {
    let current = true;
    if (passphrase === '') setJudged(undefined);
    else
      void judge(passphrase).then((judgement) => {
        if (current) setJudged(judgement);
      });
    return () => {
      current = false;
    };
  }, [passphrase, judge]);
  return judged;
}
