import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKioskInbox } from '#renderer/services/use-services.ts';
import { useNotice } from '#renderer/ui/notice.tsx';
import { edge } from './Banners.tsx';
import { KioskDialog } from './KioskDialog.tsx';

/** What became of the self check-ins: says how many were taken over, and keeps those in sight that were not. */
export function KioskBanners() {
  const { t } = useTranslation('app');
  const say = useNotice();
  const { taken, refused, putAside, damaged } = useKioskInbox();
  const [looking, setLooking] = useState(false);
  useEffect(() => {
    if (taken > 0) say(t('kiosk.taken', { count: taken }));
  }, [taken, say, t]);
  return (
    <>
      {damaged && (
        <Alert severity="warning" sx={edge}>
          {t('kiosk.damaged')}
        </Alert>
      )}
      {putAside > 0 && (
        <Alert severity="warning" sx={edge}>
          {t('kiosk.putAside', { count: putAside })}
        </Alert>
      )}
      {refused.length > 0 && (
        <Alert
          severity="warning"
          sx={edge}
          action={
            <Button color="inherit" size="small" onClick={() => setLooking(true)}>
              {t('kiosk.look')}
            </Button>
          }
        >
          {t('kiosk.refused', { count: refused.length })}
        </Alert>
      )}
      <KioskDialog open={looking && refused.length > 0} onClose={() => setLooking(false)} />
    </>
  );
}
