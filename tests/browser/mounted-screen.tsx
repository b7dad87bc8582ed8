import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { PrintCentreProvider } from '#renderer/documents/desk/PrintCentreProvider.tsx';
import { setupI18n } from '#renderer/i18n/setup-i18n.ts';
import { AppServicesContext } from '#renderer/services/use-services.ts';
import { NoticeProvider } from '#renderer/ui/notice.tsx';
import { Themed } from '#renderer/ui/theme/Themed.tsx';
import { UndoProvider } from '#renderer/ui/undo.tsx';
import type { AppServices } from '#shared/ports/app-services.ts';
import '#renderer/ui/theme/fonts.css';

interface MountOptions {
  readonly services: AppServices;
  readonly address: string;
  /** Paths and what stands there; other addresses show nothing. */
  readonly routes: Readonly<Record<string, ReactNode>>;
  readonly language?: 'de' | 'en';
  readonly mode?: 'light' | 'dark';
}

/** Puts a screen into the page as the app does: theme, texts, services, notices, undo, print centre, router. Returns its undoing. */
export async function mountScreen(options: MountOptions): Promise<() => void> {
  await setupI18n(options.language ?? 'de');
  document.documentElement.lang = options.language ?? 'de';
  const host = document.body.appendChild(document.createElement('main'));
  const root = createRoot(host);
  root.render(
    <Themed mode={options.mode ?? 'light'}>
      <MemoryRouter initialEntries={[options.address]}>
        <AppServicesContext value={options.services}>
          <NoticeProvider>
            <UndoProvider>
              <PrintCentreProvider>
                <Routes>
                  {Object.entries(options.routes).map(([path, screen]) => (
                    <Route key={path} path={path} element={screen} />
                  ))}
                  <Route path="*" element={null} />
                </Routes>
                <Address />
              </PrintCentreProvider>
            </UndoProvider>
          </NoticeProvider>
        </AppServicesContext>
      </MemoryRouter>
    </Themed>,
  );
  return () => {
    root.unmount();
    host.remove();
  };
}

/** The address on `data-address` of the body, for tests to read. */
function Address() {
  const { pathname, search } = useLocation();
  document.body.dataset.address = pathname + search;
  return null;
}
