import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { recordType } from './define.ts';

/** What can be recorded. "Not recorded" is a state of its own and never shown or counted as absent. */
export const attendanceMarks = [
  'present',
  'late',
  'left-early',
  'excused',
  'absent',
  'not-recorded',
] as const;
export type AttendanceMark = (typeof attendanceMarks)[number];

const attendanceEntrySchema = z.looseObject({
  participantId: z.string(),
  mark: z.enum(attendanceMarks),
  /** Minutes late or left early; `null` for the other marks. */
  minutes: z.int().min(1).max(1440).nullable(),
  recordedBy: z.string(),
  /** ISO instant. */
  recordedAt: z.string(),
});
export type AttendanceEntry = z.infer<typeof attendanceEntrySchema>;

/**
 * One per session, with the session's id. Entries have ids of their own, so that two desks can record in one sheet
 * and both entries stay; a person's mark is a function over the entries (attendance/marks.ts).
 */
const attendanceSheetSchema = z.looseObject({
  sessionId: z.string(),
  groupId: z.string(),
  date: dateSchema,
  entries: z.record(z.string(), attendanceEntrySchema),
});
export type AttendanceSheet = z.infer<typeof attendanceSheetSchema>;
export const attendanceSheetType = recordType(attendanceSheetSchema, (sheet) => ({
  groupId: sheet.groupId,
  sessionId: sheet.sessionId,
}));
