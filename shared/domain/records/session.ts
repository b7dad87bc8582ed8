import { z } from 'zod';
import { dateSchema, minuteSchema } from '#shared/domain/calendar/dates.ts';
import { recordType } from './define.ts';

/** One meeting of a course group on one day. */
export const sessionSchema = z.looseObject({
  groupId: z.string(),
  date: dateSchema,
  startsAt: minuteSchema,
  endsAt: minuteSchema,
  room: z.string().trim().min(1).max(40).nullable(),
  cancelled: z.object({ reason: z.string().trim().min(1).max(200) }).nullable(),
});
export type Session = z.infer<typeof sessionSchema>;
export const sessionType = recordType(sessionSchema, (session) => ({ groupId: session.groupId }));
