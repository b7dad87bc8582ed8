/** Branded ids: a participant's id can't be passed where a group's is wanted. All are random, 26 characters. */
declare const brand: unique symbol;
type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type ParticipantId = Id<'participant'>;
export type PartnerId = Id<'partner'>;
export type OfferId = Id<'offer'>;
export type CourseGroupId = Id<'courseGroup'>;
export type EnrolmentId = Id<'enrolment'>;
export type SessionId = Id<'session'>;
export type CertificateId = Id<'certificate'>;
export type AttendanceEntryId = Id<'attendanceEntry'>;
