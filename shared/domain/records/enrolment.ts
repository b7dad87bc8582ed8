import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { recordType } from './define.ts';

export const enrolmentEndReasons = ['transferred', 'finished', 'dropped-out', 'mistake'] as const;
export type EnrolmentEndReason = (typeof enrolmentEndReasons)[number];

/**
 * A person's place in a course group, or on its waiting list. UE are offered to them from `enrolledOn` to `endedOn`,
 * while waiting none.
 */
const enrolmentSchema = z.looseObject({
  groupId: z.string(),
  participantId: z.string(),
  enrolledOn: dateSchema,
  endedOn: dateSchema.nullable(),
  endReason: z.enum(enrolmentEndReasons).nullable(),
  /** ISO instant since when, with the place in the order of enrolments; `null`: holds or held a place. */
  waitingSince: z.string().nullable(),
  /** How a waiting person got the place: what was waited since and for what day, and whose end freed it. */
  movedUp: z
    .object({ waitingSince: z.string(), enrolledOn: dateSchema, freedBy: z.string().nullable() })
    .nullable(),
});
export type Enrolment = z.infer<typeof enrolmentSchema>;
export const enrolmentType = recordType(
  enrolmentSchema,
  (enrolment) => ({ groupId: enrolment.groupId, participantId: enrolment.participantId }),
  [(enrolment) => ({ ...enrolment, waitingSince: null, movedUp: null })],
  { together: [['enrolledOn', 'endedOn', 'endReason', 'waitingSince', 'movedUp']] },
);
