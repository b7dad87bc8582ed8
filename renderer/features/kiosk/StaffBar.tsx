import LockOutlined from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useTranslation } from 'react-i18next';
import { clockTime } from '#shared/domain/calendar/dates.ts';

interface StaffBarProps {
  readonly facilityName: string;
  readonly minute: number;
  readonly onStaff: () => void;
}

/** Where this is, the time, and the staff's way out, in the language of the staff. */
export function StaffBar({ facilityName, minute, onStaff }: StaffBarProps) {
  const { t, i18n } = useTranslation('kiosk-start');
  return (
    <Box
      component="footer"
      lang={i18n.language}
      sx={{ display: 'flex', alignItems: 'center', gap: 3, px: { xs: 2, md: 4 }, color: 'text.secondary' }}
    >
      <Box component="bdi" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {facilityName}
      </Box>
      <Box component="bdi" dir="ltr" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {clockTime(minute)}
      </Box>
      <Box component="span" sx={{ flex: 1 }} />
      <ButtonBase
        dir="ltr"
        onClick={onStaff}
        sx={{
          font: 'inherit',
          minWidth: 64,
          minHeight: 64,
          px: 1.5,
          gap: 1,
          borderRadius: '8px',
          '&.Mui-focusVisible': { outline: '3px solid', outlineColor: 'primary.main', outlineOffset: '-3px' },
        }}
      >
        <LockOutlined aria-hidden fontSize="small" />
        {t('staff')}
      </ButtonBase>
    </Box>
  );
}
