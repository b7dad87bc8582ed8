import { PaperListPage } from '#renderer/features/attendance/paper/PaperListPage.tsx';
import { RollCallPage } from '#renderer/features/attendance/RollCallPage.tsx';
import { WalkInsPage } from '#renderer/features/attendance/walk-ins/WalkInsPage.tsx';
import { NewPersonPage } from '#renderer/features/people/NewPersonPage.tsx';
import { PersonPage } from '#renderer/features/people/PersonPage.tsx';
import { TodayPage } from '#renderer/features/today/TodayPage.tsx';
import type { AppServices } from '#shared/ports/app-services.ts';
import { rollCallOf } from '#tests/browser/attendance/roll-call-cases.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { madeParticipant, madeSlot } from '#tests/memory/made.ts';

let unmount: () => void = () => undefined;

/** Takes the screen off the page. */
export function leave(): void {
  unmount();
  unmount = () => undefined;
}

interface Look {
  readonly language?: 'de' | 'en';
  readonly mode?: 'light' | 'dark';
}

/** Shows the screen of an address, in place of the one before. */
export async function open(services: AppServices, address: string, look: Look = {}): Promise<void> {
  leave();
  unmount = await mountScreen({
    services,
    address,
    routes: {
      '/': <TodayPage />,
      '/attendance/walk-ins': <WalkInsPage />,
      '/sessions/:id': <RollCallPage />,
      '/lists/:number': <PaperListPage />,
      '/people/new': <NewPersonPage />,
      '/people/:id': <PersonPage />,
    },
    ...look,
  });
}

/**
 * A group of six; Mohammad Al-Khatib and Olena Shevchenko are not in it. On 23 November three came in by name (as the
 * door writes them), on 19 November one, and two were only counted; long before, on 24 August, somebody else.
 */
export async function guests() {
  const made = await rollCallOf(6);
  const { done, groupId, sessionId } = made;
  const outside = (
    await done('participant.import', {
      rows: [
        {
          ...madeParticipant('Mohammad', 'Al-Khatib'),
          original: 'محمد الخطيب',
          number: '4711',
          room: 'B 12',
        },
        { ...madeParticipant('Olena', 'Shevchenko'), birth: { kind: 'year', year: 1988 }, number: '4712' },
      ],
    })
  ).ids;
  const walkIn = async (session: string, name: string): Promise<string> =>
    (
      await done('attendance.walkIn', {
        ...{ sessionId: session, entryId: null, name, reason: null },
        ...{ mark: 'present', late: null, early: null },
      })
    ).entryId;
  const plan = async (date: string): Promise<string> =>
    (await done('session.plan', { groupId, ...madeSlot(date) })).id;
  const earlier = await plan('2026-11-19');
  const entries = {
    mohamed: await walkIn(sessionId, 'Mohamed Alkhatib'),
    amina: await walkIn(sessionId, 'Amina Ahmadi'),
    nobody: await walkIn(sessionId, 'Zzyzx Qqq'),
    olena: await walkIn(earlier, 'Schewtschenko'),
  };
  await done('attendance.count', { sessionId: earlier, people: 2, reason: null });
  return { ...made, outside, entries, earlier, walkIn, plan };
}
