import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import type { AttendanceMark } from '#shared/domain/records/attendance-sheet.ts';
import type { Role } from '#shared/ports/account.ts';
import { madeGroup, madeMark, madeOffer, madeParticipant, madeSlot } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

/** Sessions of two UE each; the third of November is the first module, the eleventh the second. */
const sessions = [
  { date: '2026-11-02', moduleId: 'm1' },
  { date: '2026-11-04', moduleId: 'm1' },
  { date: '2026-11-09', moduleId: 'm1' },
  { date: '2026-11-11', moduleId: 'm2' },
  { date: '2026-11-16', moduleId: 'm2', cancelled: true },
  { date: '2026-11-18', moduleId: 'm2' },
  { date: '2026-11-23', moduleId: null },
  { date: '2026-11-25', moduleId: 'm2' },
] as const;

type Marked = AttendanceMark | readonly ['late' | 'left-early', number] | null;

/**
 * How it went, session by session; `null`: nothing recorded. By hand, up to 23 November:
 * - Amina: 12 UE offered. 2 + 1 (20 minutes late miss one unit) + 0 excused + 2 + 0 absent = 5; 2 excused, 2 not recorded.
 * - Bilal, since 9 November: 8 offered, 6 attended, 2 not recorded. 75 %: due.
 * - Chidi: 12 offered, 6 attended, 4 not recorded. 50 %, with what is open 83 %: undecided.
 */
const marks: Readonly<Record<'amina' | 'bilal' | 'chidi', readonly Marked[]>> = {
  amina: ['present', ['late', 20], 'excused', 'present', null, 'absent', null, null],
  bilal: [null, null, 'present', 'present', null, 'present', null, null],
  chidi: ['present', 'present', null, 'present', null, 'absent', null, null],
};

/**
 * A full group of three places with two modules and the attendance above; Daria, then Elif wait. Farid left the
 * facility on 20 November, Genet is in no group. It is 23 November 2026, 9:05.
 */
export async function fullGroup(role: Role = 'administrator') {
  const services = memoryServices();
  const done = async <N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> => {
    const answer = await services.commands.execute(name, input);
    if (!answer.ok) throw new Error(`${name} refused: ${answer.error.code}`);
    return answer.value;
  };
  const person = async (given: string, family: string): Promise<string> =>
    (await done('participant.create', madeParticipant(given, family))).id;
  const people = {
    amina: await person('Amina', 'Ahmadi'),
    bilal: await person('Bilal', 'Öztürk'),
    chidi: await person('Chidi', 'Haile'),
    daria: await person('Daria', 'Kovalenko'),
    elif: await person('Elif', 'Yıldız'),
    farid: await person('Farid', 'Noori'),
    genet: await person('Genet', 'Tekle'),
  };
  const offer = madeOffer({
    modules: [
      { id: 'm1', title: 'Alltag', ue: 6, contents: [] },
      { id: 'm2', title: 'Arbeit', ue: 8, contents: [] },
    ],
    uePlanned: 14,
  });
  const offerId = (await done('offer.save', { id: null, offer })).id;
  const name = 'Erstorientierung A';
  const groupId = (await done('courseGroup.save', { id: null, group: madeGroup(offerId, { name }) })).id;
  const enrol = (participantIds: string[], enrolledOn: string) =>
    done('enrolment.add', { groupId, participantIds, enrolledOn });
  await enrol([people.amina, people.chidi], '2026-11-02');
  await enrol([people.bilal], '2026-11-09');
  await enrol([people.daria, people.elif], '2026-11-20');
  for (const [at, { date, moduleId, ...more }] of sessions.entries()) {
    const { id: sessionId } = await done('session.plan', { groupId, ...madeSlot(date), moduleId });
    if ('cancelled' in more) await done('session.cancel', { id: sessionId, reason: 'Feueralarm' });
    const made = (['amina', 'bilal', 'chidi'] as const).flatMap((who) => {
      const mark = marks[who][at];
      if (!mark) return [];
      return [typeof mark === 'string' ? madeMark(people[who], mark) : madeMark(people[who], ...mark)];
    });
    if (made.length > 0) await done('attendance.record', { sessionId, marks: made, reason: null });
  }
  await done('participant.depart', { id: people.farid, departedOn: '2026-11-20' });
  const allowed = memoryServices({ role }).commands.allows;
  const executed: string[] = [];
  const { execute } = services.commands;
  services.commands.allows = allowed;
  services.commands.execute = (command, input) => {
    executed.push(command);
    return execute(command, input);
  };
  return { services, people, groupId, offerId, done, executed };
}
