import { addDays } from '#shared/domain/calendar/dates.ts';
import type { NewParticipant } from '#shared/domain/records/participant.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { runner } from './run-commands.ts';

/** Further spellings under which the same person may have been entered again, by what the roster has. */
const otherSpellings: Readonly<Record<string, string>> = {
  Mohammed: 'Mohamad',
  Shevchenko: 'Schewtschenko',
  Haddad: 'Hadad',
  Öztürk: 'Oeztuerk',
  Hosseini: 'Hussaini',
  Yuliia: 'Julija',
  Ahmadi: 'Ahmady',
};

/** Up to `count` people of the roster entered a second time, in another spelling and without a number. */
export function enteredTwice(roster: readonly NewParticipant[], count: number): NewParticipant[] {
  const respelled = (name: string): string => otherSpellings[name] ?? name;
  return roster
    .filter(
      ({ given, family, birth }) =>
        birth.kind === 'date' &&
        (respelled(given) !== given || (family !== null && respelled(family) !== family)),
    )
    .slice(0, count)
    .map((person) => ({
      ...person,
      given: respelled(person.given),
      family: person.family === null ? null : respelled(person.family),
      number: null,
      original: null,
    }));
}

/** What happens at a desk: badges for most people, and guests of the last days whom nobody knew. */
export async function fillDesk(services: AppServices, people: readonly string[]): Promise<void> {
  const run = runner(services);
  await run('badge.issue', { participantIds: people.filter((_, at) => at % 6 !== 5) });
  const today = services.clock.today();
  const days = await services.directory.sessionsBetween(addDays(today, -4), addDays(today, -1));
  const isOpen = (groupId: string): boolean => {
    const group = services.directory.get('courseGroup', groupId);
    return services.directory.get('offer', group?.offerId ?? '')?.walkIns === true;
  };
  const guests = ['Muhamad Ahmadi', 'Oksana', 'Samuel', 'Frau Yildiz'];
  for (const { session } of days.filter(({ session: { groupId } }) => isOpen(groupId))) {
    for (const name of guests.splice(0, 2))
      await run('attendance.walkIn', {
        ...{ sessionId: session.id, entryId: null, name, reason: null },
        ...{ mark: 'present', late: null, early: null },
      });
    await run('attendance.count', { sessionId: session.id, people: 3, reason: null });
  }
}
