import { page } from 'vitest/browser';
import { AfterSyncPage } from '#renderer/features/after-sync/AfterSyncPage.tsx';
import { RollCallPage } from '#renderer/features/attendance/RollCallPage.tsx';
import { CertificatePage } from '#renderer/features/certificates/CertificatePage.tsx';
import { GroupPage } from '#renderer/features/courses/GroupPage.tsx';
import { OfferPage } from '#renderer/features/courses/OfferPage.tsx';
import { PersonPage } from '#renderer/features/people/PersonPage.tsx';
import { TodayPage } from '#renderer/features/today/TodayPage.tsx';
import type { Overwritten, ReadableKind } from '#shared/ports/record-reader.ts';
import { formatStamp } from '#shared/sync/stamp.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import type { memoryServices } from '#tests/memory/memory-services.ts';

type Services = ReturnType<typeof memoryServices>;

const routes = {
  '/': <TodayPage />,
  '/after-sync': <AfterSyncPage />,
  '/people/:id': <PersonPage />,
  '/courses/groups/:id': <GroupPage />,
  '/courses/offers/:id': <OfferPage />,
  '/sessions/:id': <RollCallPage />,
  '/certificates/:id': <CertificatePage />,
};

export const otherDesk = 'fedcba9876543210';

let unmount: () => void = () => undefined;

interface Options {
  readonly language?: 'de' | 'en';
  readonly mode?: 'light' | 'dark';
}

/** Opens a screen at 1366×768, in place of the one before. */
export async function open(services: Services, address: string, options: Options = {}): Promise<void> {
  unmount();
  await page.viewport(1366, 768);
  unmount = await mountScreen({ services, address, routes, ...options });
}

/** Takes the screen away; after each test. */
export function close(): void {
  unmount();
  unmount = () => undefined;
}

export const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** Leaves an edit of the other desk, written at 8:02 and overwritten unseen. */
export function overwrite(
  services: Services,
  kind: ReadableKind,
  id: string,
  field: string,
  value: unknown,
  workstationId = otherDesk,
): void {
  const at = new Date(2026, 10, 23, 8, 2).getTime();
  const key = `${kind} ${id}`;
  const before = services.edits.get(key) ?? [];
  const stamp = formatStamp({ time: at, counter: before.length, workstationId });
  const edit: Overwritten = { field, stamp, value, at, workstationId };
  services.edits.set(key, [...before, edit]);
  const others = services.sync.overwritten().filter((one) => one.kind !== kind || one.id !== id);
  services.sync.set({ overwritten: [...others, { kind, id }] });
}
