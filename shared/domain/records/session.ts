import { z } from 'zod';
import { dateSchema, minuteSchema } from '#shared/domain/calendar/dates.ts';
import { recordType } from './define.ts';
import { breaksSchema } from './timetable.ts';

const room = z.string().trim().min(1).max(40).nullable();
export const reasonSchema = z.string().trim().min(1).max(200);

/** One meeting of a course group on one day. */
export const sessionSchema = z.looseObject({
  groupId: z.string(),
  date: dateSchema,
  startsAt: minuteSchema,
  endsAt: minuteSchema,
  /** In order of time, within the session; no teaching unit counts them. */
  breaks: breaksSchema,
  room,
  /** Who leads this session in place of the group's lead. */
  lead: z.string().trim().min(1).max(120).nullable(),
  /** The offer's module that this session belongs to. */
  moduleId: z.string().nullable(),
  /** Made by the group's timetable, and follows it as long as nothing happened to it. */
  fromTimetable: z.boolean(),
  cancelled: z.object({ reason: reasonSchema }).nullable(),
  /** When it was planned for before it was moved. */
  movedFrom: z
    .object({ date: dateSchema, startsAt: minuteSchema, endsAt: minuteSchema, room, reason: reasonSchema })
    .nullable(),
  /** Planned by mistake, or no longer in the timetable: shown nowhere. */
  withdrawn: z.boolean(),
});
export type Session = z.infer<typeof sessionSchema>;
export const sessionType = recordType(
  sessionSchema,
  (session) => ({ groupId: session.groupId }),
  [
    (session) => ({
      ...session,
      breaks: [],
      lead: null,
      moduleId: null,
      fromTimetable: false,
      movedFrom: null,
      withdrawn: false,
    }),
  ],
  { together: [['date', 'startsAt', 'endsAt', 'breaks', 'room', 'movedFrom']] },
);
