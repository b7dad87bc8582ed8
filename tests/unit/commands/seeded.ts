import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import type { CourseGroup } from '#shared/domain/records/course-group.ts';
import type { Offer } from '#shared/domain/records/offer.ts';
import type { Participant } from '#shared/domain/records/participant.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

/** Monday, 23 November 2026, five past nine: "now" in these tests. */
export const today = '2026-11-23';

export function participant(given: string, family: string | null = null): Participant {
  return {
    number: null,
    given,
    family,
    spellings: [],
    original: null,
    birth: { kind: 'unknown' },
    languages: [],
    room: null,
    arrivedOn: null,
    departedOn: null,
    note: null,
  };
}

export const offer: Offer = {
  title: 'Erstorientierung',
  area: 'language',
  subProject: null,
  partnerIds: [],
  level: 'A1',
  uePlanned: 300,
  contents: ['Alltag in Deutschland'],
  minimumAttendance: 75,
};

export function group(offerId: string, changes: Partial<CourseGroup> = {}): CourseGroup {
  return {
    offerId,
    name: 'Gruppe A',
    lead: 'M. Brandt',
    room: 'R 12',
    startsOn: '2026-11-02',
    endsOn: '2026-12-18',
    capacity: 3,
    ...changes,
  };
}

/**
 * A facility over maps with one offer, one group of three places, four people of whom two are enrolled, and a session
 * of 90 minutes today. An administrator is signed in.
 */
export async function seeded() {
  const services = memoryServices();
  const done = async <N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> => {
    const answer = await services.commands.execute(name, input);
    if (!answer.ok) throw new Error(`${name} refused: ${answer.error.code}`);
    return answer.value;
  };
  await done('facility.save', { name: 'ZUE Münster', place: 'Münster', programme: null });
  const people: string[] = [];
  for (const given of ['Amina', 'Bilal', 'Chidi', 'Daria']) {
    people.push((await done('participant.create', participant(given))).id);
  }
  const [amina = '', bilal = '', chidi = '', daria = ''] = people;
  const partnerId = (
    await done('partner.save', { id: null, partner: { name: 'IHK', shortName: null, logo: null } })
  ).id;
  const offerId = (await done('offer.save', { id: null, offer: { ...offer, partnerIds: [partnerId] } })).id;
  const groupId = (await done('courseGroup.save', { id: null, group: group(offerId) })).id;
  const enrolled = { groupId, participantIds: [amina, bilal], enrolledOn: '2026-11-02' };
  const places = (await done('enrolment.add', enrolled)).added;
  const times = { date: today, startsAt: 540, endsAt: 630, room: null };
  const sessionId = (await done('session.plan', { groupId, ...times })).id;
  return {
    ...services,
    done,
    ...{ amina, bilal, chidi, daria, partnerId, offerId, groupId, sessionId, places },
  };
}

export type Seeded = Awaited<ReturnType<typeof seeded>>;
