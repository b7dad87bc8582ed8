import { createRoot } from 'react-dom/client';
import { createMemoryRouter, Outlet, RouterProvider, useLocation } from 'react-router';
import { TemplatePage } from '#renderer/features/certificates/templates/TemplatePage.tsx';
import { TemplatesPage } from '#renderer/features/certificates/templates/TemplatesPage.tsx';
import { setupI18n } from '#renderer/i18n/setup-i18n.ts';
import { AppServicesContext } from '#renderer/services/use-services.ts';
import { NoticeProvider } from '#renderer/ui/notice.tsx';
import { Themed } from '#renderer/ui/theme/Themed.tsx';
import { UndoProvider } from '#renderer/ui/undo.tsx';
import type { AppServices } from '#shared/ports/app-services.ts';
import '#renderer/ui/theme/fonts.css';

/** The address on `data-address` of the body, for tests to read. */
function WithAddress() {
  const { pathname, search } = useLocation();
  document.body.dataset.address = pathname + search;
  return <Outlet />;
}

/** Puts the screens of templates into the page under a router that can be asked before leaving, as the app's. */
export async function mountTemplates(
  services: AppServices,
  address: string,
  { language = 'de', mode = 'light' }: { language?: 'de' | 'en'; mode?: 'light' | 'dark' } = {},
): Promise<() => void> {
  await setupI18n(language);
  document.documentElement.lang = language;
  const host = document.body.appendChild(document.createElement('main'));
  const root = createRoot(host);
  const children = [
    { path: '/certificates', element: null },
    { path: '/certificates/templates', element: <TemplatesPage /> },
    { path: '/certificates/templates/:id', element: <TemplatePage /> },
  ];
  const router = createMemoryRouter([{ element: <WithAddress />, children }], { initialEntries: [address] });
  root.render(
    <Themed mode={mode}>
      <AppServicesContext value={services}>
        <NoticeProvider>
          <UndoProvider>
            <RouterProvider router={router} />
          </UndoProvider>
        </NoticeProvider>
      </AppServicesContext>
    </Themed>,
  );
  return () => {
    root.unmount();
    router.dispose();
    host.remove();
  };
}
