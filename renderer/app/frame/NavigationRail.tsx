import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { Shortcut } from '#renderer/ui/Shortcut.tsx';
import { type Area, isIn, visibleAreas } from './areas.ts';

/** Few words, each with an icon; at the side, and along the lower edge where the window is narrow or zoomed. */
export function NavigationRail() {
  const { t } = useTranslation('app');
  const { commands } = useServices();
  return (
    <Box
      component="nav"
      aria-label={t('navigation.label')}
      sx={{
        gridArea: 'rail',
        display: 'flex',
        flexDirection: { xs: 'row', md: 'column' },
        justifyContent: { xs: 'space-around', md: 'flex-start' },
        gap: 0.5,
        p: 1,
        borderStyle: 'solid',
        borderWidth: { xs: '1px 0 0', md: '0 1px 0 0' },
        borderColor: 'line.soft',
        bgcolor: 'background.paper',
        overflow: 'auto',
      }}
    >
      {visibleAreas(commands.allows).map((area, index) => (
        <RailLink key={area.name} area={area} digit={index + 1} />
      ))}
    </Box>
  );
}

function RailLink({ area, digit }: { readonly area: Area; readonly digit: number }) {
  const { t } = useTranslation('app');
  const { t: common } = useTranslation('common');
  const { pathname } = useLocation();
  const here = isIn(area, pathname);
  const label = t(`navigation.${area.name}`);
  return (
    <Shortcut keys={common('keys.alt', { key: digit })} placement="right">
      <ButtonBase
        component={Link}
        to={area.path}
        aria-current={here ? 'page' : undefined}
        sx={{
          flexDirection: 'column',
          gap: 0.5,
          width: { xs: 'auto', md: 120 },
          minWidth: 64,
          minHeight: 60,
          px: 0.5,
          borderRadius: '8px',
          color: here ? 'status.present.text' : 'text.secondary',
          bgcolor: here ? 'status.present.tint' : 'transparent',
          fontSize: '0.8125rem',
          fontWeight: here ? 600 : 400,
          '&:hover': {
            bgcolor: here ? 'status.present.tint' : 'action.hover',
            color: here ? undefined : 'text.primary',
          },
        }}
      >
        <area.Icon aria-hidden />
        {label}
      </ButtonBase>
    </Shortcut>
  );
}
