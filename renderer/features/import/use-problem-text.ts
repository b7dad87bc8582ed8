import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#renderer/services/use-services.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import type { EntryProblem } from '#shared/domain/roster/entries.ts';

/** The sentence about a problem; a person who has a number already is named. */
export function useProblemText(): (problem: EntryProblem) => string {
  const { t } = useTranslation('import');
  const { directory } = useServices();
  return useCallback(
    ({ code, values, personId }) => {
      const person = personId === undefined ? undefined : directory.get('participant', personId);
      if (code === 'likely-same' && !person) return t('problem.likely-row', { line: values.line });
      return t(`problem.${code}`, { ...values, name: person ? fullName(person) : values.name });
    },
    [t, directory],
  );
}
