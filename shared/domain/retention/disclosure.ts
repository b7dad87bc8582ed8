/**
 * Everything that is held about one person (Art. 15 DSGVO), as plain data for a file. Guarantees that every kind of
 * record that can name a person is in it – of the records merged into theirs too – and nothing of other residents, nor
 * who of the staff wrote it down: those are other people's data.
 */
import type { AppServices } from '#shared/ports/app-services.ts';
import { facilityId } from '../records/facility.ts';
import type { Stored } from '../records/registry.ts';
import { retentionPeriodsId } from '../records/retention-periods.ts';
import { idsOfPerson } from './erasing.ts';

type Reads = Pick<AppServices, 'directory' | 'records'>;

/** Fields that say who of the staff did something. */
const staffFields: ReadonlySet<string> = new Set([
  ...['by', 'recordedBy', 'issuedBy', 'decidedBy', 'printedBy'],
]);
/** Ids mean nothing outside of the app; what a template looks like and logos are not about the person. */
const leftOut: ReadonlySet<string> = new Set([
  ...['participantId', 'groupId', 'sessionId', 'mergedInto', 'template', 'logo', 'cameAs'],
]);

/** The value without what is left out, at every depth. Its type still has it; who reads it asks for what a person has. */
function told<T>(value: T): T {
  return withoutFields(value) as T;
}

function withoutFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFields);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !staffFields.has(name) && !leftOut.has(name))
      .map(([name, item]) => [name, withoutFields(item)]),
  );
}

/** A group as the person knows it. */
interface Course {
  readonly offer: string;
  readonly group: string;
}

/** Gathers it. `undefined`: there is no such person, or their record goes on in another one. */
export async function loadDisclosure(reads: Reads, id: string, madeAt: Date) {
  const { records, directory } = reads;
  const person = await records.get('participant', id);
  if (!person || person.mergedInto !== null) return undefined;
  const merges = await records.all('personMerge');
  const ids = [...idsOfPerson(id, merges)];
  const owned = async <
    K extends 'badge' | 'enrolment' | 'certificate' | 'certificateDecision' | 'personChange',
  >(
    kind: K,
  ): Promise<Stored<K>[]> =>
    (await Promise.all(ids.map((one) => records.where(kind, 'participantId', one)))).flat();
  const course = (groupId: string | null): Course => {
    const group = groupId === null ? undefined : directory.get('courseGroup', groupId);
    const offer = group && directory.get('offer', group.offerId);
    return { offer: offer?.title ?? '', group: group?.name ?? '' };
  };
  const others = (await records.getMany('participant', ids)).filter((one) => one.id !== id);
  const [badges, places, certificates, decisions, changes] = await Promise.all([
    owned('badge'),
    owned('enrolment'),
    owned('certificate'),
    owned('certificateDecision'),
    owned('personChange'),
  ]);
  const attendance = await attendanceOf(reads, ids);
  const groups = new Set([...places, ...attendance].map(({ value }) => value.groupId));
  const lists = (
    await Promise.all([...groups].map((group) => records.where('signatureList', 'groupId', group)))
  )
    .flat()
    .filter(({ value }) => value.participantIds.some((one) => ids.includes(one)));
  const toldApart = (await records.all('distinctPeople')).filter(({ value }) =>
    value.people.some((one) => ids.includes(one)),
  );
  const facility = await records.get('facility', facilityId);
  const periods = await records.get('retentionPeriods', retentionPeriodsId);
  return {
    // Its first bytes tell what it is.
    format: 'wegmarke-disclosure/1' as const,
    madeAt: madeAt.toISOString(),
    facility: { name: facility?.name ?? '', place: facility?.place ?? '' },
    person: told(person),
    /** Records that turned out to be the same person's. */
    mergedRecords: others.map(({ value }) => told(value)),
    changes: changes
      .map(({ value: { at, role, fields } }) => ({ at, role, fields }))
      .sort((a, b) => a.at.localeCompare(b.at)),
    badges: badges.map(({ value: { number, issuedAt, ended } }) => ({
      ...{ number, issuedAt, endedAt: ended?.at ?? null },
    })),
    places: places.map(({ value }) => {
      const { enrolledOn, endedOn, endReason, waitingSince, movedUp } = value;
      return { ...course(value.groupId), enrolledOn, endedOn, endReason, waitingSince, movedUp };
    }),
    attendance: attendance
      .map(({ value: { date, groupId }, lines }) => ({ date, ...course(groupId), lines }))
      .sort((a, b) => a.date.localeCompare(b.date)),
    signatureLists: lists.map(({ id: number, value: { date, groupId, printedAt } }) => ({
      ...{ number, date, ...course(groupId), printedAt },
    })),
    decisions: decisions.map(({ value: { groupId, decision, reason, decidedOn } }) => ({
      ...{ ...course(groupId), decision, reason, decidedOn },
    })),
    certificates: certificates.map(({ value }) => ({
      ...told(value),
      template: value.template.name,
    })),
    /** How often staff said of a similar entry that it is somebody else, and that two were the same person. */
    toldApart: toldApart.length,
    merges: merges
      .filter(({ value }) => ids.includes(value.participantId))
      .map(({ value }) => ({ at: value.at, undoneAt: value.undone?.at ?? null })),
    periods: periods && { months: periods.months, signedOffOn: periods.signedOffOn },
  };
}

export type Disclosure = NonNullable<Awaited<ReturnType<typeof loadDisclosure>>>;

async function attendanceOf({ records, directory }: Reads, ids: readonly string[]) {
  const sheets = new Set((await Promise.all(ids.map((id) => directory.sheetsOf(id)))).flat());
  return (await records.getMany('attendanceSheet', [...sheets])).map(({ value }) => ({
    value,
    lines: Object.values(value.entries)
      .filter(({ participantId }) => participantId !== null && ids.includes(participantId))
      .map(({ name, mark, late, early, recordedAt, via, corrections }) => ({
        ...{ mark, late, early, recordedAt, walkedInAs: name, atKiosk: via === 'kiosk' },
        corrections: corrections.map(({ recordedBy: _staff, ...correction }) => correction),
      })),
  }));
}

/** The file: JSON for people and programs. */
export function disclosureText(disclosure: Disclosure): string {
  // Its beginning names the format, which is what main takes it by.
  const { format, ...rest } = disclosure;
  return `{"format":"${format}",${JSON.stringify(rest, null, 2).slice(1)}\n`;
}
