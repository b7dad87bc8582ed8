import { describe, expect, it } from 'vitest';
import { loadPersonAccount } from '#shared/domain/attendance/person-account.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import { madeGroup, madeMark, madeOffer, madeParticipant, madeSlot } from '#tests/memory/made.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

const today = '2026-11-23';

/** Amina was in a group from 2 to 4 November and is again since 9 November, with three sessions of two UE. */
async function twice() {
  const services = memoryServices();
  const done = async <N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> => {
    const answer = await services.commands.execute(name, input);
    if (!answer.ok) throw new Error(`${name} refused: ${answer.error.code}`);
    return answer.value;
  };
  const amina = (await done('participant.create', madeParticipant('Amina'))).id;
  const offerId = (await done('offer.save', { id: null, offer: madeOffer() })).id;
  const groupId = (await done('courseGroup.save', { id: null, group: madeGroup(offerId) })).id;
  for (const date of ['2026-11-03', '2026-11-06', '2026-11-10']) {
    const { id: sessionId } = await done('session.plan', { groupId, ...madeSlot(date) });
    await done('attendance.record', { sessionId, marks: [madeMark(amina)], reason: null });
  }
  const enrol = async (enrolledOn: string): Promise<string> =>
    (await done('enrolment.add', { groupId, participantIds: [amina], enrolledOn })).added[0] ?? '';
  const first = await enrol('2026-11-02');
  await done('enrolment.end', { ids: [first], endedOn: '2026-11-04', reason: 'dropped-out' });
  const second = await enrol('2026-11-09');
  return { directory: services.directory, done, amina, first, second };
}

describe('the account of a person', () => {
  it('has a line for every place, and the certificate at the latest one of a group', async () => {
    const { directory, amina, first, second } = await twice();
    const { lines, waiting } = await loadPersonAccount(directory, amina, today);
    expect(waiting).toEqual([]);
    expect(
      lines.map(({ place, sums, verdict }) => [place.id, sums.offered, sums.attended, verdict?.due]),
    ).toEqual([
      [second, 2, 2, 'due'],
      [first, 2, 2, undefined],
    ]);
    // The session of 6 November lies between the two.
    expect(lines.map(({ sessions }) => sessions.map(({ session }) => session.date))).toEqual([
      ['2026-11-10'],
      ['2026-11-03'],
    ]);
  });

  it('leaves out what was a mistake', async () => {
    const { directory, done, amina, first, second } = await twice();
    await done('enrolment.end', { ids: [second], endedOn: today, reason: 'mistake' });
    const { lines } = await loadPersonAccount(directory, amina, today);
    expect(lines.map(({ place, verdict }) => [place.id, verdict?.due])).toEqual([[first, 'due']]);
  });
});
