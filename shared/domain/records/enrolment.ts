import { z } from 'zod';
import { dateSchema } from '#shared/domain/calendar/dates.ts';
import { recordType } from './define.ts';

export const enrolmentEndReasons = ['transferred', 'finished', 'dropped-out', 'mistake'] as const;
export type EnrolmentEndReason = (typeof enrolmentEndReasons)[number];

/** A person's place in a course group. UE are offered to them from `enrolledOn` to `endedOn`. */
const enrolmentSchema = z.looseObject({
  groupId: z.string(),
  participantId: z.string(),
  enrolledOn: dateSchema,
  endedOn: dateSchema.nullable(),
  endReason: z.enum(enrolmentEndReasons).nullable(),
});
export type Enrolment = z.infer<typeof enrolmentSchema>;
export const enrolmentType = recordType(enrolmentSchema, (enrolment) => ({
  groupId: enrolment.groupId,
  participantId: enrolment.participantId,
}));
