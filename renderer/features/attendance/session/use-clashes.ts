import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import { expectedOn } from '#shared/domain/attendance/roster.ts';
import { type Clash, findClashes, type OccupyingSession } from '#shared/domain/timetable/clashes.ts';
import type { DirectoryPort } from '#shared/ports/app-services.ts';

/** With what a session would clash as it is being planned. `undefined` while that is read. */
export function useClashes(planned: OccupyingSession): readonly Clash[] | undefined {
  const { directory } = useServices();
  const { id, groupId, date, startsAt, endsAt, room, lead } = planned;
  return useLoaded(['session', 'courseGroup', 'enrolment'], () => clashesOf(directory, planned), [
    id,
    groupId,
    date,
    startsAt,
    endsAt,
    room,
    lead,
  ]);
}

async function clashesOf(directory: DirectoryPort, planned: OccupyingSession): Promise<readonly Clash[]> {
  const { date } = planned;
  const sameDay = await directory.occupiedBetween(date, date);
  return findClashes([planned], sameDay, (groupId) =>
    expectedOn(date, directory.enrolmentsOf('groupId', groupId)),
  );
}
