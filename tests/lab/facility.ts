import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/domain/commands/registry.ts';
import type { AttendanceMark } from '#shared/domain/records/attendance-sheet.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { type Random, seededRandom } from './random.ts';
import { madeUpRoster } from './roster.ts';

export interface FacilityPlan {
  readonly seed: number;
  readonly residents: number;
  /** Weeks of attendance before today. */
  readonly weeks: number;
}

/** A living facility for demonstration: 300 residents, 12 groups, six weeks of attendance. */
export const demoPlan: FacilityPlan = { seed: 20241031, residents: 300, weeks: 6 };

/** The made-up week is turned so that today is its Wednesday, whatever day it is: there is always something to see. */
const demoWeekday = 3;

interface PlannedGroup {
  readonly offer: string;
  readonly name: string;
  readonly lead: string;
  readonly room: string;
  /** Days of the week, 1 Monday to 5 Friday. */
  readonly days: readonly number[];
  readonly startsAt: number;
  readonly units: number;
  readonly people: number;
}

const partners = [
  'Polizei Münster',
  'IHK Nord Westfalen',
  'Handwerkskammer Münster',
  'Agentur für Arbeit Ahlen-Münster',
  'SC Preußen Münster',
  'Cactus Junges Theater Münster',
];

const offers: readonly CommandInput<'offer.save'>['offer'][] = [
  {
    title: 'Erstorientierungskurs',
    area: 'language',
    subProject: 'Ankommen',
    partnerIds: [],
    level: null,
    uePlanned: 300,
    contents: [
      'Alltag in Deutschland',
      'Einkaufen und Geld',
      'Gesundheit',
      'Wohnen',
      'Arbeit',
      'Verkehr und Mobilität',
    ],
    minimumAttendance: 75,
  },
  {
    title: 'Deutsch für den Alltag',
    area: 'language',
    subProject: 'Sprachförderung',
    partnerIds: [],
    level: 'A1',
    uePlanned: 120,
    contents: ['Sich vorstellen', 'Uhrzeit und Termine', 'Im Amt und beim Arzt'],
    minimumAttendance: 75,
  },
  {
    title: 'Fußball und Fairness',
    area: 'day-structure',
    subProject: 'Sport verbindet',
    partnerIds: [],
    level: null,
    uePlanned: 48,
    contents: ['Training', 'Regeln und Fairness'],
    minimumAttendance: 60,
  },
  {
    title: 'Theaterwerkstatt',
    area: 'day-structure',
    subProject: 'Bühne frei',
    partnerIds: [],
    level: null,
    uePlanned: 40,
    contents: ['Stimme und Körper', 'Szenen entwickeln'],
    minimumAttendance: 60,
  },
  {
    title: 'Berufe kennenlernen',
    area: 'vocational',
    subProject: 'Wege in Arbeit',
    partnerIds: [],
    level: null,
    uePlanned: 60,
    contents: ['Berufsfelder', 'Bewerbung', 'Auftreten im Betrieb'],
    minimumAttendance: 75,
  },
  {
    title: 'Metall und Holz: Grundlagen',
    area: 'vocational',
    subProject: 'Werkstatt',
    partnerIds: [],
    level: null,
    uePlanned: 80,
    contents: ['Arbeitssicherheit', 'Messen und Anreißen', 'Ein Werkstück bauen'],
    minimumAttendance: 75,
  },
];
const runBy: readonly (readonly number[])[] = [[0], [1], [4], [5], [1, 3], [2]];

const groups: readonly PlannedGroup[] = [
  {
    offer: 'Erstorientierungskurs',
    name: 'EOK Herbst A',
    lead: 'M. Brinkmann',
    room: 'A 014',
    days: [1, 2, 3, 4, 5],
    startsAt: 540,
    units: 4,
    people: 20,
  },
  {
    offer: 'Erstorientierungskurs',
    name: 'EOK Herbst B',
    lead: 'S. Lütke',
    room: 'A 015',
    days: [1, 2, 3, 4, 5],
    startsAt: 810,
    units: 4,
    people: 18,
  },
  {
    offer: 'Deutsch für den Alltag',
    name: 'Deutsch A1 Vormittag',
    lead: 'K. Overbeck',
    room: 'B 101',
    days: [1, 3, 5],
    startsAt: 570,
    units: 4,
    people: 16,
  },
  {
    offer: 'Deutsch für den Alltag',
    name: 'Deutsch A1 Abend',
    lead: 'R. Yılmaz',
    room: 'B 101',
    days: [2, 4],
    startsAt: 1080,
    units: 2,
    people: 14,
  },
  {
    offer: 'Deutsch für den Alltag',
    name: 'Deutsch A1 Frauen',
    lead: 'K. Overbeck',
    room: 'B 102',
    days: [2, 4],
    startsAt: 570,
    units: 3,
    people: 12,
  },
  {
    offer: 'Fußball und Fairness',
    name: 'Fußball 1',
    lead: 'T. Hagemann',
    room: 'Platz',
    days: [2],
    startsAt: 960,
    units: 2,
    people: 22,
  },
  {
    offer: 'Fußball und Fairness',
    name: 'Fußball 2',
    lead: 'T. Hagemann',
    room: 'Platz',
    days: [5],
    startsAt: 960,
    units: 2,
    people: 24,
  },
  {
    offer: 'Theaterwerkstatt',
    name: 'Theater am Nachmittag',
    lead: 'J. Wessels',
    room: 'Saal',
    days: [3],
    startsAt: 900,
    units: 3,
    people: 11,
  },
  {
    offer: 'Berufe kennenlernen',
    name: 'Berufe Gruppe 1',
    lead: 'A. Terhorst',
    room: 'C 003',
    days: [1, 4],
    startsAt: 600,
    units: 3,
    people: 15,
  },
  {
    offer: 'Berufe kennenlernen',
    name: 'Berufe Gruppe 2',
    lead: 'A. Terhorst',
    room: 'C 003',
    days: [2, 5],
    startsAt: 600,
    units: 3,
    people: 13,
  },
  {
    offer: 'Metall und Holz: Grundlagen',
    name: 'Werkstatt Metall',
    lead: 'D. Kötter',
    room: 'Werkstatt',
    days: [1, 3],
    startsAt: 840,
    units: 4,
    people: 8,
  },
  {
    offer: 'Metall und Holz: Grundlagen',
    name: 'Werkstatt Holz',
    lead: 'D. Kötter',
    room: 'Werkstatt',
    days: [2, 4],
    startsAt: 840,
    units: 4,
    people: 9,
  },
];

/** Fills an open vault with a made-up facility, through the commands alone. `progress` is called with a share, 0 to 1. */
export async function fillFacility(
  services: AppServices,
  plan: FacilityPlan,
  progress: (share: number) => void,
): Promise<void> {
  const random = seededRandom(plan.seed);
  const today = services.clock.today();
  const run = runner(services);
  const partnerIds: string[] = [];
  for (const name of partners)
    partnerIds.push(
      (await run('partner.save', { id: null, partner: { name, shortName: null, logo: null } })).id,
    );
  const offerIds = new Map<string, string>();
  for (const [at, offer] of offers.entries()) {
    const own = (runBy[at] ?? []).flatMap((partner) => partnerIds[partner] ?? []);
    offerIds.set(
      offer.title,
      (await run('offer.save', { id: null, offer: { ...offer, partnerIds: own } })).id,
    );
  }
  const roster = madeUpRoster(plan.seed, plan.residents, today);
  const people: string[] = [];
  for (let at = 0; at < roster.length; at += 250)
    people.push(...(await run('participant.import', { rows: roster.slice(at, at + 250) })).ids);
  progress(0.1);
  for (const [at, group] of groups.entries()) {
    await fillGroup(run, group, {
      offerId: offerIds.get(group.offer) ?? '',
      people,
      random,
      today,
      weeks: plan.weeks,
    });
    progress(0.1 + (0.9 * (at + 1)) / groups.length);
  }
}

/** A group of the first people of the directory, with a session today. Answers with the session's id. */
export async function planRollCall(services: AppServices, count: number): Promise<string> {
  const run = runner(services);
  const today = services.clock.today();
  const offer = services.directory.list('offer')[0];
  const participantIds = services.directory
    .list('participant')
    .slice(0, count)
    .map(({ id }) => id);
  const group = {
    offerId: offer?.id ?? '',
    name: 'Appell',
    lead: null,
    room: null,
    startsOn: today,
    endsOn: today,
    capacity: null,
  };
  const { id: groupId } = await run('courseGroup.save', { id: null, group });
  await run('enrolment.add', { groupId, participantIds, enrolledOn: today });
  return (await run('session.plan', { groupId, date: today, startsAt: 540, endsAt: 720, room: null })).id;
}

interface GroupSetting {
  readonly offerId: string;
  readonly people: readonly string[];
  readonly random: Random;
  readonly today: string;
  readonly weeks: number;
}

/** Runs commands and takes a refusal for a mistake in the plan. */
function runner(services: AppServices): Run {
  return async (name, input) => {
    const result = await services.commands.execute(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
    return result.value;
  };
}

type Run = <N extends CommandName>(name: N, input: CommandInput<N>) => Promise<CommandOutput<N>>;

async function fillGroup(
  run: Run,
  group: PlannedGroup,
  { offerId, people, random, today, weeks }: GroupSetting,
): Promise<void> {
  const monday = addDays(today, 1 - demoWeekday);
  const startsOn = addDays(monday, -7 * weeks);
  const { id: groupId } = await run('courseGroup.save', {
    id: null,
    group: {
      offerId,
      name: group.name,
      lead: group.lead,
      room: group.room,
      startsOn,
      endsOn: addDays(monday, 27),
      capacity: group.people + 2,
    },
  });
  const members = new Set<string>();
  while (members.size < group.people) members.add(random.pick(people));
  await run('enrolment.add', { groupId, participantIds: [...members], enrolledOn: startsOn });
  const habits = new Map([...members].map((id) => [id, random.pick([0.98, 0.95, 0.9, 0.85, 0.6])]));
  for (let week = 0; week <= weeks; week += 1) {
    for (const weekday of group.days) {
      const day = addDays(startsOn, week * 7 + weekday - 1);
      const { id: sessionId } = await run('session.plan', {
        groupId,
        date: day,
        startsAt: group.startsAt,
        endsAt: group.startsAt + group.units * 45,
        room: group.room,
      });
      if (day >= today) continue;
      const marks = [...members]
        .filter(() => random.chance(0.99))
        .map((participantId) => mark(random, participantId, habits.get(participantId) ?? 0.9));
      if (marks.length > 0) await run('attendance.record', { sessionId, marks });
    }
  }
}

function mark(
  random: Random,
  participantId: string,
  habit: number,
): { participantId: string; mark: AttendanceMark; minutes: number | null } {
  if (random.chance(habit)) {
    return random.chance(0.06)
      ? { participantId, mark: 'late', minutes: 5 + random.below(35) }
      : { participantId, mark: 'present', minutes: null };
  }
  return { participantId, mark: random.chance(0.4) ? 'excused' : 'absent', minutes: null };
}
