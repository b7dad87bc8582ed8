import Box from '@mui/material/Box';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useScanner } from '#renderer/ui/scanner/use-scanner.ts';
import { Directed } from '#renderer/ui/theme/Directed.tsx';
import { playTone } from '#renderer/ui/tones.ts';
import { useFocusOnStep } from '#renderer/ui/use-focus-on-step.ts';
import { parseBadgeNumber } from '#shared/domain/badges/badge-number.ts';
import { minuteOfDay } from '#shared/domain/calendar/dates.ts';
import { soonSessions } from '#shared/domain/kiosk/kiosk-choice.ts';
import type { KioskPort } from '#shared/ports/kiosk.ts';
import { ChooseView } from './ChooseView.tsx';
import { createKioskFlow, type KioskFlow, type KioskState } from './kiosk-flow.ts';
import { ClosedView, DeskOutcome, PersonOutcome, WaitView } from './OutcomeView.tsx';
import { RestView } from './RestView.tsx';
import { StaffBar } from './StaffBar.tsx';
import { SpokenLanguage, spokenIn } from './spoken.ts';
import { ToldAloud } from './ToldAloud.tsx';

/** Nobody types here, so that slow scanners can be waited for. */
const scannerOptions = { maxGapMs: 120, isCode: (text: string) => parseBadgeNumber(text) !== undefined };
const tick = 10_000;

/** The time of day, kept up. */
function useNow({ clock }: KioskPort): { readonly minute: number; readonly today: string } {
  const [now, setNow] = useState(() => ({ minute: minuteOfDay(clock.now()), today: clock.today() }));
  useEffect(() => {
    const timer = setInterval(() => setNow({ minute: minuteOfDay(clock.now()), today: clock.today() }), tick);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}

interface KioskScreenProps {
  readonly port: KioskPort;
  /** Someone wants to go to the staff's screens; what that takes is not the kiosk's to say. */
  readonly onStaff: () => void;
}

/** Self check-in in the hallway: hold the badge before the scanner, see the tick. */
export function KioskScreen({ port, onStaff }: KioskScreenProps) {
  const [flow] = useState(() => createKioskFlow(port, playTone));
  const state = useSyncExternalStore(flow.subscribe, flow.current);
  const now = useNow(port);
  const closed = now.today !== port.day.date;
  useEffect(() => flow.dispose, [flow]);
  useScanner((scan) => flow.scan(scan.kind === 'code' ? scan.text : undefined), scannerOptions);
  const content = useFocusOnStep(state.view.kind);
  const { attributes } = spokenIn(state.language);
  return (
    <Directed direction={attributes.dir}>
      <SpokenLanguage value={state.language}>
        <Box
          {...attributes}
          onKeyDown={flow.stay}
          onPointerDown={flow.stay}
          onContextMenu={(event) => event.preventDefault()}
          sx={{
            minHeight: '100dvh',
            display: 'flex',
            flexDirection: 'column',
            bgcolor: grounds[state.view.kind],
            userSelect: 'none',
            touchAction: 'manipulation',
            // Pictograms carry the message; their own colours may vanish on a forced ground.
            '@media (forced-colors: active)': { '& svg': { color: 'CanvasText !important' } },
          }}
        >
          <Box
            component="main"
            ref={content}
            tabIndex={-1}
            sx={{
              flex: 1,
              display: 'flex',
              flexDirection: 'column',
              px: { xs: 2, md: 4 },
              pt: 3,
              // It takes the focus so that Tab goes on from here; there is nothing to press.
              '&&:focus-visible': { outline: '0 !important' },
            }}
          >
            {closed && state.view.kind === 'rest' ? (
              <ClosedView />
            ) : (
              <View port={port} flow={flow} state={state} minute={now.minute} />
            )}
          </Box>
          <StaffBar facilityName={port.day.facilityName} minute={now.minute} onStaff={onStaff} />
          <ToldAloud view={state.view} closed={closed} />
        </Box>
      </SpokenLanguage>
    </Directed>
  );
}

/** A tick can be seen from the end of the queue; it is never told by the colour alone. */
const grounds = {
  ...{ rest: 'background.default', wait: 'background.default', choose: 'background.default' },
  ...{ done: 'status.present.tint', again: 'status.present.tint', later: 'status.late.tint' },
  ...{ unknown: 'status.absent.tint', nothing: 'status.absent.tint', failed: 'status.absent.tint' },
} as const satisfies Record<KioskState['view']['kind'], string>;

interface ViewProps {
  readonly port: KioskPort;
  readonly flow: KioskFlow;
  readonly state: KioskState;
  readonly minute: number;
}

function View({ port, flow, state: { view, language, own }, minute }: ViewProps) {
  switch (view.kind) {
    case 'rest':
      return <RestView sessions={soonSessions(port.day, minute)} language={language} onSpeak={flow.speak} />;
    case 'wait':
      return <WaitView />;
    case 'choose':
      return (
        <ChooseView {...view} firstName={view.guest.firstName} onChoose={flow.choose} onBack={flow.rest} />
      );
    case 'done':
    case 'again':
    case 'later':
      return <PersonOutcome view={view} />;
    default:
      return <DeskOutcome kind={view.kind} own={own} />;
  }
}
