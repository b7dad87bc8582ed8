import { findClashes, type OccupyingSession } from '../timetable/clashes.ts';
import { type MergeTask, taskAbout } from './merge-task.ts';
import { type MergedData, type Touched, touchedOf } from './merged-data.ts';

const nobody: ReadonlySet<string> = new Set();

/** Sessions that can't both be as they are, and attendance whose session went elsewhere meanwhile. */
export async function sessionTasks(
  touched: Touched,
  { records, directory }: MergedData,
): Promise<readonly MergeTask[]> {
  const ids = [...touchedOf(touched, 'session'), ...touchedOf(touched, 'attendanceSheet')];
  const sessions = new Map(
    (await records.getMany('session', [...new Set(ids)])).map(({ id, value }) => [id, value]),
  );
  const sheets = await records.getMany('attendanceSheet', [...sessions.keys()]);
  const stray = sheets.filter(({ id, value }) => {
    const session = sessions.get(id);
    return session && (session.withdrawn || session.cancelled !== null || session.date !== value.date);
  });
  const changed = touched.get('session') ?? nobody;
  const days = new Set([...sessions].flatMap(([id, { date }]) => (changed.has(id) ? [date] : [])));
  const tasks = stray.map(({ id }) => taskAbout('attendance-without-session', [id]));
  for (const day of [...days].sort())
    tasks.push(...clashesOf(changed, await directory.occupiedBetween(day, day)));
  return tasks;
}

function clashesOf(changed: ReadonlySet<string>, day: readonly OccupyingSession[]): MergeTask[] {
  const own = day.filter(({ id }) => changed.has(id));
  const others = findClashes(own, day, () => nobody).flatMap(({ session, other, room, lead }) => [
    ...(room ? [taskAbout('room-twice', [session.id, other.id])] : []),
    ...(lead ? [taskAbout('lead-twice', [session.id, other.id])] : []),
  ]);
  const ofOneGroup = own.flatMap((session) =>
    day
      .filter(
        (other) =>
          other.id !== session.id &&
          other.groupId === session.groupId &&
          session.startsAt < other.endsAt &&
          other.startsAt < session.endsAt,
      )
      .map((other) => taskAbout('group-meets-twice', [session.id, other.id])),
  );
  return [...others, ...ofOneGroup];
}
