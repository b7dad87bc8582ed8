import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftProblem } from './template-draft.ts';

/** The sentence for what is wrong at a place. */
export function useProblemText(): (problem: DraftProblem | undefined) => string | undefined {
  const { t } = useTranslation('certificate-templates');
  return useCallback(
    (problem) => {
      if (problem === undefined) return undefined;
      if (problem.problem === 'tooLong') return t('errors.tooLong', { most: problem.most });
      if ('field' in problem) return t(`errors.${problem.problem}`, { field: inBraces(problem) });
      return t(`errors.${problem.problem}`);
    },
    [t],
  );
}

/** A field as it is written, but for one whose brace is missing. */
function inBraces({ problem, field }: { readonly problem: string; readonly field: string }): string {
  return problem === 'unclosed' ? field : `{${field}}`;
}
