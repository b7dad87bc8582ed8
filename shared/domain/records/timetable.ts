import { z } from 'zod';
import { dateSchema, minuteSchema } from '#shared/domain/calendar/dates.ts';

export const breaksSchema = z.array(z.object({ from: minuteSchema, to: minuteSchema })).max(6);

const slotSchema = z.object({
  /** 1 Monday to 7 Sunday. */
  weekday: z.int().min(1).max(7),
  startsAt: minuteSchema,
  endsAt: minuteSchema,
  breaks: breaksSchema,
  /** `null`: the group's room. */
  room: z.string().trim().min(1).max(40).nullable(),
});
export type Slot = z.infer<typeof slotSchema>;

/** By which rule a group meets (timetable/timetable.ts says what follows from it). */
export const timetableSchema = z.object({
  slots: z.array(slotSchema).min(1).max(21),
  /** 1 every week, 2 every other week …, counted from the week of the group's first day. */
  everyWeeks: z.int().min(1).max(4),
  skipHolidays: z.boolean(),
  /** Days without sessions, `from` and `to` inclusive. */
  exceptions: z.array(z.object({ from: dateSchema, to: dateSchema })).max(40),
  /** Ends when the offer's planned teaching units are reached, even before the period does. */
  untilPlannedUnits: z.boolean(),
});
export type Timetable = z.infer<typeof timetableSchema>;
