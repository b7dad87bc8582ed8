import type { z } from 'zod';
import { attendanceSheetType } from './attendance-sheet.ts';
import { auditEntryType } from './audit-entry.ts';
import { badgeType } from './badge.ts';
import { certificateType } from './certificate.ts';
import { certificateDecisionType } from './certificate-decision.ts';
import { certificateTemplateType } from './certificate-template.ts';
import { courseGroupType } from './course-group.ts';
import { deletionRunType } from './deletion-run.ts';
import { distinctPeopleType } from './distinct-people.ts';
import { enrolmentType } from './enrolment.ts';
import { erasureType } from './erasure.ts';
import { facilityType } from './facility.ts';
import { offerType } from './offer.ts';
import { participantType } from './participant.ts';
import { partnerType } from './partner.ts';
import { personChangeType } from './person-change.ts';
import { personMergeType } from './person-merge.ts';
import { retentionPeriodsType } from './retention-periods.ts';
import { sessionType } from './session.ts';
import { settledTaskType } from './settled-task.ts';
import { signatureListType } from './signature-list.ts';
import { subProjectType } from './sub-project.ts';

/** Every kind of record, by the name of its table. */
export const recordTypes = {
  facility: facilityType,
  participant: participantType,
  badge: badgeType,
  distinctPeople: distinctPeopleType,
  personMerge: personMergeType,
  personChange: personChangeType,
  partner: partnerType,
  subProject: subProjectType,
  offer: offerType,
  courseGroup: courseGroupType,
  enrolment: enrolmentType,
  session: sessionType,
  attendanceSheet: attendanceSheetType,
  signatureList: signatureListType,
  certificateTemplate: certificateTemplateType,
  certificateDecision: certificateDecisionType,
  certificate: certificateType,
  retentionPeriods: retentionPeriodsType,
  settledTask: settledTaskType,
  erasure: erasureType,
  deletionRun: deletionRunType,
  audit: auditEntryType,
} as const;

export type RecordKind = keyof typeof recordTypes;
export type RecordOf<K extends RecordKind> = z.infer<(typeof recordTypes)[K]['schema']>;
export const recordKinds = Object.keys(recordTypes) as RecordKind[];

/** A record with its id. */
export interface Stored<K extends RecordKind> {
  readonly kind: K;
  readonly id: string;
  readonly value: RecordOf<K>;
}
