import { page } from 'vitest/browser';
import { ErrorBoundary } from '#renderer/app/ErrorBoundary.tsx';
import { ImportPage } from '#renderer/features/import/ImportPage.tsx';
import { NewPersonPage } from '#renderer/features/people/NewPersonPage.tsx';
import { PeoplePage } from '#renderer/features/people/PeoplePage.tsx';
import { PersonPage } from '#renderer/features/people/PersonPage.tsx';
import type { AppServices } from '#shared/ports/app-services.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';

let unmount: (() => void) | undefined;

/** Where the router is. */
export const currentAddress = (): string => document.body.dataset.address ?? '';

interface Options {
  readonly mode?: 'light' | 'dark';
  readonly language?: 'de' | 'en';
}

/** Shows the screens of people and import at an address; what was shown before goes. */
export async function showScreen(
  services: AppServices,
  address: string,
  options: Options = {},
): Promise<void> {
  unmount?.();
  await page.viewport(1366, 768);
  unmount = await mountScreen({
    services,
    address,
    routes: {
      '/people': <PeoplePage />,
      '/people/new': <NewPersonPage />,
      '/people/import': <ImportPage />,
      '/people/:id': (
        <ErrorBoundary>
          <PersonPage />
        </ErrorBoundary>
      ),
    },
    ...options,
  });
}
