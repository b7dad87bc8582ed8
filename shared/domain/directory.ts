/**
 * The directory: small entries of what lists, search and the day's view need, kept in memory after unlock and, sealed
 * in chunks, beside the records. It is derived: every entry is a pure function of one record, so that it can always
 * be rebuilt.
 */
import { sheetCounts } from './attendance/marks.ts';
import type { CourseGroup } from './records/course-group.ts';
import type { Offer } from './records/offer.ts';
import type { Birth } from './records/participant.ts';
import type { Partner } from './records/partner.ts';
import type { RecordKind, RecordOf } from './records/registry.ts';

export interface PersonEntry {
  readonly id: string;
  readonly given: string;
  readonly family: string | null;
  readonly spellings: readonly string[];
  readonly original: string | null;
  readonly number: string | null;
  readonly birth: Birth;
  readonly languages: readonly string[];
  readonly room: string | null;
  readonly departedOn: string | null;
}

export interface SessionEntry {
  readonly id: string;
  readonly groupId: string;
  readonly date: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly room: string | null;
  readonly cancelled: boolean;
}

export interface SheetEntry {
  readonly id: string;
  readonly groupId: string;
  readonly recorded: number;
  readonly attended: number;
}

export type PartnerEntry = { readonly id: string } & Pick<Partner, 'name' | 'shortName'>;
export type OfferEntry = { readonly id: string } & Offer;
export type CourseGroupEntry = { readonly id: string } & CourseGroup;

/** What the directory keeps of each kind. */
export interface EntryOf {
  readonly participant: PersonEntry;
  readonly partner: PartnerEntry;
  readonly offer: OfferEntry;
  readonly courseGroup: CourseGroupEntry;
  readonly session: SessionEntry;
  readonly attendanceSheet: SheetEntry;
}
export type DirectoryKind = keyof EntryOf;
const directoryKinds = [
  'participant',
  'partner',
  'offer',
  'courseGroup',
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

const projections: { readonly [K in DirectoryKind]: (id: string, record: RecordOf<K>) => Projected<K> } = {
  participant: (id, { given, family, spellings, original, number, birth, languages, room, departedOn }) => ({
    part: 'participant',
    entry: { id, given, family, spellings, original, number, birth, languages, room, departedOn },
  }),
  partner: (id, { name, shortName }) => ({ part: 'partner', entry: { id, name, shortName } }),
  offer: (id, record) => ({ part: 'offer', entry: { ...record, id } }),
  courseGroup: (id, record) => ({ part: 'courseGroup', entry: { ...record, id } }),
  session: (id, { groupId, date, startsAt, endsAt, room, cancelled }) => ({
    part: `session/${date.slice(0, 7)}`,
    entry: { id, groupId, date, startsAt, endsAt, room, cancelled: cancelled !== null },
  }),
  attendanceSheet: (id, sheet) => ({
    part: `attendanceSheet/${sheet.date.slice(0, 7)}`,
    entry: { id, groupId: sheet.groupId, ...sheetCounts(sheet) },
  }),
};

/** Whether the directory keeps entries of this kind. */
export function isDirectoryKind(kind: RecordKind): kind is DirectoryKind {
  return (directoryKinds as readonly RecordKind[]).includes(kind);
}

/** The directory's entry of a record. */
export function project<K extends DirectoryKind>(kind: K, id: string, record: RecordOf<K>): Projected<K> {
  return projections[kind](id, record);
}

/** Part of the sessions and sheets of a day. */
export function monthPart(kind: 'session' | 'attendanceSheet', day: string): string {
  return `${kind}/${day.slice(0, 7)}`;
}
