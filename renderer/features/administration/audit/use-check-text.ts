import { useTranslation } from 'react-i18next';
import { useMomentText } from '#renderer/i18n/use-moment-text.ts';
import type { AuditCheck } from '#shared/ports/audit.ts';

/** What the check of the log came to, in one sentence. */
export function useCheckText(): (check: AuditCheck) => string {
  const { t } = useTranslation('audit');
  const momentText = useMomentText();
  return (check) => {
    if (check.state === 'waiting') return t('check.waiting');
    if (check.state === 'checking') return t('check.checking', { done: check.done, count: check.of });
    const { chains, faultCount } = check.finding;
    const at = momentText(check.at.getTime());
    if (faultCount > 0) return t('check.broken', { count: faultCount, at });
    return t('check.whole', { count: chains.reduce((sum, { entries }) => sum + entries, 0), at });
  };
}
