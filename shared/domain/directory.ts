/**
 * The directory: small entries of what lists, search and the day's view need, kept in memory after unlock and, sealed
 * in chunks, beside the records. It is derived: every entry is a pure function of one record, so that it can always
 * be rebuilt.
 */
import { encodeMark, headCount, marksOf, namedWalkIns, sheetCounts } from './attendance/marks.ts';
import type { Badge } from './records/badge.ts';
import type { CourseGroup } from './records/course-group.ts';
import type { DistinctPeople } from './records/distinct-people.ts';
import type { Enrolment } from './records/enrolment.ts';
import type { Offer } from './records/offer.ts';
import type { Birth } from './records/participant.ts';
import type { Partner } from './records/partner.ts';
import type { RecordKind, RecordOf } from './records/registry.ts';
import type { Session } from './records/session.ts';
import type { SubProject } from './records/sub-project.ts';

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
  /** Walk-ins known by name whose person was not found yet. */
  readonly unlinked: number;
  /** Participants' marks in short (attendance/marks.ts): what the UE ledger adds up without opening a sheet. */
  readonly marks: Readonly<Record<string, string>>;
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
      unlinked: namedWalkIns(sheet).length,
      marks: Object.fromEntries([...marksOf(sheet)].map(([person, mark]) => [person, encodeMark(mark)])),
    },
  }),
};

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
