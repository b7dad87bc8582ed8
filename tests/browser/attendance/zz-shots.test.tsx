import { it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { RollCallPage } from '#renderer/features/attendance/RollCallPage.tsx';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { gated, rollCallOf } from './roll-call-cases.ts';

it.each([
  ['de', 'light', 1366, 768],
  ['en', 'dark', 1366, 768],
  ['de', 'light', 1920, 1080],
  ['de', 'light', 683, 384],
  ['de', 'light', 1280, 720],
] as const)('%s %s %i', async (language, mode, w, h) => {
  await page.viewport(w, h);
  const { services, sessionId } = await rollCallOf(20);
  const gate = gated(services);
  gate.refuse(({ marks }) => (marks[0]?.mark === 'absent' ? { code: 'disk.full' } : undefined));
  const un = await mountScreen({
    services: gate.services,
    address: `/sessions/${sessionId}`,
    routes: { '/sessions/:id': <RollCallPage /> },
    language,
    mode,
  });
  await new Promise((r) => setTimeout(r, 600));
  await userEvent.keyboard('1452{Enter}3{Enter}1');
  gate.close();
  await userEvent.keyboard('12');
  await new Promise((r) => setTimeout(r, 300));
  await page.screenshot({ path: `/work/main/node_modules/.shots/roll-${language}-${mode}-${w}.png` });
  un();
});
