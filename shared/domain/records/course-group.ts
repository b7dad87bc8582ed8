import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { recordType } from './define.ts';
import { timetableSchema } from './timetable.ts';

/** One run of an offer with its own people, room and period. */
export const courseGroupSchema = z.looseObject({
  offerId: z.string(),
  name: z.string().trim().min(1).max(120),
  lead: z.string().trim().min(1).max(120).nullable(),
  /** Accounts of course leads who work with this group: theirs are these groups only. */
  leadAccountIds: z.array(z.string().min(1)).max(20).default([]),
  room: z.string().trim().min(1).max(40).nullable(),
  /** Language of instruction: a code of shared/domain/languages.ts, or free text where none fits. */
  language: z.string().trim().min(1).max(40).nullable(),
  startsOn: dateSchema,
  endsOn: dateSchema,
  /** Places; `null` without a limit. Who comes later waits. */
  capacity: z.int().min(1).max(500).nullable(),
  /** By which rule the group meets; `null`: its sessions are planned one by one. */
  timetable: timetableSchema.nullable(),
});
export type CourseGroup = z.infer<typeof courseGroupSchema>;
export const courseGroupType = recordType(
  courseGroupSchema,
  (group) => ({ offerId: group.offerId }),
  [(group) => ({ ...group, language: null, timetable: null }), (group) => ({ ...group, leadAccountIds: [] })],
  { together: [['startsOn', 'endsOn']] },
);
