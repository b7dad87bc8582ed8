import { describe, expect, it } from 'vitest';
import { enrol, openGroups, undoEnrolling } from '#shared/domain/enrolling.ts';
import { occupancyOf } from '#shared/domain/waiting-list.ts';
import { madeGroup, madeParticipant } from '#tests/memory/made.ts';
import { seeded, today } from './seeded.ts';

/** The seeded group of three places, two of them taken, and `count` more people. */
async function people(count: number) {
  const seed = await seeded();
  const rows = Array.from({ length: count }, (_, at) => madeParticipant(`Person ${at}`));
  const participantIds: string[] = [];
  for (let at = 0; at < count; at += 1000)
    participantIds.push(...(await seed.done('participant.import', { rows: rows.slice(at, at + 1000) })).ids);
  const occupancy = () => occupancyOf(seed.directory.enrolmentsOf('groupId', seed.groupId), 3);
  return { ...seed, participantIds, occupancy };
}

describe('enrolling many people', () => {
  it('gives places in the order named, and everybody else a place in the line', async () => {
    const { groupId, participantIds, occupancy, ...services } = await people(1200);
    expect(occupancy()).toEqual({ taken: 2, waiting: 0, free: 1 });
    const outcome = await enrol(services, { groupId, participantIds, enrolledOn: today });
    expect(outcome.placed).toEqual(participantIds.slice(0, 1));
    expect(outcome.waiting).toEqual(
      participantIds.slice(1).map((participantId, at) => ({ participantId, position: at + 1 })),
    );
    expect(occupancy()).toEqual({ taken: 3, waiting: 1199, free: 0 });
    expect(await undoEnrolling(services.commands, outcome, today)).toBeUndefined();
    expect(occupancy()).toEqual({ taken: 2, waiting: 0, free: 1 });
  });

  it('tells of a refusal who is enrolled nevertheless', async () => {
    const { groupId, participantIds, ...services } = await people(1000);
    const input = { groupId, participantIds: [...participantIds, 'gone'], enrolledOn: today };
    const outcome = await enrol(services, input);
    expect(outcome.refusal?.code).toBe('enrolment.participant-missing');
    expect(outcome.ids).toHaveLength(1000);
  });

  it('offers running groups before coming ones, and none that has ended', async () => {
    const { done, offerId, directory, groupId } = await people(0);
    const save = async (changes: Parameters<typeof madeGroup>[1]) =>
      (await done('courseGroup.save', { id: null, group: madeGroup(offerId, changes) })).id;
    const coming = await save({ startsOn: '2026-12-01' });
    const running = await save({ startsOn: '2026-11-16' });
    await save({ endsOn: '2026-11-20' });
    expect(openGroups(directory, today).map(({ group }) => group.id)).toEqual([groupId, running, coming]);
  });
});
