import Button from '@mui/material/Button';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Without a sign of a person for this long the kiosk comes back by itself (milliseconds). */
const backAfterMs = 30_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** The way from the lock screen back to the running kiosk; whoever walks off leaves the kiosk behind, not a lock screen. */
export function WayBackToKiosk({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('app');
  const back = useRef(onBack);
  back.current = onBack;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => back.current(), backAfterMs);
    };
    wait();
    for (const sign of signs) window.addEventListener(sign, wait, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, wait, { capture: true });
    };
  }, []);
  return (
    <Button variant="outlined" fullWidth onClick={onBack} sx={{ mt: 2 }}>
      {t('kiosk.back')}
    </Button>
  );
}
