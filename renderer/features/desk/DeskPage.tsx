import Box from '@mui/material/Box';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useServices } from '#renderer/services/use-services.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { minuteOfDay } from '#shared/domain/calendar/dates.ts';
import { DeskMain } from './DeskMain.tsx';
import { DeskTools } from './DeskTools.tsx';
import type { Desk } from './desk-store.ts';
import { LogPanel } from './LogPanel.tsx';
import { SessionPanel } from './SessionPanel.tsx';
import { useDesk, useMinutes } from './use-desk.ts';
import { useDeskTexts } from './use-desk-texts.ts';

/** The session of the address, and how the sessions of this desk get into it. */
function useScope(desk: Desk) {
  const [search, setSearch] = useSearchParams();
  const only = search.get('session');
  useEffect(() => desk.setOnly(only), [desk, only]);
  const setLatest = useRef(setSearch);
  setLatest.current = setSearch;
  return useMemo(() => {
    const show = (id: string | null): void =>
      setLatest.current(id === null ? {} : { session: id }, { replace: true });
    return {
      toggle: (sessionId: string): void => {
        desk.toggle(sessionId);
        show(desk.current().scope.only);
      },
      all: (): void => {
        desk.chooseAll();
        show(null);
      },
    };
  }, [desk]);
}

/** `/check-in`: who comes, is checked in to the session that fits, by two letters and Enter or by a scan. */
export function DeskPage() {
  const { t } = useTranslation('desk');
  const { clock } = useServices();
  const { desk, shown } = useDesk();
  useMinutes(desk);
  const scope = useScope(desk);
  const texts = useDeskTexts(shown);
  const screen = useRef<HTMLDivElement>(null);
  const [filming, setFilming] = useState(false);
  const openCamera = useCallback(() => setFilming(true), []);
  const closeCamera = useCallback(() => setFilming(false), []);
  return (
    <Box ref={screen}>
      <Page title={t('title')} actions={<DeskTools {...{ desk, shown }} onCamera={openCamera} />}>
        <Box sx={layout}>
          <Box sx={{ gridArea: 'sessions', minHeight: 0 }}>
            <SessionPanel
              {...{ desk, shown, texts }}
              minute={minuteOfDay(clock.now())}
              onToggle={scope.toggle}
              onAll={scope.all}
            />
          </Box>
          <DeskMain {...{ desk, shown, texts, screen, filming }} onFilmed={closeCamera} />
          <Box sx={{ gridArea: 'log', minHeight: 0 }}>
            <LogPanel {...{ desk, shown, texts }} />
          </Box>
        </Box>
      </Page>
    </Box>
  );
}

/** Three columns without scrolling on a desk's screen; two where it is zoomed; below each other where it is narrow. */
const layout = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 300px', lg: '296px minmax(0, 1fr) 316px' },
  gridTemplateRows: { md: 'minmax(0, 1fr) minmax(0, 1fr)', lg: 'minmax(0, 1fr)' },
  gridTemplateAreas: {
    xs: '"field" "sessions" "log"',
    md: '"field sessions" "field log"',
    lg: '"sessions field log"',
  },
  // The window without the top bar, the heading and the margins.
  height: { md: 'max(420px, calc(100dvh - 164px))' },
} as const;
