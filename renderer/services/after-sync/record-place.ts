import { germanDate } from '#shared/domain/calendar/dates.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import type { OverwrittenRecord } from '#shared/ports/sync.ts';

type Services = Pick<AppServices, 'records' | 'directory'>;

/** Where a record is shown, and by what name; without an address: on no screen of its own. */
export interface RecordPlace {
  readonly name: string;
  readonly to?: string;
}

/** `undefined`: it may not be read, or is not there. */
export async function recordPlace(
  services: Services,
  { kind, id }: OverwrittenRecord,
): Promise<RecordPlace | undefined> {
  const value = await services.records.get(kind, id);
  if (!value) return undefined;
  const { directory } = services;
  const ofGroup = (groupId: string): RecordPlace => ({
    name: directory.get('courseGroup', groupId)?.name ?? '',
    to: `/courses/groups/${groupId}`,
  });
  const ofPerson = (personId: string): RecordPlace => {
    const person = directory.get('participant', personId);
    return { name: person ? fullName(person) : '', to: `/people/${personId}` };
  };
  const named = (to: string): RecordPlace => ({ name: nameOf(value), to });
  if (kind === 'participant') return ofPerson(id);
  if (kind === 'courseGroup') return ofGroup(id);
  if (kind === 'session' || kind === 'attendanceSheet') {
    const { groupId, date } = value as { readonly groupId: string; readonly date: string };
    return { name: `${ofGroup(groupId).name}, ${germanDate(date)}`, to: `/sessions/${id}` };
  }
  if (kind === 'offer') return named(`/courses/offers/${id}`);
  if (kind === 'partner') return named(`/courses/partners/${id}`);
  if (kind === 'subProject') return named(`/courses/sub-projects/${id}`);
  if (kind === 'certificate') return named(`/certificates/${id}`);
  if (kind === 'certificateTemplate') return named(`/certificates/templates/${id}`);
  if ('groupId' in value && typeof value.groupId === 'string') return ofGroup(value.groupId);
  if ('participantId' in value && typeof value.participantId === 'string')
    return ofPerson(value.participantId);
  return { name: nameOf(value) };
}

function nameOf(value: object): string {
  const named = value as { readonly name?: unknown; readonly title?: unknown };
  return String(named.name ?? named.title ?? '');
}
