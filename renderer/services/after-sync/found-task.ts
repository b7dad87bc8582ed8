import type { MergeTask } from '#shared/domain/after-merge/merge-task.ts';
import { clockTime, germanDate } from '#shared/domain/calendar/dates.ts';
import { printedNumber } from '#shared/domain/certificates/number.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import { occupancyOf } from '#shared/domain/waiting-list.ts';
import type { AppServices } from '#shared/ports/app-services.ts';

type Services = Pick<AppServices, 'records' | 'directory'>;
type Kind = Exclude<MergeTask['kind'], 'erased-again'>;

/** A task with what its sentence says, and the ways to what it is about. */
export interface FoundTask {
  readonly task: MergeTask & { readonly kind: Kind };
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly links: readonly { readonly to: string; readonly name: string }[];
}

type Found = Pick<FoundTask, 'values' | 'links'>;

/** What a task is about; `undefined`: nothing of it may be read, or it is not there any more. */
export async function foundTask(services: Services, task: MergeTask): Promise<FoundTask | undefined> {
  const { kind } = task;
  if (kind === 'erased-again') return undefined;
  const found = await finders[kind](services, task.ids);
  return found && { task: { ...task, kind }, key: [kind, ...task.ids].join(' '), ...found };
}

type Finder = (services: Services, ids: readonly string[]) => Promise<Found | undefined>;

const groupLink = (id: string, name: string) => ({ to: `/courses/groups/${id}`, name });
const personLink = (id: string, name: string) => ({ to: `/people/${id}`, name });

const groupName = ({ directory }: Services, id: string): string =>
  directory.get('courseGroup', id)?.name ?? '';

function personName({ directory }: Services, id: string): string {
  const person = directory.get('participant', id);
  return person ? fullName(person) : '';
}

async function overfull({ directory }: Services, [id = '']: readonly string[]): Promise<Found | undefined> {
  const group = directory.get('courseGroup', id);
  if (!group || group.capacity === null) return undefined;
  const { taken } = occupancyOf(directory.enrolmentsOf('groupId', id), group.capacity);
  return {
    values: { group: group.name, taken, capacity: group.capacity },
    links: [groupLink(id, group.name)],
  };
}

/** A task about somebody in a group, of whichever record says so. */
const inGroup =
  (kind: 'enrolment' | 'certificateDecision', to: (groupId: string) => string): Finder =>
  async (services, ids) => {
    const [first] = await services.records.getMany(kind, ids);
    if (!first) return undefined;
    const { participantId, groupId } = first.value;
    const [name, group] = [personName(services, participantId), groupName(services, groupId)];
    return {
      values: { name, group },
      links: [{ to: to(groupId), name: group }, personLink(participantId, name)],
    };
  };

/** Sessions at one time: the sentence names the groups of those that may be read. */
const atOneTime: Finder = async (services, ids) => {
  const sessions = await services.records.getMany('session', ids);
  const [first] = sessions;
  if (!first) return undefined;
  const { date, startsAt, room, lead, groupId } = first.value;
  const groups = sessions.map(({ value }) => groupName(services, value.groupId));
  return {
    values: {
      groups: groups.join(', '),
      day: germanDate(date),
      time: clockTime(Math.max(...sessions.map(({ value }) => value.startsAt))),
      room: room ?? services.directory.get('courseGroup', groupId)?.room ?? '',
      lead: lead ?? services.directory.get('courseGroup', groupId)?.lead ?? '',
    },
    links: sessions.map(({ id, value }) => ({
      to: `/sessions/${id}`,
      name: `${groupName(services, value.groupId)}, ${clockTime(sessions.length > 1 ? value.startsAt : startsAt)}`,
    })),
  };
};

const people: Finder = async (services, ids) => {
  const names = ids.map((id) => personName(services, id));
  if (names.includes('')) return undefined;
  const [first = '', second = ''] = names;
  return {
    values: { first, second },
    links: [{ to: '/people/duplicates', name: '' }, ...ids.map((id, at) => personLink(id, names[at] ?? ''))],
  };
};

const leftBehind: Finder = async ({ records }, [id = '', ...left]) => {
  const person = await records.get('participant', id);
  if (!person) return undefined;
  const name = fullName(person);
  return { values: { name, count: left.length }, links: [personLink(id, name)] };
};

const numbers: Finder = async ({ records }, ids) => {
  const certificates = await records.getMany('certificate', ids);
  const [first] = certificates;
  if (!first) return undefined;
  return {
    values: { number: printedNumber(first.value.number) },
    links: certificates.map(({ id, value }) => ({ to: `/certificates/${id}`, name: value.name })),
  };
};

const toGroup = (id: string): string => `/courses/groups/${id}`;

const finders: Readonly<Record<Kind, Finder>> = {
  'group-overfull': overfull,
  'place-twice': inGroup('enrolment', toGroup),
  'room-twice': atOneTime,
  'lead-twice': atOneTime,
  'group-meets-twice': atOneTime,
  'attendance-without-session': atOneTime,
  'person-twice': people,
  'left-with-merged': leftBehind,
  'decided-twice': inGroup('certificateDecision', (id) => `/certificates?group=${id}`),
  'certificate-number-twice': numbers,
};
