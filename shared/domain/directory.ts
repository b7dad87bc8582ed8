/**
 * The directory: small entries of what lists, search and the day's view need, kept in memory after unlock and, sealed
 * in chunks, beside the records. It is derived: every entry is a pure function of one record, so that it can always
 * be rebuilt.
 */
import { encodeMark, headCount, marksOf, namedWalkIns, sheetCounts } from './attendance/marks.ts';
import type { AttendanceSheet } from './records/attendance-sheet.ts';
import type { Badge } from './records/badge.ts';
import type { CertificateDecision } from './records/certificate-decision.ts';
import type { CourseGroup } from './records/course-group.ts';
import type { DistinctPeople } from './records/distinct-people.ts';
import type { Enrolment } from './records/enrolment.ts';
import type { Offer } from './records/offer.ts';
import type { Birth } from './records/participant.ts';
import type { Partner } from './records/partner.ts';
import type { RecordKind, RecordOf } from './records/registry.ts';
import type { Session } from './records/session.ts';
import type { SubProject } from './records/sub-project.ts';
import { hasWalkInNames } from './retention/anonymous.ts';

export interface PersonEntry {
  readonly id: string;
  readonly given: string;
  readonly family: string | null;
  readonly spellings: readonly string[];
  readonly original: string | null;
  readonly number: string | null;
  readonly formerNumbers: readonly string[];
  readonly birth: Birth;
  readonly languages: readonly string[];
  readonly room: string | null;
  readonly departedOn: string | null;
}

export interface SessionEntry
  extends Pick<
    Session,
    'groupId' | 'date' | 'startsAt' | 'endsAt' | 'breaks' | 'room' | 'lead' | 'moduleId'
  > {
  readonly id: string;
  readonly cancelled: boolean;
  readonly moved: boolean;
}

export interface SheetEntry {
  readonly id: string;
  readonly groupId: string;
  /** People with a mark, and how many of those were there; walk-ins known by name are among them. */
  readonly recorded: number;
  readonly attended: number;
  /** People who were only counted. */
  readonly heads: number;
  readonly closed: boolean;
  /** Walk-ins known by name whose person was not found yet; those who lost their name after its period are none. */
  readonly unlinked: number;
  /** Participants' marks in short (attendance/marks.ts): what the UE ledger adds up without opening a sheet. */
  readonly marks: Readonly<Record<string, string>>;
  /** Somebody who is known by name only stands in it, be it in a cleared line. */
  readonly walkInNames?: true;
  /** Participants without a mark who stand in the sheet all the same: their lines were cleared. Missing: nobody. */
  readonly cleared?: readonly string[];
}

export type EnrolmentEntry = { readonly id: string } & Pick<
  Enrolment,
  'groupId' | 'participantId' | 'enrolledOn' | 'endedOn' | 'endReason' | 'waitingSince'
>;
export type BadgeEntry = { readonly id: string } & Pick<
  Badge,
  'number' | 'participantId' | 'issuedAt' | 'ended'
>;
type DistinctPeopleEntry = { readonly id: string } & Pick<DistinctPeople, 'people'>;
/** What a lead decided; what was taken back has none. */
export type DecisionEntry = { readonly id: string; readonly decision: 'grant' | 'withhold' } & Pick<
  CertificateDecision,
  'participantId' | 'groupId' | 'moduleId' | 'reason' | 'decidedOn'
>;
export type PartnerEntry = { readonly id: string } & Pick<
  Partner,
  'name' | 'shortName' | 'validFrom' | 'validTo'
>;
export type SubProjectEntry = { readonly id: string } & SubProject;
export type OfferEntry = { readonly id: string } & Offer;
export type CourseGroupEntry = { readonly id: string } & CourseGroup;

/** What the directory keeps of each kind. */
export interface EntryOf {
  readonly participant: PersonEntry;
  readonly badge: BadgeEntry;
  readonly distinctPeople: DistinctPeopleEntry;
  readonly partner: PartnerEntry;
  readonly subProject: SubProjectEntry;
  readonly offer: OfferEntry;
  readonly courseGroup: CourseGroupEntry;
  readonly enrolment: EnrolmentEntry;
  readonly certificateDecision: DecisionEntry;
  readonly session: SessionEntry;
  readonly attendanceSheet: SheetEntry;
}
export type DirectoryKind = keyof EntryOf;
const directoryKinds = [
  'participant',
  'badge',
  'distinctPeople',
  'partner',
  'subProject',
  'offer',
  'courseGroup',
  'enrolment',
  'certificateDecision',
  'session',
  'attendanceSheet',
] as const satisfies DirectoryKind[];

/**
 * Where an entry lies. Parts named by a month are opened when that month is looked at; the others at unlock.
 */
export interface Projected<K extends DirectoryKind> {
  readonly part: string;
  readonly entry: EntryOf[K];
}

const projections: {
  readonly [K in DirectoryKind]: (id: string, record: RecordOf<K>) => Projected<K> | undefined;
} = {
  participant: (id, { given, family, spellings, original, number, formerNumbers, ...person }) => {
    const { birth, languages, room, departedOn, mergedInto } = person;
    const names = { given, family, spellings, original, number, formerNumbers };
    return mergedInto === null
      ? { part: 'participant', entry: { id, ...names, birth, languages, room, departedOn } }
      : undefined;
  },
  badge: (id, { number, participantId, issuedAt, ended }) => ({
    part: 'badge',
    entry: { id, number, participantId, issuedAt, ended },
  }),
  distinctPeople: (id, { people, withdrawn }) =>
    withdrawn ? undefined : { part: 'distinctPeople', entry: { id, people } },
  partner: (id, { name, shortName, validFrom, validTo }) => ({
    part: 'partner',
    entry: { id, name, shortName, validFrom, validTo },
  }),
  subProject: (id, record) => ({ part: 'subProject', entry: { ...record, id } }),
  offer: (id, record) => ({ part: 'offer', entry: { ...record, id } }),
  courseGroup: (id, record) => ({ part: 'courseGroup', entry: { ...record, id } }),
  enrolment: (id, { groupId, participantId, enrolledOn, endedOn, endReason, waitingSince }) => ({
    part: 'enrolment',
    entry: { id, groupId, participantId, enrolledOn, endedOn, endReason, waitingSince },
  }),
  certificateDecision: (id, { participantId, groupId, moduleId, decision, reason, decidedOn }) =>
    decision === null
      ? undefined
      : {
          part: 'certificateDecision',
          entry: { id, participantId, groupId, moduleId, decision, reason, decidedOn },
        },
  session: (id, { groupId, date, startsAt, endsAt, breaks, room, lead, moduleId, ...session }) =>
    session.withdrawn
      ? undefined
      : {
          part: monthPart('session', date),
          entry: {
            ...{ id, groupId, date, startsAt, endsAt, breaks, room, lead, moduleId },
            cancelled: session.cancelled !== null,
            moved: session.movedFrom !== null,
          },
        },
  attendanceSheet: (id, sheet) => ({
    part: monthPart('attendanceSheet', sheet.date),
    entry: {
      ...{ id, groupId: sheet.groupId, ...sheetCounts(sheet), heads: headCount(sheet) },
      closed: sheet.closed !== null,
      unlinked: namedWalkIns(sheet).filter(({ name }) => name !== null).length,
      marks: Object.fromEntries([...marksOf(sheet)].map(([person, mark]) => [person, encodeMark(mark)])),
      ...clearedOf(sheet),
      ...(hasWalkInNames(sheet) ? { walkInNames: true as const } : {}),
    },
  }),
};

function clearedOf(sheet: AttendanceSheet): Pick<SheetEntry, 'cleared'> {
  const marked = marksOf(sheet);
  const people = Object.values(sheet.entries).flatMap(({ participantId }) => participantId ?? []);
  const cleared = [...new Set(people)].filter((id) => !marked.has(id));
  return cleared.length > 0 ? { cleared } : {};
}

/** Whether somebody stands in a sheet, with a mark or with lines that were cleared. */
export function isInSheet({ marks, cleared }: Pick<SheetEntry, 'marks' | 'cleared'>, id: string): boolean {
  return marks[id] !== undefined || (cleared?.includes(id) ?? false);
}

/** Whether the directory keeps entries of this kind. */
export function isDirectoryKind(kind: RecordKind): kind is DirectoryKind {
  return (directoryKinds as readonly RecordKind[]).includes(kind);
}

/** The directory's entry of a record; none for one that is shown nowhere. */
export function project<K extends DirectoryKind>(
  kind: K,
  id: string,
  record: RecordOf<K>,
): Projected<K> | undefined {
  return projections[kind](id, record);
}

/** Part of the sessions and sheets of a day. */
export function monthPart(kind: 'session' | 'attendanceSheet', day: string): string {
  return `${kind}/${day.slice(0, 7)}`;
}
