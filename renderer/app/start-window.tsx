import { createRoot } from 'react-dom/client';
import { setupI18n } from '#renderer/i18n/setup-i18n.ts';
import { CameraAccessContext } from '#renderer/ui/scanner/camera-access.ts';
import { App } from './App.tsx';
import { Boot, type BootDeps } from './boot/boot.ts';
import { cameraAccess } from './boot/host-ports.ts';
import { keepChoice, keptChoices } from './boot/kept-choices.ts';

/** Starts the window: texts, the boot made of `deps`, and what main asks of it. Answers once there is a first screen. */
export async function startWindow(
  deps: BootDeps,
  onLockRequested: (lock: () => void) => void,
): Promise<Boot> {
  const i18n = await setupI18n(keptChoices().language);
  document.documentElement.lang = i18n.language;
  i18n.on('languageChanged', (language) => {
    document.documentElement.lang = language;
    keepChoice('language', language);
  });
  const boot = new Boot(deps);
  onLockRequested(() => void boot.lock());
  const root = document.getElementById('root');
  if (root)
    createRoot(root).render(
      <CameraAccessContext value={cameraAccess}>
        <App boot={boot} />
      </CameraAccessContext>,
    );
  await boot.start();
  return boot;
}
