import { DuplicatesPage } from '#renderer/features/people/duplicates/DuplicatesPage.tsx';
import { NewPersonPage } from '#renderer/features/people/NewPersonPage.tsx';
import { PeoplePage } from '#renderer/features/people/PeoplePage.tsx';
import { PersonPage } from '#renderer/features/people/PersonPage.tsx';
import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import type { NewParticipant } from '#shared/domain/records/participant.ts';
import type { Role } from '#shared/ports/account.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { mountScreen } from '#tests/browser/mounted-screen.tsx';
import { madeGroup, madeMark, madeOffer, madeParticipant, madeSlot } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

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
      '/people': <PeoplePage />,
      '/people/new': <NewPersonPage />,
      '/people/duplicates': <DuplicatesPage />,
      '/people/:id': <PersonPage />,
    },
    ...look,
  });
}

/** Mohamad Al-Khatib as the papers have him; `muhammed` is how somebody else wrote him down. */
const mohamad: NewParticipant = {
  ...madeParticipant('Mohamad', 'Al-Khatib'),
  ...{ number: '4711', original: 'محمد الخطيب', birth: { kind: 'date', date: '1991-03-14' } },
  ...{ languages: ['ar'], room: 'B 12', arrivedOn: '2026-09-01' },
};
const muhammed: NewParticipant = {
  ...madeParticipant('Muhammed', 'Alkhatib'),
  ...{ birth: { kind: 'date', date: '1991-03-14' }, languages: ['ar', 'de'], room: 'C 3' },
};
const oksana: NewParticipant = {
  ...madeParticipant('Oksana', 'Shevchenko'),
  ...{ birth: { kind: 'date', date: '1988-07-02' }, languages: ['uk'], original: 'Оксана Шевченко' },
};

/**
 * Two people who are kept twice, Mohamad and Oksana, and others who are not. Both records of Mohamad have marks in one
 * group; the second has the badge.
 */
export async function keptTwice(role: Role = 'administrator') {
  const services = memoryServices({ role: 'administrator' });
  const done = async <N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> => {
    const answer = await services.commands.execute(name, input);
    if (!answer.ok) throw new Error(`${name} refused: ${answer.error.code}`);
    return answer.value;
  };
  const { ids } = await done('participant.import', {
    rows: [
      mohamad,
      muhammed,
      oksana,
      { ...oksana, given: 'Oxana', family: 'Schewtschenko', original: null, number: '5000' },
      {
        ...madeParticipant('Amina', 'Ahmadi'),
        birth: { kind: 'date', date: '1999-12-01' },
        languages: ['prs'],
      },
      { ...madeParticipant('Elif', 'Yıldız'), birth: { kind: 'year', year: 1975 }, languages: ['tr'] },
    ],
  });
  const [first = '', second = '', third = '', fourth = '', amina = ''] = ids;
  const offerId = (await done('offer.save', { id: null, offer: madeOffer() })).id;
  const group = madeGroup(offerId, { name: 'Erstorientierung A', capacity: null });
  const groupId = (await done('courseGroup.save', { id: null, group })).id;
  await done('enrolment.add', { groupId, participantIds: [first, amina], enrolledOn: '2026-11-02' });
  const sessions: string[] = [];
  for (const date of ['2026-11-18', '2026-11-19', '2026-11-20'])
    sessions.push((await done('session.plan', { groupId, ...madeSlot(date) })).id);
  const [early = '', middle = '', late = ''] = sessions;
  const mark = (sessionId: string, id: string) =>
    done('attendance.record', { sessionId, marks: [madeMark(id)], reason: null });
  await mark(early, first);
  await mark(middle, first);
  await mark(late, second);
  await done('badge.issue', { participantIds: [second] });
  const allowed: AppServices =
    role === 'administrator'
      ? services
      : { ...services, commands: { ...services.commands, allows: may(role) } };
  return { services, allowed, done, first, second, third, fourth, amina, late };
}

const may = (role: Role) => memoryServices({ role }).commands.allows;
