import { namedWalkIns } from '#shared/domain/attendance/marks.ts';
import { expectedOn } from '#shared/domain/attendance/roster.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { type DayReport, dayReport } from './day-report.ts';

/** The report of a day, from the directory; only sheets with walk-ins known by name are opened. */
export async function loadDayReport(
  { directory, records }: Pick<AppServices, 'directory' | 'records'>,
  date: string,
): Promise<DayReport> {
  const found = await directory.sessionsBetween(date, date);
  const named = found.flatMap(({ session, sheet }) => (sheet && sheet.unlinked > 0 ? session.id : []));
  const opened = new Map(
    (await records.getMany('attendanceSheet', named)).map(({ id, value }) => [id, namedWalkIns(value)]),
  );
  const sessions = found.map(({ session, sheet }) => {
    const group = directory.get('courseGroup', session.groupId);
    return {
      ...{ session, sheet, group, offer: group && directory.get('offer', group.offerId) },
      expected: expectedOn(date, directory.enrolmentsOf('groupId', session.groupId)),
      walkIns: opened.get(session.id) ?? [],
    };
  });
  return dayReport(date, sessions, (id) => directory.get('participant', id));
}
