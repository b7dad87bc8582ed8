import { useTranslation } from 'react-i18next';
import { PassphraseField } from './PassphraseField.tsx';
import type { PassphraseJudgement } from './passphrase-judgement.ts';
import { StrengthMeter } from './StrengthMeter.tsx';

export interface TypedPassphrase {
  readonly passphrase: string;
  readonly repeated: string;
}

interface NewPassphraseProps {
  readonly typed: TypedPassphrase;
  readonly onChange: (typed: TypedPassphrase) => void;
  readonly judgement: PassphraseJudgement | undefined;
  /** Whether what is wrong is said: from the first attempt to go on. */
  readonly tell: boolean;
}

/** Whether it can be taken: strong enough, and typed the same way twice. */
export function isTakeable(
  { passphrase, repeated }: TypedPassphrase,
  judgement: PassphraseJudgement | undefined,
): boolean {
  return passphrase !== '' && judgement?.acceptable === true && passphrase === repeated;
}

/** A new passphrase, typed twice, with its strength. */
export function NewPassphrase({ typed, onChange, judgement, tell }: NewPassphraseProps) {
  const { t } = useTranslation('common');
  const { passphrase, repeated } = typed;
  const tooWeak = judgement !== undefined && !judgement.acceptable;
  const problem = passphrase === '' ? t('passphrase.missing') : tooWeak ? t('passphrase.weak') : undefined;
  const typedThrough = tell || repeated.length >= passphrase.length;
  const different = passphrase !== '' && typedThrough && repeated !== passphrase;
  return (
    <>
      <PassphraseField
        isNew
        label={t('passphrase.new')}
        value={passphrase}
        onChange={(value) => onChange({ passphrase: value, repeated })}
        error={tell ? problem : undefined}
      />
      <StrengthMeter judgement={judgement} />
      <PassphraseField
        isNew
        label={t('passphrase.repeat')}
        value={repeated}
        onChange={(value) => onChange({ passphrase, repeated: value })}
        error={different ? t('passphrase.different') : undefined}
      />
    </>
  );
}
