import { useTranslation } from 'react-i18next';
import { useLanguageName } from './use-language-name.ts';

/** What staff call a language that papers are written in; one text serves readers of Farsi and of Dari. */
export function usePaperLanguageName(): (code: string) => string {
  const { t } = useTranslation('resident-papers');
  const name = useLanguageName();
  return (code) => (code === 'fa' ? t('farsiAndDari', { farsi: name('fa'), dari: name('prs') }) : name(code));
}
