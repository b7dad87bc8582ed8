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

const minutes = z.int().min(1).max(1440).nullable();

/** A mark with the minutes that a person came late or left early; somebody `late` may have left early too. */
export const markFields = { mark: z.enum(attendanceMarks), late: minutes, early: minutes };

const recording = {
  recordedBy: z.string(),
  /** ISO instant. */
  recordedAt: z.string(),
};

const attendanceEntrySchema = z.looseObject({
  /** `null`: somebody who walked in and is known by `name` only. With a name: a walk-in whose person was found. */
  participantId: z.string().nullable(),
  name: z.string().trim().min(1).max(200).nullable(),
  ...markFields,
  ...recording,
  /** Where the person checked in without staff. */
  via: z.literal('kiosk').optional(),
  /** Id that a check-in was drawn with before it found this line: the same one changes nothing again. */
  cameAs: z.string().optional(),
  /** What stood here before each change of a closed sheet, and why it was changed; the latest last. */
  corrections: z.array(z.object({ ...markFields, ...recording, reason: z.string() })),
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
  /** People who were counted without a name, by workstation. */
  headCounts: z.record(z.string(), z.int().min(0).max(1000)),
  /** From then on a change takes a reason. */
  closed: z.object({ by: z.string(), at: z.string() }).nullable(),
});
export type AttendanceSheet = z.infer<typeof attendanceSheetSchema>;

/** Version 1 had one field for the minutes of either kind. */
function withMinutesByKind(entry: Record<string, unknown>): Record<string, unknown> {
  const { minutes: either = null, ...rest } = entry;
  return {
    ...rest,
    name: null,
    late: entry.mark === 'late' ? either : null,
    early: entry.mark === 'left-early' ? either : null,
    corrections: [],
  };
}

export const attendanceSheetType = recordType(
  attendanceSheetSchema,
  (sheet) => ({ groupId: sheet.groupId, sessionId: sheet.sessionId }),
  [
    (sheet) => ({
      ...sheet,
      entries: Object.fromEntries(
        Object.entries(sheet.entries as Record<string, Record<string, unknown>>).map(([id, entry]) => [
          id,
          withMinutesByKind(entry),
        ]),
      ),
      headCounts: {},
      closed: null,
    }),
  ],
  { entriesOf: ['entries', 'headCounts'] },
);
