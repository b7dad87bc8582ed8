import { it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { memoryServices } from '#tests/memory/memory-services.ts';
import { rollCallOf } from '#tests/browser/attendance/roll-call-cases.ts';
import { courseRoutes, picture } from './courses-cases.tsx';

const wait = (ms: number) => new Promise((r) => setTimeout(r, ms));
const shot = async (name: string) => { await wait(500); await page.screenshot({ path: `/work/main/node_modules/.shots/c-${name}.png` }); };

it('shots', async () => {
  await page.viewport(1366, 768);
  let un = await mountScreen({ services: memoryServices(), address: '/courses', routes: courseRoutes });
  await shot('empty'); un();
  un = await mountScreen({ services: memoryServices(), address: '/courses/partners/new', routes: courseRoutes });
  await wait(300);
  await userEvent.upload(page.getByLabelText('Bild auswählen').first(), await picture(240, 80, 'image/png'));
  await userEvent.keyboard('{Enter}');
  await shot('partner'); un();
  un = await mountScreen({ services: memoryServices(), address: '/courses/offers/new', routes: courseRoutes, language: 'en', mode: 'dark' });
  await wait(300); await userEvent.keyboard('{Enter}');
  await shot('offer'); un();
  const { services, groupId, sessionId, people } = await rollCallOf(14);
  await services.commands.execute('attendance.record', { sessionId, marks: people.slice(0, 5).map((participantId, i) => ({ participantId, mark: i === 2 ? 'late' as const : 'present' as const, minutes: i === 2 ? 20 : null })) });
  const places = await services.records.where('enrolment', 'groupId', groupId);
  await services.commands.execute('enrolment.end', { id: places[3]?.id ?? '', endedOn: '2026-11-20', reason: 'transferred' });
  await services.commands.execute('session.plan', { groupId, date: '2026-11-30', startsAt: 540, endsAt: 630, room: 'R 12' });
  await services.commands.execute('session.plan', { groupId, date: '2026-11-16', startsAt: 540, endsAt: 630, room: 'R 12' });
  for (const [name, lang, mode, w, h] of [['group', 'de', 'light', 1366, 768], ['group-d', 'en', 'dark', 1366, 768], ['group-l', 'de', 'light', 1920, 1080], ['group-z', 'de', 'light', 683, 900]] as const) {
    await page.viewport(w, h);
    un = await mountScreen({ services, address: `/courses/groups/${groupId}`, routes: courseRoutes, language: lang, mode });
    await shot(name);
    if (name === 'group') {
      await page.getByRole('combobox').click(); await userEvent.keyboard('ha'); await shot('search');
      await userEvent.keyboard('{Escape}{Escape}');
      await page.getByRole('button', { name: 'Termin planen' }).click(); await shot('plan');
      await page.getByRole('button', { name: 'Aus Liste' }).click(); await shot('choose'); await userEvent.keyboard('{Escape}');
      await wait(300);
      await page.getByRole('checkbox').first().click(); await page.getByRole('button', { name: /beenden/ }).click(); await shot('end'); await userEvent.keyboard('{Escape}'); await wait(300);
      await page.getByRole('button', { name: 'Gruppe bearbeiten' }).click(); await shot('edit'); await userEvent.keyboard('{Escape}');
    }
    un();
  }
  await page.viewport(1366, 768);
  un = await mountScreen({ services, address: '/courses', routes: courseRoutes });
  await shot('groups'); un();
  un = await mountScreen({ services, address: '/courses?tab=offers', routes: courseRoutes, language: 'en', mode: 'dark' });
  await shot('offers'); un();
}, 120000);
