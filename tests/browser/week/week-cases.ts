import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import type { Role } from '#shared/ports/account.ts';
import { madeGroup, madeOffer, madeParticipant } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

const slot = (weekday: number, startsAt: number, endsAt: number, room: string | null = null) => ({
  ...{ weekday, startsAt, endsAt, breaks: [], room },
});
const mornings = [1, 2, 3, 4, 5].map((weekday) => slot(weekday, 540, 735));

/**
 * Six groups that meet in the week of Monday, 23 November 2026 (today): on Monday the two workshops share a room at one
 * time, and Amina is in two groups that meet on Tuesday afternoon.
 */
export async function weekOfCourses(options: { readonly role?: Role } = {}) {
  const services = memoryServices({ role: 'administrator' });
  const done = async <N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> => {
    const answer = await services.commands.execute(name, input);
    if (!answer.ok) throw new Error(`${name} refused: ${answer.error.code}`);
    return answer.value;
  };
  await done('facility.save', { name: 'ZUE Münster', place: 'Münster', programme: null });
  const offerId = (await done('offer.save', { id: null, offer: madeOffer() })).id;
  const workshop = (
    await done('offer.save', { id: null, offer: madeOffer({ title: 'Holz und Metall', area: 'vocational' }) })
  ).id;
  const planned = [
    [offerId, 'Erstorientierung, Vormittag', 'R 10', 'M. Brandt', mornings],
    [offerId, 'Deutsch A1, Nachmittag', 'R 9', 'S. Öztürk', [slot(2, 780, 915), slot(4, 780, 915)]],
    [workshop, 'Werkstatt Holz', 'Werkstatt', 'K. Weber', [slot(1, 780, 960)]],
    [workshop, 'Werkstatt Metall', 'Werkstatt', 'P. Nowak', [slot(1, 840, 1020), slot(3, 840, 1020)]],
    [offerId, 'Bewerbungstraining', 'R 12', 'S. Öztürk', [slot(2, 840, 930)]],
    [offerId, 'Fußball und Regeln', null, null, [slot(6, 600, 720)]],
  ] as const;
  const groups: string[] = [];
  for (const [offer, name, room, lead, slots] of planned) {
    const timetable = {
      ...{ slots: [...slots], everyWeeks: 1, skipHolidays: true },
      ...{ exceptions: [], untilPlannedUnits: false },
    };
    const group = madeGroup(offer, { name, room, lead, capacity: 40, timetable });
    groups.push((await done('courseGroup.save', { id: null, group })).id);
  }
  const people: string[] = [];
  const families = ['Haddad', 'Yıldız', 'Öztürk', 'Shevchenko', 'Rezaei', 'Bah'];
  for (const [at, given] of ['Amina', 'Bilal', 'Chidi', 'Daria', 'Elif', 'Farid'].entries())
    people.push((await done('participant.create', madeParticipant(given, families[at]))).id);
  const [morning = '', german = '', , , applying = ''] = groups;
  const enrol = async (groupId: string, participantIds: string[]) =>
    done('enrolment.add', { groupId, participantIds, enrolledOn: '2026-11-02' });
  await enrol(morning, people);
  await enrol(german, people.slice(0, 3));
  await enrol(applying, people.slice(0, 1));
  const sessions = (await services.directory.sessionsBetween('2026-11-23', '2026-11-29')).map(
    ({ session }) => session,
  );
  const of = (name: string, date: string): string =>
    sessions.find(
      (session) =>
        session.date === date && services.directory.get('courseGroup', session.groupId)?.name === name,
    )?.id ?? '';
  await done('session.cancel', { id: of('Werkstatt Metall', '2026-11-25'), reason: 'Krankheit' });
  const asRole = options.role === undefined ? services : memoryServices({ role: options.role });
  if (asRole !== services)
    for (const [kind, table] of Object.entries(services.tables))
      for (const [id, record] of table) asRole.tables[kind]?.set(id, record);
  return { ...asRole, done, groups, people, sessionOf: of };
}
