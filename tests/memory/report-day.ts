import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import type { Role } from '#shared/ports/account.ts';
import { madeGroup, madeMark, madeOffer, madeParticipant, madeSlot } from './made.ts';
import { memoryServices } from './memory-services.ts';

/** A Monday, "today" in these tests. */
export const reportDay = '2026-11-23';

const people = [
  ['Khaled', 'Haddad', 'خالد حداد'],
  ['Ayşe', 'Yıldız', null],
  ['Юлія', 'Шевченко', null],
  ['Amina', null, null],
  ['علی‌رضا', 'رضایی', null],
  ['=HYPERLINK("x")', '+49', null],
  ['Selam', 'Haile', 'ሰላም ኃይለ'],
] as const;

/**
 * A day in two programme areas. Khaled is in both of its language sessions; in the first one everything that can be
 * recorded is: late and left early, excused, absent, one without a mark, a guest, a walk-in by name, three heads. The
 * workshop was called off, and nothing is recorded for the application training, which was moved to this day.
 */
export async function dayOfReports(options: { readonly role?: Role; readonly facility?: string } = {}) {
  const services = memoryServices({ now: new Date(2026, 10, 23, 18, 0) });
  const done = async <N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> => {
    const answer = await services.commands.execute(name, input);
    if (!answer.ok) throw new Error(`${name} refused: ${answer.error.code}`);
    return answer.value;
  };
  await done('facility.save', {
    name: options.facility ?? 'ZUE Münster',
    place: 'Münster',
    programme: null,
  });
  const rows = people.map(([given, family, original]) => ({ ...madeParticipant(given, family), original }));
  const { ids } = await done('participant.import', { rows });
  const [khaled = '', ayse = '', julia = '', amina = '', reza = '', formula = '', selam = ''] = ids;
  const offer = async (title: string, area: 'language' | 'vocational') =>
    (await done('offer.save', { id: null, offer: madeOffer({ title, area, walkIns: true }) })).id;
  const [language, work] = [
    await offer('Erstorientierungskurs', 'language'),
    await offer('Holz und Metall', 'vocational'),
  ];
  const group = async (offerId: string, name: string) =>
    (await done('courseGroup.save', { id: null, group: madeGroup(offerId, { name, capacity: 40 }) })).id;
  const morning = await group(language, 'Erstorientierung, Vormittag');
  const talk = await group(language, 'Sprachcafé');
  const workshop = await group(work, 'Werkstatt Holz');
  const applying = await group(work, 'Bewerbungstraining');
  const session = async (groupId: string, startsAt: number, date = reportDay) =>
    (await done('session.plan', { groupId, ...madeSlot(date, { startsAt, endsAt: startsAt + 90 }) })).id;
  const enrol = (groupId: string, participantIds: readonly string[]) =>
    done('enrolment.add', { groupId, participantIds: [...participantIds], enrolledOn: '2026-11-02' });
  await enrol(morning, [khaled, ayse, julia, amina, reza, selam]);
  await enrol(applying, [ayse]);
  const [first, second, third] = [
    await session(morning, 540),
    await session(talk, 840),
    await session(workshop, 600),
  ];
  const fourth = await session(applying, 660, '2026-11-24');
  await done('session.move', {
    id: fourth,
    slot: { date: reportDay, startsAt: 660, endsAt: 750, breaks: [], room: 'R 9' },
    reason: 'Raum belegt',
  });
  await done('session.cancel', { id: third, reason: 'Krankheit' });
  await done('attendance.record', {
    sessionId: first,
    marks: [
      { participantId: khaled, mark: 'late', late: 20, early: 10 },
      madeMark(ayse, 'excused'),
      madeMark(julia, 'absent'),
      madeMark(reza),
      madeMark(formula),
      madeMark(selam, 'left-early', 15),
    ],
    reason: null,
  });
  const walkIn = (sessionId: string, name: string) =>
    done('attendance.walkIn', {
      ...{ sessionId, entryId: null, name, reason: null },
      ...{ mark: 'present', late: null, early: null },
    });
  await walkIn(first, '@Bruder von Khaled');
  await done('attendance.count', { sessionId: first, people: 3, reason: null });
  await done('attendance.record', { sessionId: second, marks: [madeMark(khaled)], reason: null });
  await done('attendance.close', { sessionId: second });
  const own = options.role === undefined ? services : memoryServices({ role: options.role });
  if (own !== services)
    for (const [kind, table] of Object.entries(services.tables))
      for (const [id, record] of table) own.tables[kind]?.set(id, record);
  return { ...own, done, ids, sessions: [first, second, third, fourth] as const };
}
