import { page } from 'vitest/browser';
import type { AppServices } from '#shared/ports/app-services.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { courseRoutes } from './courses-cases.tsx';

let unmount: () => void = () => undefined;

interface Options {
  readonly language?: 'de' | 'en';
  readonly mode?: 'light' | 'dark';
}

/** Opens a screen of the courses at 1366×768, in place of the one before. */
export async function open(services: AppServices, address: string, options: Options = {}): Promise<void> {
  unmount();
  await page.viewport(1366, 768);
  unmount = await mountScreen({ services, address, routes: courseRoutes, ...options });
}

/** Takes the screen away; after each test. */
export function close(): void {
  unmount();
  unmount = () => undefined;
}

export const address = (): string | undefined => document.body.dataset.address;
export const field = (name: string | RegExp) => page.getByRole('textbox', { name });
export const button = (name: string) => page.getByRole('button', { name, exact: true });
export const link = (name: string) => page.getByRole('link', { name, exact: true });
/** What stands in the form's box beside the fields. */
export const preview = () => page.getByRole('region', { name: /^(Das wird geplant|What will be planned)$/ });
