/**
 * Two records of one person become one, and apart again. Guarantees that everything that carried the merged person's id
 * carries the other one's afterwards, in one write, and that the record of the merge names all of it, so that it can go
 * back; the merged record itself is never changed but for where it went.
 */
import { z } from 'zod';
import { isHeld } from '#shared/domain/attendance/ledger.ts';
import { latestLine, wasThere } from '#shared/domain/attendance/marks.ts';
import { mergedPerson, unmergedPerson } from '#shared/domain/people/merged-person.ts';
import { err, ok, type Result } from '#shared/domain/result.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import type { AttendanceEntry, AttendanceSheet } from '../records/attendance-sheet.ts';
import type { PersonMerge } from '../records/person-merge.ts';
import type { Stored } from '../records/registry.ts';
import { apartPut } from './apart.ts';
import { type CommandContext, command, type RecordPut, type Refusal } from './define.ts';
import { endPlaces, reopenPlaces } from './enrolments.ts';

type Place = Stored<'enrolment'>;
type Moved = PersonMerge['moved'];
type Raised = PersonMerge['raised'][number];

const isOpen = ({ value }: Place): boolean => value.endedOn === null;

/** `puts` by kind and id: of two puts of one record the later one counts. */
function lastOfEach(puts: readonly RecordPut[]): RecordPut[] {
  return [...new Map(puts.map((put) => [`${put.kind} ${put.id}`, put])).values()];
}

/** Sheets with the entries of one person, as the directory finds them. */
async function entriesOf(reader: RecordReader, context: CommandContext, personId: string) {
  const sheets = await reader.getMany('attendanceSheet', await context.sheetsOf(personId));
  return sheets.map(({ id, value }) => ({
    sheet: value,
    sessionId: id,
    entryIds: Object.keys(value.entries).filter((entry) => value.entries[entry]?.participantId === personId),
  }));
}

/** Presence says more than absence, and any mark more than none. */
const weight = ({ mark }: Pick<AttendanceEntry, 'mark'>): number =>
  wasThere({ mark }) ? 2 : mark === 'not-recorded' ? 0 : 1;

/**
 * Where both have an entry the later one counts. One that says less was made without knowing that the other is the same
 * person – a roll call that found nobody of the second name –, so the one that says more is raised above it.
 */
function raisedIn(sheet: AttendanceSheet, keptId: string, mergedId: string): Raised[] {
  const mine = latestLine(sheet.entries, keptId);
  const theirs = latestLine(sheet.entries, mergedId);
  if (!mine || !theirs || weight(mine) === weight(theirs)) return [];
  const [more, less] = weight(mine) > weight(theirs) ? [mine, theirs] : [theirs, mine];
  if (more.recordedAt > less.recordedAt) return [];
  const to = new Date(Date.parse(less.recordedAt) + 1).toISOString();
  return [{ sessionId: sheet.sessionId, entryId: more.id, from: more.recordedAt, to }];
}

/** The sheet with the time of some entries changed; an entry that was recorded anew meanwhile keeps its own. */
function timed(sheet: AttendanceSheet, times: readonly Raised[]): AttendanceSheet {
  const entries = { ...sheet.entries };
  for (const { sessionId, entryId, from, to } of times) {
    const entry = entries[entryId];
    if (sessionId === sheet.sessionId && entry?.recordedAt === from)
      entries[entryId] = { ...entry, recordedAt: to };
  }
  return { ...sheet, entries };
}

/** The sheet with some entries given to a person; entries that went elsewhere meanwhile stay there. */
function entriesGiven(
  sheet: AttendanceSheet,
  entryIds: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): RecordPut {
  const entries = { ...sheet.entries };
  for (const id of entryIds) {
    const entry = entries[id];
    if (entry?.participantId === from) entries[id] = { ...entry, participantId: to };
  }
  return { kind: 'attendanceSheet', id: sheet.sessionId, value: { ...sheet, entries } };
}

interface JoinedPlaces {
  readonly puts: readonly Place[];
  readonly joined: PersonMerge['joined'];
}

/**
 * Gives places to a person. Where both held or waited for one in the same group, the one that is held, or was waited
 * for longer, goes on from the earlier day; the other was one too many, and whoever waits moves up.
 */
async function placesJoined(
  reader: RecordReader,
  own: readonly Place[],
  other: readonly Place[],
  { keptId, today }: { readonly keptId: string; readonly today: string },
): Promise<JoinedPlaces> {
  const given = other.map((place) => ({ ...place, value: { ...place.value, participantId: keptId } }));
  const puts = new Map<string, Place>(given.map((place) => [place.id, place]));
  const joined: PersonMerge['joined'][number][] = [];
  for (const mine of own.filter(isOpen)) {
    const theirs = given.find((place) => isOpen(place) && place.value.groupId === mine.value.groupId);
    if (!theirs) continue;
    const [goesOn, ends] = [mine, theirs].sort(byClaim) as [Place, Place];
    const enrolledOn =
      isHeld({ ...goesOn.value }) &&
      isHeld({ ...ends.value }) &&
      ends.value.enrolledOn < goesOn.value.enrolledOn
        ? ends.value.enrolledOn
        : goesOn.value.enrolledOn;
    joined.push({ goesOn: goesOn.id, enrolledOn: goesOn.value.enrolledOn, ended: ends.id });
    puts.set(goesOn.id, { ...goesOn, value: { ...goesOn.value, enrolledOn } });
    const { ended, risen } = await endPlaces(reader, [ends], { endedOn: today, reason: 'mistake', today });
    for (const place of [...ended, ...risen]) puts.set(place.id, place);
  }
  return { puts: [...puts.values()], joined };
}

/** Who holds a place before who waits, then who waits longer, then who was enrolled earlier. */
const byClaim = (a: Place, b: Place): number =>
  (a.value.waitingSince ?? '').localeCompare(b.value.waitingSince ?? '') ||
  a.value.enrolledOn.localeCompare(b.value.enrolledOn) ||
  (a.id < b.id ? -1 : 1);

/** Printed lists on which the person stands, of the groups that they have to do with. */
async function listsWith(reader: RecordReader, groupIds: readonly string[], personId: string) {
  const found: { readonly list: Stored<'signatureList'>; readonly lines: number[] }[] = [];
  for (const groupId of new Set(groupIds))
    for (const list of await reader.where('signatureList', 'groupId', groupId)) {
      const lines = list.value.participantIds.flatMap((id, line) => (id === personId ? [line] : []));
      if (lines.length > 0) found.push({ list, lines });
    }
  return found;
}

function listGiven(list: Stored<'signatureList'>, lines: readonly number[], to: string): RecordPut {
  const participantIds = list.value.participantIds.map((id, line) => (lines.includes(line) ? to : id));
  return { kind: 'signatureList', id: list.id, value: { ...list.value, participantIds } };
}

const mergeInput = z.strictObject({
  /** Whose record goes on, with its name as the name. */
  keptId: z.string(),
  mergedId: z.string(),
});

async function merge(
  reader: RecordReader,
  { keptId, mergedId }: z.infer<typeof mergeInput>,
  context: CommandContext,
): Promise<Result<{ puts: RecordPut[]; subjects: Subject[]; output: { mergeId: string } }, Refusal>> {
  const kept = await reader.get('participant', keptId);
  const other = await reader.get('participant', mergedId);
  if (!kept || !other || keptId === mergedId) return err({ code: 'participant.missing' });
  if (kept.mergedInto !== null || other.mergedInto !== null) return err({ code: 'personMerge.already' });
  const sheets = await entriesOf(reader, context, mergedId);
  const own = await reader.where('enrolment', 'participantId', keptId);
  const theirs = await reader.where('enrolment', 'participantId', mergedId);
  const places = await placesJoined(reader, own, theirs, { keptId, today: context.today });
  const certificates = await reader.where('certificate', 'participantId', mergedId);
  const badges = await reader.where('badge', 'participantId', mergedId);
  const decisions = await reader.where('certificateDecision', 'participantId', mergedId);
  const groups = [...theirs.map(({ value }) => value.groupId), ...sheets.map(({ sheet }) => sheet.groupId)];
  const lists = await listsWith(reader, groups, mergedId);
  const moved: Moved = {
    entries: sheets.map(({ sessionId, entryIds }) => ({ sessionId, entryIds })),
    enrolments: theirs.map(({ id }) => id),
    certificates: certificates.map(({ id }) => id),
    badges: badges.map(({ id }) => id),
    decisions: decisions.map(({ id }) => id),
    lists: lists.map(({ list, lines }) => ({ id: list.id, lines })),
  };
  const raised = sheets.flatMap(({ sheet }) => raisedIn(sheet, keptId, mergedId));
  const mergeId = context.newId();
  const given = { from: mergedId, to: keptId };
  return ok({
    puts: [
      { kind: 'participant', id: keptId, value: mergedPerson(kept, other) },
      { kind: 'participant', id: mergedId, value: { ...other, mergedInto: keptId } },
      ...sheets.map(({ sheet, entryIds }) => entriesGiven(timed(sheet, raised), entryIds, given)),
      ...places.puts,
      ...[...certificates, ...badges, ...decisions].map((owned) => ownedBy(owned, keptId)),
      ...lists.map(({ list, lines }) => listGiven(list, lines, keptId)),
      {
        kind: 'personMerge',
        id: mergeId,
        value: {
          ...{ participantId: keptId, mergedId, at: context.now.toISOString(), by: context.by.accountId },
          ...{ undone: null, before: kept, moved, raised, joined: [...places.joined] },
        },
      },
    ],
    subjects: [keptId, mergedId].map(subject),
    output: { mergeId },
  });
}

const subject = (id: string) => ({ kind: 'participant' as const, id });
type Subject = ReturnType<typeof subject>;

type Owned = Stored<'certificate'> | Stored<'badge'> | Stored<'certificateDecision'>;

function ownedBy(owned: Owned, participantId: string): RecordPut {
  return { ...owned, value: { ...owned.value, participantId } } as Owned;
}

/** A reader for which some places are already as they are about to be. */
function withPlaces(reader: RecordReader, changed: ReadonlyMap<string, Place>): RecordReader {
  return {
    get: (kind, id) => reader.get(kind, id),
    getMany: (kind, ids) => reader.getMany(kind, ids),
    all: (kind) => reader.all(kind),
    overwritten: (kind, id) => reader.overwritten(kind, id),
    where: async (kind, index, value) =>
      (await reader.where(kind, index, value)).map((row) =>
        row.kind === 'enrolment' ? ((changed.get(row.id) ?? row) as typeof row) : row,
      ),
  };
}

/** The places as they were; one that has been filled since stays ended (`lost`). */
async function placesParted(
  reader: RecordReader,
  { moved, joined, participantId: keptId, mergedId }: PersonMerge,
  today: string,
): Promise<{ readonly puts: Place[]; readonly lost: number }> {
  const theirs = await reader.getMany('enrolment', moved.enrolments);
  const both = await reader.getMany(
    'enrolment',
    joined.flatMap(({ goesOn, ended }) => [goesOn, ended]),
  );
  const puts = new Map<string, Place>(both.map((place) => [place.id, place]));
  for (const place of theirs)
    if (place.value.participantId === keptId)
      puts.set(place.id, { ...place, value: { ...place.value, participantId: mergedId } });
  let lost = 0;
  for (const { goesOn, enrolledOn, ended } of joined) {
    const first = puts.get(goesOn);
    if (first) puts.set(goesOn, { ...first, value: { ...first.value, enrolledOn } });
    const second = puts.get(ended);
    if (!second) continue;
    const back = await reopenPlaces(withPlaces(reader, puts), [second], today);
    if (!back.ok) lost += 1;
    else for (const place of back.value) puts.set(place.id, place);
  }
  return { puts: [...puts.values()], lost };
}

/** What takes a merge back; see `participant.unmerge`. */
export async function undoMerge(
  reader: RecordReader,
  { id }: { readonly id: string },
  context: CommandContext,
) {
  const merge = await reader.get('personMerge', id);
  const kept = merge && (await reader.get('participant', merge.participantId));
  const other = merge && (await reader.get('participant', merge.mergedId));
  if (!merge || !kept || !other || merge.undone) return err({ code: 'personMerge.missing' });
  // What was merged later has to come apart first.
  if (kept.mergedInto !== null || other.mergedInto !== merge.participantId)
    return err({ code: 'personMerge.later' });
  const { participantId: keptId, mergedId, moved } = merge;
  const later = (await reader.where('personMerge', 'participantId', keptId)).some(
    ({ value }) => value.undone === null && value.at > merge.at,
  );
  if (later) return err({ code: 'personMerge.later' });
  const places = await placesParted(reader, merge, context.today);
  const sheets = await reader.getMany(
    'attendanceSheet',
    moved.entries.map(({ sessionId }) => sessionId),
  );
  const entryIds = new Map(moved.entries.map((one) => [one.sessionId, one.entryIds]));
  const lowered = merge.raised.map(({ from, to, ...entry }) => ({ ...entry, from: to, to: from }));
  const lines = new Map(moved.lists.map((one) => [one.id, one.lines]));
  const lists = await reader.getMany('signatureList', [...lines.keys()]);
  const owned = [
    ...(await reader.getMany('certificate', moved.certificates)),
    ...(await reader.getMany('badge', moved.badges)),
    ...(await reader.getMany('certificateDecision', moved.decisions)),
  ];
  const undone = { at: context.now.toISOString(), by: context.by.accountId };
  const puts: RecordPut[] = [
    { kind: 'participant', id: keptId, value: unmergedPerson(kept, merge.before, other) },
    { kind: 'participant', id: mergedId, value: { ...other, mergedInto: null } },
    ...sheets.map(({ id: sheetId, value }) =>
      entriesGiven(timed(value, lowered), entryIds.get(sheetId) ?? [], { from: keptId, to: mergedId }),
    ),
    ...places.puts,
    ...owned.map((one) => ownedBy(one, mergedId)),
    ...lists.map((list) => listGiven(list, lines.get(list.id) ?? [], mergedId)),
    { kind: 'personMerge', id, value: { ...merge, undone } },
  ];
  return ok({
    puts: lastOfEach(puts),
    subjects: [keptId, mergedId].map(subject),
    output: { lostPlaces: places.lost },
  });
}

export const personMergeCommands = {
  /**
   * Two records are one person's: everything of `mergedId` belongs to `keptId` from now on – marks, places,
   * certificates and what was decided about them, badges, lines of printed lists – and its names, numbers and what else it knows go into that record.
   */
  'participant.merge': command({ input: mergeInput, decide: merge }),
  /**
   * Takes a merge back. What was recorded since stays with the record that went on; `lostPlaces` says how many places
   * have been filled since by somebody else.
   */
  'participant.unmerge': command({
    input: z.strictObject({ id: z.string() }),
    decide: undoMerge,
  }),
  /** Pairs are not the same person, and are not shown as such again. */
  'participant.distinguish': command({
    input: z.strictObject({
      pairs: z
        .array(z.tuple([z.string(), z.string()]))
        .min(1)
        .max(500),
    }),
    decide: async (reader, { pairs }, context) => {
      const ids = [...new Set(pairs.flat())];
      if ((await reader.getMany('participant', ids)).length !== ids.length)
        return err({ code: 'participant.missing' });
      const puts = pairs
        .filter(([one, other]) => one !== other)
        .map(([one, other]) => apartPut(one, other, context));
      return ok({ puts, subjects: ids.map(subject), output: { ids: puts.map(({ id }) => id) } });
    },
  }),
  /** Takes that back. */
  'participant.undistinguish': command({
    input: z.strictObject({ ids: z.array(z.string()).min(1).max(500) }),
    decide: async (reader, { ids }) => {
      const pairs = await reader.getMany('distinctPeople', ids);
      if (pairs.length !== new Set(ids).size) return err({ code: 'participant.missing' });
      return ok({
        puts: pairs.map((pair) => ({ ...pair, value: { ...pair.value, withdrawn: true } })),
        subjects: pairs.flatMap(({ value }) => value.people.map(subject)),
        output: { ids },
      });
    },
  }),
} as const;
