/** Who and what is due for deletion, for the preview and the run. Needs a reader and a directory that have everything. */
import { addMonths, earlierDay } from '#shared/domain/calendar/dates.ts';
import type { PersonEntry } from '#shared/domain/directory.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { hasDetails } from '../records/participant.ts';
import type { PersonClass, RetentionMonths } from './classes.ts';
import { areWalkInsDue, dueClasses, dueDay, type Held } from './due.ts';
import { countsOf, type DueForDeletion, type DuePerson, type DueWalkIns } from './due-list.ts';
import { idsOfPerson } from './erasing.ts';

type Reads = Pick<AppServices, 'directory' | 'records'>;

/** Months without a trace after which somebody without a departure is pointed out. */
const quietMonths = 12;

/** What sheets of all years say of people. */
interface Traces {
  /** The last day on which somebody stands in a sheet. */
  readonly lastDay: ReadonlyMap<string, string>;
  readonly walkIns: readonly DueWalkIns[];
}

async function tracesIn({ directory }: Reads, months: RetentionMonths, today: string): Promise<Traces> {
  const lastDay = new Map<string, string>();
  const walkIns: DueWalkIns[] = [];
  const first = directory.list('courseGroup').reduce((day, { startsOn }) => earlierDay(day, startsOn), today);
  for (const { session, sheet } of await directory.sessionsBetween(first, today)) {
    if (!sheet) continue;
    for (const id of [...Object.keys(sheet.marks), ...(sheet.cleared ?? [])])
      if ((lastDay.get(id) ?? '') < session.date) lastDay.set(id, session.date);
    if (sheet.walkInNames && areWalkInsDue(session.date, { months, today })) {
      const groupName = directory.get('courseGroup', session.groupId)?.name ?? '';
      const since = dueDay(session.date, months.walkIns);
      walkIns.push({ sessionId: session.id, date: session.date, groupName, since });
    }
  }
  return { lastDay, walkIns };
}

/** Who has details left, in their own record or in one that was merged into it. */
async function withDetails({ records }: Reads, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const merges = await records.all('personMerge');
  const owners = new Map(ids.flatMap((id) => [...idsOfPerson(id, merges)].map((own) => [own, id] as const)));
  const found = await records.getMany('participant', [...owners.keys()]);
  return new Set(found.flatMap(({ id, value }) => (hasDetails(value) ? (owners.get(id) ?? []) : [])));
}

async function withCertificates({ records }: Reads, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await Promise.all(ids.map((id) => records.where('certificate', 'participantId', id)));
  return new Set(ids.filter((_, at) => (found[at]?.length ?? 0) > 0));
}

/** What is due on a day by the periods. */
export async function loadDue(reads: Reads, months: RetentionMonths, today: string): Promise<DueForDeletion> {
  const { directory } = reads;
  const { lastDay, walkIns } = await tracesIn(reads, months, today);
  const departed = directory.list('participant').filter(({ departedOn }) => departedOn !== null);
  const reached = (name: PersonClass): string[] =>
    departed.filter(({ departedOn }) => dueDay(departedOn ?? '', months[name]) <= today).map(({ id }) => id);
  const gone = new Set(reached('person'));
  const partly = (name: PersonClass): string[] => reached(name).filter((id) => !gone.has(id));
  const details = await withDetails(reads, partly('details'));
  const certificates = await withCertificates(reads, partly('certificates'));
  const badges = new Set(directory.list('badge').map(({ participantId }) => participantId));
  const decided = new Set(directory.list('certificateDecision').map(({ participantId }) => participantId));
  const heldBy = (id: string): Held => ({
    details: details.has(id),
    badges: badges.has(id),
    attendance: lastDay.has(id) || decided.has(id) || directory.enrolmentsOf('participantId', id).length > 0,
    certificates: certificates.has(id),
  });
  const people = departed
    .flatMap((person): DuePerson[] => {
      const departedOn = person.departedOn ?? '';
      const classes = dueClasses(departedOn, heldBy(person.id), { months, today });
      const since = classes.map((name) => dueDay(departedOn, months[name])).sort()[0];
      return since === undefined ? [] : [{ person, departedOn, classes, since }];
    })
    .sort((a, b) => a.since.localeCompare(b.since) || a.person.id.localeCompare(b.person.id));
  return {
    ...{ people, walkIns, counts: countsOf({ people, walkIns }) },
    overlooked: await overlookedPeople(reads, lastDay, today),
  };
}

async function overlookedPeople(
  { directory, records }: Reads,
  lastDay: ReadonlyMap<string, string>,
  today: string,
): Promise<readonly PersonEntry[]> {
  const before = addMonths(today, -quietMonths);
  const quiet = directory.list('participant').filter(({ id, departedOn }) => {
    const places = directory.enrolmentsOf('participantId', id);
    const isQuiet = places.every(({ endedOn }) => endedOn !== null && endedOn < before);
    return departedOn === null && isQuiet && (lastDay.get(id) ?? '') < before;
  });
  const arrived = new Map(
    (
      await records.getMany(
        'participant',
        quiet.map(({ id }) => id),
      )
    ).map(({ id, value }) => [id, value.arrivedOn]),
  );
  // Of whom nothing at all is known but that they came lately, or who was entered without a day, nothing can be said.
  return quiet.filter(({ id }) => {
    const arrival = arrived.get(id) ?? null;
    const hasTrace = lastDay.has(id) || directory.enrolmentsOf('participantId', id).length > 0;
    return arrival === null ? hasTrace : arrival < before;
  });
}
