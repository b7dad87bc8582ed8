import { AnswerMark } from '#renderer/ui/AnswerMark.tsx';
import type { UnitSums } from '#shared/domain/attendance/ledger.ts';
import type { DueVerdict } from '#shared/domain/certificates/due.ts';
import { useDueText } from './use-due-text.ts';

const answers = { due: 'yes', 'not-due': 'no', undecided: 'open' } as const;

interface DueMarkProps {
  readonly facts: { readonly sums: UnitSums; readonly verdict: DueVerdict; readonly percent: number };
  /** Percent that the offer asks for. */
  readonly minimum: number;
}

/** Whether a certificate is due, and why or why not. */
export function DueMark({ facts, minimum }: DueMarkProps) {
  const text = useDueText();
  return <AnswerMark answer={answers[facts.verdict.due]} label={text(facts, minimum)} />;
}
