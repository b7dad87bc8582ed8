import axe from 'axe-core';
import { page } from 'vitest/browser';
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
      '/people/:id': <PersonPage />,
    },
    ...options,
  });
}

/** What axe-core finds wrong on the page, in short. */
export async function violations(): Promise<string[]> {
  const { violations: found } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
}
