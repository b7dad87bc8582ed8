import { useTranslation } from 'react-i18next';
import { AnswerMark } from '#renderer/ui/AnswerMark.tsx';
import type { DueRow } from './due-rows.ts';

const answers = { due: 'yes', 'not-due': 'no', undecided: 'open' } as const;

function useReason({ result, percent }: DueRow, minimum: number): string {
  const { t } = useTranslation('certificates');
  if (result.due === 'due') return t('due.isDue');
  if (result.due === 'undecided') return t('due.undecided', { count: result.sums.notRecorded });
  return result.sums.offered === 0 ? t('due.nothingHeld') : t('due.notDue', { percent, minimum });
}

/** Whether a certificate is due, and why not. @param minimum percent that the offer asks for. */
export function DueMark({ row, minimum }: { readonly row: DueRow; readonly minimum: number }) {
  return <AnswerMark answer={answers[row.result.due]} label={useReason(row, minimum)} />;
}
