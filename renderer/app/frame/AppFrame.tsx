import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { SearchDialog } from '#renderer/features/search/SearchDialog.tsx';
import { useServices } from '#renderer/services/use-services.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { visibleAreas } from './areas.ts';
import { BackupBanner } from './BackupBanner.tsx';
import { Banners } from './Banners.tsx';
import { BegunBanner } from './BegunBanner.tsx';
import { KioskBanners } from './KioskBanners.tsx';
import { NavigationRail } from './NavigationRail.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { SyncBanner } from './SyncBanner.tsx';
import { TopBar } from './TopBar.tsx';
import { useGlobalKeys } from './use-global-keys.ts';

/** The frame around every screen: top bar, navigation rail, what nobody may miss, and the screen itself. */
export function AppFrame({ rebuiltRows }: { readonly rebuiltRows: number | null }) {
  const { commands, lock } = useServices();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [searching, setSearching] = useState(false);
  const [helping, setHelping] = useState(false);
  const main = useRef<HTMLElement>(null);
  useGlobalKeys({
    lock,
    search: () => setSearching(true),
    help: () => setHelping(true),
    area: (digit) => {
      const area = visibleAreas(commands.allows)[digit - 1];
      if (area) void navigate(area.path);
    },
  });
  return (
    <Box
      sx={{
        display: 'grid',
        height: '100dvh',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'auto minmax(0, 1fr)' },
        gridTemplateRows: { xs: 'auto minmax(0, 1fr) auto', md: 'auto minmax(0, 1fr)' },
        gridTemplateAreas: { xs: '"top" "screen" "rail"', md: '"top top" "rail screen"' },
      }}
    >
      <SkipLink onSkip={() => main.current?.focus()} />
      <TopBar onSearch={() => setSearching(true)} onHelp={() => setHelping(true)} />
      <NavigationRail />
      <Box
        component="main"
        ref={main}
        tabIndex={-1}
        // Positioned, so that what lies absolutely inside scrolls here and never makes the window itself scroll.
        sx={{ gridArea: 'screen', position: 'relative', overflow: 'auto', outline: 'none' }}
      >
        <BegunBanner />
        <Banners rebuiltRows={rebuiltRows} />
        <BackupBanner />
        <SyncBanner />
        <KioskBanners />
        <ErrorBoundary key={pathname}>
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </Box>
      <SearchDialog open={searching} onClose={() => setSearching(false)} onHelp={() => setHelping(true)} />
      <ShortcutHelp open={helping} onClose={() => setHelping(false)} />
    </Box>
  );
}

/** The first stop of the Tab key; seen only there. */
function SkipLink({ onSkip }: { readonly onSkip: () => void }) {
  const { t } = useTranslation('app');
  return (
    <Link
      component="button"
      type="button"
      onClick={onSkip}
      sx={{
        position: 'fixed',
        top: 8,
        insetInlineStart: 8,
        zIndex: 'tooltip',
        px: 2,
        py: 1,
        bgcolor: 'background.paper',
        border: 1,
        borderRadius: '6px',
        transform: 'translateY(-200%)',
        '&:focus': { transform: 'none' },
      }}
    >
      {t('skip')}
    </Link>
  );
}
