import { minuteOfDay } from '#shared/domain/calendar/dates.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { madeGroup, madeOffer, madeParticipant, madeSlot } from '#tests/memory/made.ts';
import { runner } from './run-commands.ts';

/** A session that is on now, and the badges of those who have a place in it, in the order of their names. */
export interface SelfCheckIn {
  readonly sessionId: string;
  readonly badges: readonly string[];
}

/** Makes people of these first names, a session of today that is on now, with their places in it, and their badges. */
export async function planSelfCheckIn(
  services: AppServices,
  title: string,
  firstNames: readonly string[],
): Promise<SelfCheckIn> {
  const run = runner(services);
  const today = services.clock.today();
  const minute = minuteOfDay(services.clock.now());
  const participantIds: string[] = [];
  for (const name of firstNames)
    participantIds.push((await run('participant.create', madeParticipant(name))).id);
  const { id: offerId } = await run('offer.save', { id: null, offer: madeOffer({ title }) });
  const group = madeGroup(offerId, { name: title, startsOn: today, endsOn: today, capacity: null });
  const { id: groupId } = await run('courseGroup.save', { id: null, group });
  await run('enrolment.add', { groupId, participantIds, enrolledOn: today });
  // Late in the evening it began earlier: it ends with the day.
  const startsAt = Math.min(minute, 1440 - 90);
  const slot = madeSlot(today, { startsAt, endsAt: startsAt + 90 });
  const { id: sessionId } = await run('session.plan', { groupId, ...slot });
  await run('badge.issue', { participantIds });
  const numbers = new Map(
    services.directory.list('badge').map(({ participantId, number }) => [participantId, number]),
  );
  return { sessionId, badges: participantIds.flatMap((id) => numbers.get(id) ?? []) };
}
