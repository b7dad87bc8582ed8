import { useTranslation } from 'react-i18next';

/** Under so much no one looks at a clock: a second, most of which is the way to the server. */
const unnoticedMs = 2_000;
const minuteMs = 60_000;

/** How far the server's clock is from this computer's, in words. */
export function useClockText(): (aheadMs: number) => string {
  const { t } = useTranslation('sync');
  return (aheadMs) => {
    const apart = Math.abs(aheadMs);
    if (apart < unnoticedMs) return t('clock.same');
    // The server's clock is the right one of the two.
    const which = aheadMs > 0 ? 'behind' : 'ahead';
    if (apart < 2 * minuteMs) return t(`clock.${which}.seconds`, { count: Math.round(apart / 1000) });
    if (apart < 120 * minuteMs) return t(`clock.${which}.minutes`, { count: Math.round(apart / minuteMs) });
    const hours = Math.round(apart / (60 * minuteMs));
    return hours < 48
      ? t(`clock.${which}.hours`, { count: hours })
      : t(`clock.${which}.days`, { count: Math.round(hours / 24) });
  };
}
