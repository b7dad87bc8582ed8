/**
 * What each role may do and read: the one table, which docs/commands.md prints.
 *
 * Guarantees that what stands in no row is refused to everybody. Commands are held to it by `commands/admit.ts`, where
 * they are decided; reading is held to it by the data layer's reader and directory, not by what screens show.
 */
import type { RecordKind } from '#shared/domain/records/registry.ts';
import type { Role } from '#shared/ports/account.ts';

/** `own`: in groups that the account leads (`own-groups.ts`). */
export type Right = 'all' | 'own' | 'none';
type Row = Readonly<Record<Role, Right>>;

/** In the order of the table's columns. */
const row = (administrator: Right, coordination: Right, courseLead: Right, reception: Right): Row => ({
  administrator,
  coordination,
  'course-lead': courseLead,
  reception,
});

const everyone = row('all', 'all', 'all', 'all');
/** Whoever works with the people of a group. */
const staff = row('all', 'all', 'own', 'all');
const teachers = row('all', 'all', 'own', 'none');
/** Whoever knows residents beyond a group. */
const desk = row('all', 'all', 'none', 'all');
const planners = row('all', 'all', 'none', 'none');
const administrators = row('all', 'none', 'none', 'none');

/** Who may run which command. */
export const commandRights = {
  'participant.create': desk,
  'participant.update': staff,
  'participant.import': planners,
  'participant.depart': desk,
  'participant.return': desk,
  'participant.view': staff,
  'participant.disclose': planners,
  'participant.erase': administrators,
  'participant.merge': planners,
  'participant.unmerge': planners,
  'participant.distinguish': desk,
  'participant.undistinguish': desk,
  'badge.issue': staff,
  'badge.replace': staff,
  'badge.reinstate': staff,
  'badge.print': staff,
  'facility.save': administrators,
  'partner.save': planners,
  'subProject.save': planners,
  'offer.save': planners,
  'courseGroup.save': planners,
  'courseGroup.printRoster': staff,
  'session.plan': teachers,
  'session.move': teachers,
  'session.assign': teachers,
  'session.cancel': teachers,
  'session.restore': teachers,
  'session.withdraw': planners,
  'enrolment.add': teachers,
  'enrolment.end': teachers,
  'enrolment.reopen': teachers,
  'attendance.record': staff,
  'attendance.walkIn': staff,
  'attendance.count': staff,
  'attendance.close': teachers,
  'attendance.checkIn': staff,
  'attendance.linkWalkIn': staff,
  'attendance.nameCounted': staff,
  'signatureList.print': teachers,
  'certificate.issue': planners,
  'certificate.decide': teachers,
  'certificate.copy': teachers,
  'certificate.revoke': planners,
  'certificate.save': teachers,
  'certificate.print': teachers,
  'certificateTemplate.create': planners,
  'certificateTemplate.revise': planners,
  'certificateTemplate.retire': planners,
  'dayReport.giveCounts': desk,
  'dayReport.giveNames': planners,
  'paper.print': staff,
  'paper.save': staff,
  'mergeTask.settle': planners,
  /** Beside the right to the deed that writes what was overwritten (commands/taking.ts). */
  'overwritten.take': staff,
  /** Beside the right to change the record (`rightToChange`). */
  'overwritten.dismiss': staff,
  'backup.make': administrators,
  'backup.verify': administrators,
  'backup.chooseFolder': administrators,
  'backup.deleteSetAside': administrators,
  'backup.rehearse': administrators,
  'backup.restore': administrators,
  'backup.restored': everyone,
  'proof.strikeOff': administrators,
  'proof.renew': administrators,
  'proof.handOut': planners,
  'proof.setCheckPage': administrators,
  'retention.setPeriods': administrators,
  'retention.preview': administrators,
  'retention.delete': administrators,
  'retention.end': administrators,
  'erasure.repeat': everyone,
  'audit.view': administrators,
  'audit.print': administrators,
  'audit.save': administrators,
  'account.create': administrators,
  'account.disable': administrators,
  'account.changeRole': administrators,
  'account.resetPassphrase': administrators,
  'account.changePassphrase': everyone,
  'recovery.renew': administrators,
  'sync.connect': administrators,
  'sync.disconnect': administrators,
  'sync.reseed': administrators,
  'sync.overruled': everyone,
  'workstation.invite': administrators,
  'workstation.add': administrators,
  'workstation.decline': administrators,
  'workstation.rename': administrators,
  'workstation.revoke': administrators,
  'vault.unlock': everyone,
  'vault.beginKey': administrators,
  'vault.resealed': everyone,
  'kiosk.start': desk,
  'kiosk.discard': desk,
} as const satisfies Record<string, Row>;

/**
 * Who may read which records. Of a person whose record may not be read, the directory still has what tells people
 * apart (names, number, birth, languages, room): every role meets people at a counter or a door.
 */
export const readRights = {
  facility: everyone,
  participant: staff,
  badge: everyone,
  distinctPeople: desk,
  personMerge: planners,
  personChange: desk,
  partner: everyone,
  subProject: everyone,
  offer: everyone,
  courseGroup: staff,
  enrolment: staff,
  session: staff,
  attendanceSheet: staff,
  signatureList: staff,
  certificateTemplate: everyone,
  certificateDecision: staff,
  certificate: staff,
  retentionPeriods: planners,
  settledTask: everyone,
  erasure: administrators,
  deletionRun: administrators,
  audit: administrators,
} as const satisfies Record<RecordKind, Row>;

/** The deed by which staff change records of a kind, or make them where they are never changed. */
const changedBy = {
  facility: 'facility.save',
  participant: 'participant.update',
  badge: 'badge.replace',
  distinctPeople: 'participant.distinguish',
  personMerge: 'participant.unmerge',
  personChange: 'participant.merge',
  partner: 'partner.save',
  subProject: 'subProject.save',
  offer: 'offer.save',
  courseGroup: 'courseGroup.save',
  enrolment: 'enrolment.end',
  session: 'session.move',
  attendanceSheet: 'attendance.record',
  signatureList: 'signatureList.print',
  certificateTemplate: 'certificateTemplate.revise',
  certificateDecision: 'certificate.decide',
  certificate: 'certificate.revoke',
  retentionPeriods: 'retention.setPeriods',
  settledTask: 'mergeTask.settle',
  erasure: 'participant.erase',
  deletionRun: 'retention.end',
} as const satisfies Record<Exclude<RecordKind, 'audit'>, keyof typeof commandRights>;

/** What `role` may do about overwritten edits of a kind of record: as with changing it. */
export function rightToChange(role: Role, kind: Exclude<RecordKind, 'audit'>): Right {
  return rightTo(role, changedBy[kind]);
}

/** What `role` may do with a command; nothing with one that has no row. */
export function rightTo(role: Role, command: string): Right {
  const rows: Readonly<Record<string, Row>> = commandRights;
  return (Object.hasOwn(rows, command) ? rows[command]?.[role] : undefined) ?? 'none';
}

/** What `role` may read of a kind of record. */
export function rightToRead(role: Role, kind: RecordKind): Right {
  return readRights[kind][role];
}
