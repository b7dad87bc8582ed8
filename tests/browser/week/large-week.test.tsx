import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { WeekPage } from '#renderer/features/week/WeekPage.tsx';
import { addDays, weekdayOf } from '#shared/domain/calendar/dates.ts';
import type {
  CourseGroupEntry,
  EnrolmentEntry,
  PersonEntry,
  SessionEntry,
} from '#shared/domain/directory.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { madeGroup, madeOffer } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

/** A full site after five years: 10,000 people, 400 groups of 25, 25,000 sessions, of which 96 lie in each week. */
function largeSite(): AppServices {
  const services = memoryServices();
  const people = Array.from({ length: 10_000 }, (_, at) => ({
    ...{ id: `p${at}`, given: 'Amina', family: `Haddad ${at}`, spellings: [], original: null, number: null },
    ...{ birth: { kind: 'unknown' }, languages: [], room: null, departedOn: null },
  })) as unknown as PersonEntry[];
  const offers = [{ id: 'offer', ...madeOffer() }];
  const groups: CourseGroupEntry[] = Array.from({ length: 400 }, (_, at) => ({
    id: `g${at}`,
    ...madeGroup('offer', {
      ...{ name: `Deutsch A1, Gruppe ${at}`, room: `R ${at % 20}`, lead: `Leitung ${at % 16}` },
      ...{ startsOn: '2022-01-03', endsOn: '2026-12-18' },
    }),
  }));
  const places: EnrolmentEntry[] = Array.from({ length: 400 * 25 }, (_, at) => ({
    ...{ id: `e${at}`, groupId: `g${Math.floor(at / 25)}`, participantId: `p${(at * 7) % 10_000}` },
    ...{ enrolledOn: '2022-01-03', endedOn: null, endReason: null, waitingSince: null },
  }));
  const sessions = new Map<string, SessionEntry[]>();
  let made = 0;
  for (let day = '2022-01-03'; made < 25_000; day = addDays(day, 1)) {
    if (weekdayOf(day) > 5) continue;
    for (let at = 0; at < 19.2 && made < 25_000; at += 1, made += 1) {
      const group = groups[made % 400];
      const month = sessions.get(day.slice(0, 7)) ?? [];
      sessions.set(day.slice(0, 7), month);
      month.push({
        ...{ id: `s${made}`, groupId: group?.id ?? '', date: day, startsAt: 480 + (at % 4) * 120 },
        ...{ endsAt: 585 + (at % 4) * 120, breaks: [], room: group?.room ?? null, lead: null },
        ...{ moduleId: null, cancelled: false, moved: false },
      });
    }
  }
  const lists = { participant: people, offer: offers, courseGroup: groups, enrolment: places } as const;
  const byId = new Map(
    Object.entries(lists).map(([kind, list]) => [kind, new Map(list.map((entry) => [entry.id, entry]))]),
  );
  const byGroup = Map.groupBy(places, ({ groupId }) => groupId);
  Object.assign(services.directory, {
    get: (kind: string, id: string) => byId.get(kind)?.get(id),
    list: (kind: keyof typeof lists) => lists[kind],
    enrolmentsOf: (_index: string, id: string) => byGroup.get(id) ?? [],
    sessionsBetween: async (from: string, to: string) =>
      [...new Set([from.slice(0, 7), to.slice(0, 7)])]
        .flatMap((month) => sessions.get(month) ?? [])
        .filter(({ date }) => date >= from && date <= to)
        .map((session) => ({ session, sheet: undefined })),
  });
  return services;
}

test('a week opens at once among 25,000 sessions and 10,000 people', async () => {
  await page.viewport(1366, 768);
  const unmount = await mountScreen({
    services: largeSite(),
    address: '/courses/week?week=2025-W20',
    routes: { '/courses/week': <WeekPage /> },
  });
  const cards = () => document.querySelectorAll('[role=grid] a').length;
  await expect.poll(cards).toBeGreaterThan(80);
  const opened: number[] = [];
  for (let turn = 0; turn < 9; turn += 1) {
    const before = document.querySelector('[role=grid] a')?.getAttribute('href');
    const began = performance.now();
    (page.getByRole('button', { name: 'Nächste Woche' }).element() as HTMLElement).click();
    while (document.querySelector('[role=grid] a')?.getAttribute('href') === before)
      await new Promise(requestAnimationFrame);
    opened.push(performance.now() - began);
  }
  opened.sort((a, b) => a - b);
  console.log(`a week of ${cards()} sessions: median ${opened[4]?.toFixed(0)} ms`);
  // Three times what is aimed at: several programs may share the machine that tests run on.
  expect(opened[4]).toBeLessThan(300);
  unmount();
});
