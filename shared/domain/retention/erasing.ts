/**
 * Erases what is held of people. Guarantees that nothing of a class stays that says who somebody was, in whatever record
 * it stands – also of the records that were merged into the person's –, and that what reports count stays the same.
 */
import type { CommandContext } from '../commands/define.ts';
import { endPlaces } from '../commands/enrolments.ts';
import type { AttendanceSheet } from '../records/attendance-sheet.ts';
import type { Participant } from '../records/participant.ts';
import type { PersonMerge } from '../records/person-merge.ts';
import type { Stored } from '../records/registry.ts';
import {
  anonymousCertificate,
  anonymousId,
  anonymousLines,
  anonymousPlace,
  hasWalkInNames,
  withoutPeople,
  withoutWalkInNames,
} from './anonymous.ts';
import type { PersonClass } from './classes.ts';
import type { WorkingCopy } from './working-copy.ts';

type Context = Pick<CommandContext, 'sheetsOf' | 'newId' | 'today'>;

/** Somebody whose data goes, wholly or in part. */
interface Leaving {
  /** All ids under which they are kept. */
  readonly ids: ReadonlySet<string>;
  /** In their place, where counts stay. */
  readonly anonymous: string;
}

/** The fields of a person that go with the details. */
const detailFields: ReadonlySet<string> = new Set(['room', 'languages', 'note']);

/** Ids under which a person is kept: the record that goes on, and all that were merged into it. */
export function idsOfPerson(id: string, merges: readonly Stored<'personMerge'>[]): ReadonlySet<string> {
  const ids = new Set([id]);
  // Whoever is added is looked at as well.
  for (const at of ids)
    for (const { value } of merges)
      if (value.participantId === at && value.undone === null) ids.add(value.mergedId);
  return ids;
}

/** Erases some classes of a person. `person` takes everything. Answers with the ids that they were kept under. */
export async function erasePerson(
  copy: WorkingCopy,
  id: string,
  classes: readonly PersonClass[],
  context: Context,
): Promise<readonly string[]> {
  const merges = await copy.all('personMerge');
  const ids = idsOfPerson(id, merges);
  const leaving = { ids, anonymous: anonymousId(context.newId()) };
  const all = classes.includes('person');
  const goes = (name: PersonClass): boolean => all || classes.includes(name);
  if (goes('attendance')) await eraseAttendance(copy, leaving, merges, context);
  if (goes('certificates')) await eraseCertificates(copy, leaving);
  if (goes('badges')) await eraseOwned(copy, leaving, 'badge');
  if (all) await eraseRecords(copy, leaving, merges);
  else if (goes('details')) await eraseDetails(copy, leaving, merges);
  return [...ids];
}

/** Takes the names of walk-ins out of sheets. */
export async function eraseWalkInNames(copy: WorkingCopy, sessionIds: readonly string[]): Promise<void> {
  for (const { kind, id, value } of await copy.getMany('attendanceSheet', sessionIds))
    if (hasWalkInNames(value)) copy.put({ kind, id, value: withoutWalkInNames(value) });
}

async function eraseAttendance(
  copy: WorkingCopy,
  { ids, anonymous }: Leaving,
  merges: readonly Stored<'personMerge'>[],
  { sheetsOf, newId, today }: Context,
): Promise<void> {
  const groups = new Set<string>();
  for (const id of ids) {
    const changed = copy.changed('attendanceSheet').map((sheet) => sheet.id);
    const sheets = new Set([...(await sheetsOf(id)), ...changed]);
    for (const sheet of await copy.getMany('attendanceSheet', [...sheets])) {
      if (!standsIn(sheet.value, ids)) continue;
      groups.add(sheet.value.groupId);
      copy.put({ ...sheet, value: withoutPeople(sheet.value, ids, { anonymous, lineId: newId() }) });
    }
    const places = await copy.where('enrolment', 'participantId', id);
    for (const { value } of places) groups.add(value.groupId);
    await erasePlaces(copy, places, { anonymous, today });
    for (const { kind, id: decision } of await copy.where('certificateDecision', 'participantId', id))
      copy.remove({ kind, id: decision });
  }
  for (const groupId of groups)
    for (const list of await copy.where('signatureList', 'groupId', groupId))
      if (list.value.participantIds.some((id) => ids.has(id)))
        copy.put({ ...list, value: anonymousLines(list.value, ids, anonymous) });
  // A merge can't be taken back in what nobody can be told from any more.
  const empty = { entries: [], enrolments: [], decisions: [], lists: [] };
  for (const { kind, id, value } of mergesOf(merges, ids))
    copy.put({ kind, id, value: { ...value, moved: { ...value.moved, ...empty }, raised: [], joined: [] } });
}

const standsIn = ({ entries }: AttendanceSheet, ids: ReadonlySet<string>): boolean =>
  Object.values(entries).some(({ participantId }) => participantId !== null && ids.has(participantId));

/** Whoever still holds a place leaves it, and others move up; who only waited was never there. */
async function erasePlaces(
  copy: WorkingCopy,
  places: readonly Stored<'enrolment'>[],
  { anonymous, today }: { readonly anonymous: string; readonly today: string },
): Promise<void> {
  const open = places.filter(({ value }) => value.endedOn === null);
  const { ended, risen } = await endPlaces(copy, open, { endedOn: today, reason: 'transferred', today });
  for (const place of [...ended, ...risen]) copy.put(place);
  for (const { kind, id } of places) {
    const value = await copy.get(kind, id);
    if (!value) continue;
    if (value.waitingSince !== null) copy.remove({ kind, id });
    else copy.put({ kind, id, value: anonymousPlace(value, anonymous) });
  }
}

async function eraseCertificates(copy: WorkingCopy, { ids, anonymous }: Leaving): Promise<void> {
  for (const owner of ids)
    for (const { kind, id, value } of await copy.where('certificate', 'participantId', owner))
      copy.put({ kind, id, value: anonymousCertificate(value, anonymous) });
}

async function eraseOwned(
  copy: WorkingCopy,
  { ids }: Leaving,
  kind: 'badge' | 'personChange',
): Promise<void> {
  for (const owner of ids)
    for (const { id } of await copy.where(kind, 'participantId', owner)) copy.remove({ kind, id });
}

/** The person's records, what was changed in them, and what was said about who they are. */
async function eraseRecords(
  copy: WorkingCopy,
  leaving: Leaving,
  merges: readonly Stored<'personMerge'>[],
): Promise<void> {
  const { ids } = leaving;
  await eraseOwned(copy, leaving, 'personChange');
  for (const { kind, id } of mergesOf(merges, ids)) copy.remove({ kind, id });
  for (const { kind, id, value } of await copy.all('distinctPeople'))
    if (value.people.some((person) => ids.has(person))) copy.remove({ kind, id });
  for (const { kind, id, value } of await copy.all('settledTask'))
    if (value.people.some((person) => ids.has(person))) copy.remove({ kind, id });
  for (const { kind, id } of await copy.getMany('participant', [...ids])) copy.remove({ kind, id });
}

const withoutDetails = <P extends Participant>(person: P): P => ({
  ...person,
  ...{ room: null, languages: [], note: null },
});

async function eraseDetails(
  copy: WorkingCopy,
  { ids }: Leaving,
  merges: readonly Stored<'personMerge'>[],
): Promise<void> {
  for (const { kind, id, value } of await copy.getMany('participant', [...ids]))
    copy.put({ kind, id, value: withoutDetails(value) });
  for (const { kind, id } of mergesOf(merges, ids)) {
    const value = await copy.get(kind, id);
    if (value) copy.put({ kind, id, value: { ...value, before: withoutDetails(value.before) } });
  }
  for (const owner of ids)
    for (const { kind, id, value } of await copy.where('personChange', 'participantId', owner)) {
      const fields = value.fields.filter(({ name }) => !detailFields.has(name));
      if (fields.length === 0) copy.remove({ kind, id });
      else copy.put({ kind, id, value: { ...value, fields } });
    }
}

function mergesOf(merges: readonly Stored<'personMerge'>[], ids: ReadonlySet<string>) {
  const isTheirs = ({ participantId, mergedId }: PersonMerge): boolean =>
    ids.has(participantId) || ids.has(mergedId);
  return merges.filter(({ value }) => isTheirs(value));
}
