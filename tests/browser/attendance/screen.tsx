import { PaperListPage } from '#renderer/features/attendance/paper/PaperListPage.tsx';
import { RollCallPage } from '#renderer/features/attendance/RollCallPage.tsx';
import { TodayPage } from '#renderer/features/today/TodayPage.tsx';
import type { AppServices } from '#shared/ports/app-services.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';

const routes = {
  '/': <TodayPage />,
  '/sessions/:id': <RollCallPage />,
  '/lists/:number': <PaperListPage />,
};

interface Look {
  readonly language?: 'de' | 'en';
  readonly mode?: 'light' | 'dark';
}

let unmount: () => void = () => undefined;

/** Takes the screen off the page. */
export function leave(): void {
  unmount();
  unmount = () => undefined;
}

/** Shows the screen of an address, in place of the one before. */
export async function open(services: AppServices, address: string, look: Look = {}): Promise<void> {
  leave();
  unmount = await mountScreen({ services, address, routes, ...look });
}

export const openSession = (services: AppServices, sessionId: string, look: Look = {}): Promise<void> =>
  open(services, `/sessions/${sessionId}`, look);

export const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role=row]')];
export const focusedRow = (): number => rows().indexOf(document.activeElement as HTMLElement);
export const states = (saving: string): number => document.querySelectorAll(`[data-saving=${saving}]`).length;
export const counts = (): string | null | undefined => document.querySelector('[data-counts]')?.textContent;

/** A key as a keyboard sends it; resolves once React has dealt with it (a microtask, as after a real key). */
export async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  const code = /^\d$/.test(key) ? `Digit${key}` : '';
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...more }));
  await Promise.resolve();
}
