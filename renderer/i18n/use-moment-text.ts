import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Day and time of a moment (milliseconds since 1970), as the language writes them. */
export function useMomentText(): (moment: number) => string {
  const { i18n } = useTranslation();
  return useCallback(
    (moment) =>
      new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, {
        dateStyle: 'medium',
        timeStyle: 'short',
      }).format(moment),
    [i18n.language],
  );
}
