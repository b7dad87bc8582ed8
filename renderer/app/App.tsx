import { useColorScheme } from '@mui/material/styles';
import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { JoinScreen } from '#renderer/features/setup/JoinScreen.tsx';
import { SetupScreen } from '#renderer/features/setup/SetupScreen.tsx';
import { LockScreen } from '#renderer/features/unlock/LockScreen.tsx';
import { RecoveryScreen } from '#renderer/features/unlock/RecoveryScreen.tsx';
import { warmUp } from '#renderer/i18n/warm-up.ts';
import { Themed } from '#renderer/ui/theme/Themed.tsx';
import type { Boot } from './boot/boot.ts';
import type { BootState } from './boot/boot-state.ts';
import { JoinInstead } from './boot/JoinInstead.tsx';
import { keepChoice, keptChoices } from './boot/kept-choices.ts';
import { RestoreFile } from './boot/RestoreFile.tsx';
import { setupPort } from './boot/setup-port.ts';
import { Threshold } from './boot/Threshold.tsx';
import { unlockPort } from './boot/unlock-port.ts';
import { Failed, FolderProblem, Opening, Starting } from './boot/Waiting.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { joinPort } from './joining/join-port.ts';
import { WayBackToKiosk } from './kiosk/WayBackToKiosk.tsx';

const loadOpenApp = () => import('./open/OpenApp.tsx');
const OpenApp = lazy(async () => ({ default: (await loadOpenApp()).OpenApp }));
const KioskScreen = lazy(async () => ({
  default: (await import('#renderer/features/kiosk/KioskScreen.tsx')).KioskScreen,
}));

/** Failures that a snapshot mends: what is on the disk can't be opened by any passphrase. */
const replaceable: ReadonlySet<string> = new Set(['header.damaged', 'journal.damaged', 'journal.behind']);

/** The whole window: the theme, and what the boot's state asks for. */
export function App({ boot }: { readonly boot: Boot }) {
  const state = useSyncExternalStore(boot.subscribe, boot.current);
  const { i18n } = useTranslation();
  const waitsForPerson = ['locked', 'set-up', 'needs-recovery'].includes(state.phase);
  useEffect(() => {
    // While someone types, so that the start is not held up and nothing is left to load after it.
    if (!waitsForPerson) return;
    void Promise.all([loadOpenApp(), import('#renderer/data/open-data.ts')]).then(() =>
      requestIdleCallback(() => warmUp(i18n)),
    );
  }, [waitsForPerson, i18n]);
  return (
    <Themed mode={keptChoices().scheme}>
      <KeepScheme />
      <ErrorBoundary>
        {state.phase === 'open' ? (
          <Suspense fallback={null}>
            <OpenApp services={state.services} rebuiltRows={state.rebuiltRows} />
          </Suspense>
        ) : state.phase === 'kiosk' ? (
          <Suspense fallback={null}>
            <KioskScreen port={state.port} onStaff={() => void boot.showLockScreen()} />
          </Suspense>
        ) : (
          <Threshold>
            <BeforeOpen boot={boot} state={state} />
            {boot.kioskRuns && waitsForPerson && <WayBackToKiosk onBack={boot.showKiosk} />}
          </Threshold>
        )}
      </ErrorBoundary>
    </Themed>
  );
}

function BeforeOpen({
  boot,
  state,
}: {
  readonly boot: Boot;
  readonly state: Exclude<BootState, { readonly phase: 'open' | 'kiosk' }>;
}) {
  const setup = useMemo(() => setupPort(boot), [boot]);
  const unlock = useMemo(() => unlockPort(boot), [boot]);
  const join = useMemo(() => joinPort(boot.joinDeps()), [boot]);
  const [recovering, setRecovering] = useState(false);
  const [joining, setJoining] = useState(false);
  const again = (): void => {
    setRecovering(false);
    void boot.showLockScreen();
  };
  switch (state.phase) {
    case 'starting':
      return <Starting />;
    case 'folder-problem':
      return <FolderProblem state={state} />;
    case 'failed':
      return (
        <>
          <Failed state={state} onRetry={() => void boot.start()} />
          {replaceable.has(state.code) && <RestoreFile onRestore={boot.restoreFile} fresh={false} />}
        </>
      );
    case 'opening':
      return <Opening state={state} />;
    case 'set-up':
      return joining ? (
        <JoinScreen port={join} onLeave={() => setJoining(false)} />
      ) : (
        <>
          <SetupScreen port={setup} />
          <JoinInstead onJoin={() => setJoining(true)} />
          <RestoreFile onRestore={boot.restoreFile} fresh />
        </>
      );
    case 'needs-recovery':
      return <RecoveryScreen port={unlock} secretMissing onRestored={again} />;
    case 'locked':
      return recovering ? (
        <RecoveryScreen
          port={unlock}
          secretMissing={false}
          onBack={() => setRecovering(false)}
          onRestored={again}
        />
      ) : (
        <LockScreen
          {...state}
          lastAccountId={keptChoices().account}
          port={unlock}
          onRecover={() => setRecovering(true)}
        />
      );
  }
}

/** A chosen colour scheme outlives the next lock. */
function KeepScheme() {
  const { mode } = useColorScheme();
  useEffect(() => {
    if (mode && mode !== keptChoices().scheme) keepChoice('scheme', mode);
  }, [mode]);
  return null;
}
