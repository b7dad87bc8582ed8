import { useLoaded, useServices } from '#renderer/services/use-services.ts';
import type { CourseGroupEntry, SessionEntry, SheetEntry } from '#shared/domain/directory.ts';

export interface PlannedSession {
  readonly session: SessionEntry;
  readonly sheet: SheetEntry | undefined;
}

/** The group's sessions with what was recorded, in order of time; from the directory, no sheet is opened. */
export function useGroupSessions(group: CourseGroupEntry): readonly PlannedSession[] | undefined {
  const { directory } = useServices();
  return useLoaded(['session', 'attendanceSheet'], async () => {
    const all = await directory.sessionsBetween(group.startsOn, group.endsOn);
    return all.filter(({ session }) => session.groupId === group.id);
  }, [group.id, group.startsOn, group.endsOn]);
}
