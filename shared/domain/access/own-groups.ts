/**
 * What belongs to the groups that an account leads: the groups themselves, what names one of them, and the people who
 * have or had a place in one or a mark in one of its attendance sheets.
 */
import { currentPerson } from '#shared/domain/people/current-person.ts';
import type { CourseGroup } from '#shared/domain/records/course-group.ts';
import type { RecordKind, RecordOf } from '#shared/domain/records/registry.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';

/** Kinds of records that belong to a group. */
const inGroup: ReadonlySet<RecordKind> = new Set<RecordKind>([
  'courseGroup',
  'session',
  'enrolment',
  'attendanceSheet',
  'signatureList',
  'certificate',
  'certificateDecision',
]);

/** Whether records of a kind belong to a group. */
export function isInGroup(kind: RecordKind): boolean {
  return inGroup.has(kind);
}

/** The group that a record of such a kind belongs to; `null`: to none, as a badge of honour. */
export function groupIdOf(kind: RecordKind, id: string, value: RecordOf<RecordKind>): string | null {
  if (kind === 'courseGroup') return id;
  const groupId = 'groupId' in value ? value.groupId : null;
  return typeof groupId === 'string' ? groupId : null;
}

/** Whether an account leads a group. */
export function leads(accountId: string, group: Pick<CourseGroup, 'leadAccountIds'>): boolean {
  return group.leadAccountIds.includes(accountId);
}

/** What an account can ask about its own groups, over a reader that reads everything. */
export interface OwnGroups {
  isOwnGroup(groupId: string | null): Promise<boolean>;
  isOwnPerson(participantId: string): Promise<boolean>;
}

/** `sheetsOf`: ids of the sheets in which a person has a mark. */
export function ownGroups(
  reader: RecordReader,
  accountId: string,
  sheetsOf: (participantId: string) => Promise<readonly string[]>,
): OwnGroups {
  const isOwnGroup = async (groupId: string | null): Promise<boolean> => {
    const group = groupId === null ? undefined : await reader.get('courseGroup', groupId);
    return group !== undefined && leads(accountId, group);
  };
  const someOwn = async (groupIds: Iterable<string>): Promise<boolean> => {
    for (const groupId of new Set(groupIds)) if (await isOwnGroup(groupId)) return true;
    return false;
  };
  return {
    isOwnGroup,
    isOwnPerson: async (participantId) => {
      const id = (await currentPerson(reader, participantId))?.id ?? participantId;
      const places = await reader.where('enrolment', 'participantId', id);
      if (await someOwn(places.map(({ value }) => value.groupId))) return true;
      const sheets = await reader.getMany('attendanceSheet', await sheetsOf(id));
      return someOwn(sheets.map(({ value }) => value.groupId));
    },
  };
}
