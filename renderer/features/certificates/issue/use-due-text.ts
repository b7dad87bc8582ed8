import { useTranslation } from 'react-i18next';
import type { UnitSums } from '#shared/domain/attendance/ledger.ts';
import type { DueVerdict } from '#shared/domain/certificates/due.ts';

interface DueFacts {
  readonly sums: UnitSums;
  readonly verdict: DueVerdict;
  readonly percent: number;
}

/** Says why a certificate is due or is not. `minimum`: percent that the offer asks for. */
export function useDueText(): (facts: DueFacts, minimum: number) => string {
  const { t } = useTranslation('certificates');
  return ({ sums, verdict: { reason, decision }, percent }, minimum) => {
    switch (reason) {
      case 'enough':
        return t('due.isDue');
      case 'granted':
        return t('due.granted', { reason: decision?.reason });
      case 'withheld':
        return t('due.withheld', { reason: decision?.reason });
      case 'open':
        return t('due.undecided', { count: sums.notRecorded });
      case 'nothing-offered':
        return t('due.nothingHeld');
      case 'too-little':
        return t('due.notDue', { percent, minimum });
    }
  };
}
