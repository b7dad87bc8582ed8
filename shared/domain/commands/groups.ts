import { z } from 'zod';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { err, ok } from '#shared/domain/result.ts';
import { changesPlan, plannedFrom, replan } from '#shared/domain/timetable/replan.ts';
import { timetableProblem } from '#shared/domain/timetable/timetable.ts';
import { holdsOpenPlace, movedUp } from '#shared/domain/waiting-list.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import { type CourseGroup, courseGroupSchema } from '../records/course-group.ts';
import type { Stored } from '../records/registry.ts';
import { type CommandContext, command, note, type Refusal } from './define.ts';

/** No group runs longer, in days: a later end is a slip of the pen, and would plan thousands of sessions. */
export const longestPeriod = 3 * 366;

interface Saving {
  readonly id: string | null;
  readonly group: CourseGroup;
  readonly before: CourseGroup | undefined;
}

function periodProblem({ startsOn, endsOn, timetable }: CourseGroup): Refusal | undefined {
  if (endsOn < startsOn) return { code: 'courseGroup.ends-before-start', field: 'endsOn' };
  if (endsOn > addDays(startsOn, longestPeriod)) return { code: 'courseGroup.too-long', field: 'endsOn' };
  return timetable === null ? undefined : timetableProblem(timetable);
}

/** The sessions that the saving changes. */
async function plannedSessions(
  reader: RecordReader,
  saving: Saving & { readonly groupId: string },
  context: CommandContext,
): Promise<Stored<'session'>[]> {
  const { group, groupId, id, before } = saving;
  const offer = await reader.get('offer', group.offerId);
  if (!offer || group.timetable === null || !changesPlan(group, before)) return [];
  const sessions = id === null ? [] : await reader.where('session', 'groupId', groupId);
  const sheets = id === null ? [] : await reader.where('attendanceSheet', 'groupId', groupId);
  return replan({
    ...{ group, groupId, offer, sessions },
    timetable: group.timetable,
    held: new Set(sheets.map((sheet) => sheet.id)),
    from: plannedFrom(sessions, group.startsOn, context.today),
    newId: context.newId,
  });
}

/** Why the period can't be: sessions that stay would lie outside. */
async function outsidePeriod(
  reader: RecordReader,
  { id, group }: Saving,
  changed: readonly Stored<'session'>[],
): Promise<Refusal | undefined> {
  const own = id === null ? [] : await reader.where('session', 'groupId', id);
  const after = new Map([...own, ...changed].map((session) => [session.id, session.value]));
  const outside = [...after.values()].filter(
    ({ date, withdrawn, cancelled }) =>
      !withdrawn && cancelled === null && (date < group.startsOn || date > group.endsOn),
  );
  if (outside.length === 0) return undefined;
  return {
    code: 'courseGroup.sessions-outside',
    field: outside.some(({ date }) => date > group.endsOn) ? 'endsOn' : 'startsOn',
    values: { count: outside.length },
  };
}

export const groupCommands = {
  /**
   * Makes or changes a group, plans its sessions by its timetable, and lets people move up where there are places
   * now. Sessions that were held, moved, cancelled or planned by hand stay as they are.
   */
  'courseGroup.save': command({
    input: z.strictObject({ id: z.string().nullable(), group: courseGroupSchema.strip() }),
    decide: async (reader, { id, group }, context) => {
      const problem = periodProblem(group);
      if (problem) return err(problem);
      if (!(await reader.get('offer', group.offerId)))
        return err({ code: 'courseGroup.offer-missing', field: 'offerId' });
      const before = id === null ? undefined : await reader.get('courseGroup', id);
      if (id !== null && !before) return err({ code: 'courseGroup.missing' });
      const places = id === null ? [] : await reader.where('enrolment', 'groupId', id);
      const enrolled = places.filter(holdsOpenPlace).length;
      if (group.capacity !== null && group.capacity < enrolled)
        return err({ code: 'courseGroup.capacity-below-enrolled', field: 'capacity', values: { enrolled } });
      const groupId = id ?? context.newId();
      const saving = { id, group, before };
      const sessions = await plannedSessions(reader, { ...saving, groupId }, context);
      const outside = await outsidePeriod(reader, saving, sessions);
      if (outside) return err(outside);
      const risen = movedUp(places, { ...group, today: context.today, freed: [] });
      return ok({
        puts: [{ kind: 'courseGroup', id: groupId, value: { ...before, ...group } }, ...sessions, ...risen],
        subjects: [
          { kind: 'courseGroup', id: groupId },
          ...risen.map(({ value }) => ({ kind: 'participant' as const, id: value.participantId })),
        ],
        output: {
          id: groupId,
          planned: sessions.filter(({ value }) => !value.withdrawn).length,
          movedUp: risen.map(({ value }) => value.participantId),
        },
      });
    },
  }),
  /** The list of who is in a group left the app, on paper or as a file. */
  'courseGroup.printRoster': note('courseGroup'),
} as const;
