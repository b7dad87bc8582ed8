/** Enrolling any number of people, and what came of it; the writes themselves are the commands'. */
import type { CommandPort, DirectoryPort } from '#shared/ports/app-services.ts';
import type { Refusal } from './commands/define.ts';
import { mostEnrolments } from './commands/enrolments.ts';
import type { CourseGroupEntry, EnrolmentEntry, OfferEntry } from './directory.ts';
import { type Occupancy, occupancyOf, waitingPlaces } from './waiting-list.ts';

interface Enrolling {
  readonly groupId: string;
  readonly participantIds: readonly string[];
  /** First day in the course. */
  readonly enrolledOn: string;
}

/** What became of the people who were to be enrolled. */
export interface Enrolled {
  /** The new enrolments, those who wait last. */
  readonly ids: readonly string[];
  /** People who got a place. */
  readonly placed: readonly string[];
  /** People who wait, with their place in the line, counted from 1. */
  readonly waiting: readonly { readonly participantId: string; readonly position: number }[];
  /** Why the rest was refused; those named above are enrolled nevertheless. */
  readonly refusal: Refusal | undefined;
}

function inBatches<T>(all: readonly T[]): T[][] {
  const batches: T[][] = [];
  for (let at = 0; at < all.length; at += mostEnrolments) batches.push(all.slice(at, at + mostEnrolments));
  return batches;
}

/** Enrols people in the order given, a write for each thousand of them. */
export async function enrol(
  { commands, directory }: { readonly commands: CommandPort; readonly directory: DirectoryPort },
  { groupId, participantIds, enrolledOn }: Enrolling,
): Promise<Enrolled> {
  const added: string[] = [];
  const waiting: string[] = [];
  let refusal: Refusal | undefined;
  for (const batch of inBatches(participantIds)) {
    const answer = await commands.execute('enrolment.add', { groupId, participantIds: batch, enrolledOn });
    if (!answer.ok) {
      refusal = answer.error;
      break;
    }
    added.push(...answer.value.added);
    waiting.push(...answer.value.waiting);
  }
  const line = waitingPlaces(directory.enrolmentsOf('groupId', groupId)).map(({ id }) => id);
  const personOf = (id: string): string => directory.get('enrolment', id)?.participantId ?? '';
  return {
    ids: [...added, ...waiting],
    placed: added.map(personOf),
    waiting: waiting.map((id) => ({ participantId: personOf(id), position: line.indexOf(id) + 1 })),
    refusal,
  };
}

/** Takes new enrolments back; those who wait go first, so that nobody of them moves up on the way. */
export async function undoEnrolling(
  commands: CommandPort,
  { ids }: Pick<Enrolled, 'ids'>,
  today: string,
): Promise<Refusal | undefined> {
  for (const batch of inBatches(ids.toReversed())) {
    const answer = await commands.execute('enrolment.end', {
      ...{ ids: batch, endedOn: today, reason: 'mistake' },
    });
    if (!answer.ok) return answer.error;
  }
  return undefined;
}

/** A group that people can be enrolled into. */
export interface OpenGroup {
  readonly group: CourseGroupEntry;
  readonly offer: OfferEntry | undefined;
  readonly occupancy: Occupancy;
}

/** The groups that haven't ended, the running ones before the coming ones, each part in the order of its start. */
export function openGroups(directory: DirectoryPort, today: string): OpenGroup[] {
  return directory
    .list('courseGroup')
    .filter(({ endsOn }) => endsOn >= today)
    .sort(
      (a, b) =>
        Number(a.startsOn > today) - Number(b.startsOn > today) ||
        a.startsOn.localeCompare(b.startsOn) ||
        a.name.localeCompare(b.name, 'de'),
    )
    .map((group) => ({
      group,
      offer: directory.get('offer', group.offerId),
      occupancy: occupancyOf(directory.enrolmentsOf('groupId', group.id), group.capacity),
    }));
}

/** People who got a place in a group from its waiting list, by the day from which they have it. */
export function risenByDay(
  directory: DirectoryPort,
  groupId: string,
  participantIds: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const places = directory.enrolmentsOf('groupId', groupId);
  const openPlace = (id: string): EnrolmentEntry | undefined =>
    places.find(({ participantId, endedOn }) => participantId === id && endedOn === null);
  return Map.groupBy(participantIds, (id) => openPlace(id)?.enrolledOn ?? '');
}
