import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** A refusal or a failure: a code, and what fills its sentence. */
interface Failure {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Gives the sentence for a failure's code (`locales/*​/failures.json`); one without a sentence is named by its code. */
export function useFailureText(): (failure: Failure) => string {
  const { t, i18n } = useTranslation('failures');
  return useCallback(
    ({ code, values }) => {
      // Codes come from outside of the type system; whether there is a sentence is looked up, not assumed.
      if (i18n.exists(code, { ns: 'failures' }))
        return (t as (key: string, values?: object) => string)(code, values);
      return t('unknown', { code });
    },
    [t, i18n],
  );
}
