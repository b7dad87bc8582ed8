import { addDays, weekdayOf } from '#shared/domain/calendar/dates.ts';
import type { Offer } from '#shared/domain/records/offer.ts';
import type { Slot } from '#shared/domain/records/timetable.ts';
import type { AppServices } from '#shared/ports/app-services.ts';
import { madeGroup, madeMark, madeOffer, madePartner, madeSlot } from '#tests/memory/made.ts';
import { enteredTwice, fillDesk } from './desk-life.ts';
import { type Random, seededRandom } from './random.ts';
import { madeUpRoster } from './roster.ts';
import { runner } from './run-commands.ts';

export interface FacilityPlan {
  readonly seed: number;
  readonly residents: number;
  /** Weeks of attendance before today. */
  readonly weeks: number;
}

/** A living facility for demonstration: 300 residents, 12 groups, six weeks of attendance. */
export const demoPlan: FacilityPlan = { seed: 20241031, residents: 300, weeks: 6 };

/** People who were entered twice. */
const twice = 3;

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
  /** `null`: without a limit. */
  readonly places: number | null;
}

const partners = [
  'Polizei Münster',
  'IHK Nord Westfalen',
  'Handwerkskammer Münster',
  'Agentur für Arbeit Ahlen-Münster',
  'SC Preußen Münster',
  'Cactus Junges Theater Münster',
];

/** Teilprojekte, who runs them with the facility, and what they offer. */
interface PlannedOffer extends Partial<Offer> {
  readonly title: string;
  readonly area: Offer['area'];
  readonly subProject: string;
  readonly partners: readonly number[];
}

const orientation = [
  'Alltag in Deutschland',
  'Einkaufen und Geld',
  'Gesundheit',
  'Wohnen',
  'Arbeit',
  'Verkehr',
];

const offers: readonly PlannedOffer[] = [
  {
    ...{ title: 'Erstorientierungskurs', area: 'language', subProject: 'Ankommen', partners: [0] },
    ...{ level: null, uePlanned: 300, contents: [], capacity: 20 },
    modules: orientation.map((title, at) => ({ id: `orientation-${at + 1}`, title, ue: 50, contents: [] })),
  },
  {
    ...{ title: 'Deutsch für den Alltag', area: 'language', subProject: 'Sprachförderung', partners: [1] },
    ...{ level: 'A1', uePlanned: 120, capacity: 18 },
    contents: ['Sich vorstellen', 'Uhrzeit und Termine', 'Im Amt und beim Arzt'],
  },
  {
    ...{ title: 'Fußball und Fairness', area: 'day-structure', subProject: 'Sport verbindet', partners: [4] },
    ...{ level: null, uePlanned: 48, minimumAttendance: 60, walkIns: true },
    contents: ['Training', 'Regeln und Fairness'],
  },
  {
    ...{ title: 'Theaterwerkstatt', area: 'day-structure', subProject: 'Bühne frei', partners: [5] },
    ...{ level: null, uePlanned: 40, minimumAttendance: 60, walkIns: true },
    contents: ['Stimme und Körper', 'Szenen entwickeln'],
  },
  {
    ...{ title: 'Berufe kennenlernen', area: 'vocational', subProject: 'Wege in Arbeit', partners: [1, 3] },
    ...{ level: null, uePlanned: 60, capacity: 16 },
    contents: ['Berufsfelder', 'Bewerbung', 'Auftreten im Betrieb'],
  },
  {
    ...{ title: 'Metall und Holz: Grundlagen', area: 'vocational', subProject: 'Werkstatt', partners: [2] },
    ...{ level: null, uePlanned: 80, capacity: 10 },
    contents: ['Arbeitssicherheit', 'Messen und Anreißen', 'Ein Werkstück bauen'],
  },
];

const groups: readonly PlannedGroup[] = [
  {
    offer: 'Erstorientierungskurs',
    name: 'EOK Herbst A',
    lead: 'M. Brinkmann',
    room: 'A 014',
    days: [1, 2, 3, 4, 5],
    startsAt: 540,
    units: 4,
    people: 24,
    places: 20,
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
    places: 20,
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
    places: 18,
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
    places: 18,
  },
  {
    offer: 'Deutsch für den Alltag',
    name: 'Deutsch A1 Frauen',
    lead: 'K. Overbeck',
    room: 'B 102',
    days: [2, 4],
    startsAt: 570,
    units: 3,
    people: 14,
    places: 12,
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
    places: null,
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
    places: null,
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
    places: null,
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
    places: 16,
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
    places: 16,
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
    places: 10,
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
    places: 10,
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
    partnerIds.push((await run('partner.save', { id: null, partner: madePartner(name) })).id);
  const offerIds = new Map<string, string>();
  for (const { subProject: name, partners: own, ...planned } of offers) {
    const by = own.flatMap((partner) => partnerIds[partner] ?? []);
    const subProject = { name, area: planned.area, partnerIds: by };
    const { id: subProjectId } = await run('subProject.save', { id: null, subProject });
    const offer = madeOffer({ ...planned, subProjectId, partnerIds: by });
    offerIds.set(offer.title, (await run('offer.save', { id: null, offer })).id);
  }
  const firstTime = madeUpRoster(plan.seed, plan.residents - twice, today);
  const roster = [...firstTime, ...enteredTwice(firstTime, twice)];
  const people: string[] = [];
  for (let at = 0; at < roster.length; at += 250)
    people.push(...(await run('participant.import', { rows: roster.slice(at, at + 250) })).ids);
  progress(0.1);
  /** Which groups each person is in, so that nobody is expected in two places at once. */
  const joined = new Map<string, PlannedGroup[]>();
  for (const [at, group] of groups.entries()) {
    await fillGroup(services, group, {
      joined,
      offerId: offerIds.get(group.offer) ?? '',
      people,
      random,
      today,
      weeks: plan.weeks,
    });
    progress(0.1 + (0.85 * (at + 1)) / groups.length);
  }
  await fillDesk(services, people);
  progress(1);
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
  const period = { startsOn: today, endsOn: today };
  const group = madeGroup(offer?.id ?? '', {
    ...period,
    name: 'Appell',
    lead: null,
    room: null,
    capacity: null,
  });
  const { id: groupId } = await run('courseGroup.save', { id: null, group });
  await run('enrolment.add', { groupId, participantIds, enrolledOn: today });
  return (await run('session.plan', { groupId, ...madeSlot(today, { endsAt: 720 }) })).id;
}

interface GroupSetting {
  readonly joined: Map<string, PlannedGroup[]>;
  readonly offerId: string;
  readonly people: readonly string[];
  readonly random: Random;
  readonly today: string;
  readonly weeks: number;
}

/** Two units without a pause, then a quarter of an hour after every second one. */
function slotOf({ startsAt, units }: PlannedGroup, weekday: number): Slot {
  const pauses = Math.floor((units - 1) / 2);
  const breaks = Array.from({ length: pauses }, (_, at) => {
    const from = startsAt + (at + 1) * 90 + at * 15;
    return { from, to: from + 15 };
  });
  return { weekday, startsAt, endsAt: startsAt + units * 45 + pauses * 15, breaks, room: null };
}

/** Whether two groups meet at the same time on any day. */
function overlap(one: PlannedGroup, other: PlannedGroup): boolean {
  const end = (group: PlannedGroup): number => slotOf(group, 1).endsAt;
  return (
    one.days.some((day) => other.days.includes(day)) && one.startsAt < end(other) && other.startsAt < end(one)
  );
}

async function fillGroup(
  services: AppServices,
  group: PlannedGroup,
  { offerId, people, random, today, weeks, joined }: GroupSetting,
): Promise<void> {
  const run = runner(services);
  const monday = addDays(today, 1 - demoWeekday);
  const startsOn = addDays(monday, -7 * weeks);
  const { id: groupId } = await run('courseGroup.save', {
    id: null,
    group: madeGroup(offerId, {
      ...{ name: group.name, lead: group.lead, room: group.room, language: 'de' },
      ...{ startsOn, endsOn: addDays(monday, 27), capacity: group.places },
      timetable: {
        slots: group.days.map((weekday) => slotOf(group, turned(weekday, monday))),
        ...{ everyWeeks: 1, skipHolidays: false, exceptions: [], untilPlannedUnits: false },
      },
    }),
  });
  const members = new Set<string>();
  while (members.size < group.people) {
    const person = random.pick(people);
    const others = joined.get(person) ?? [];
    if (members.has(person) || others.some((other) => overlap(group, other))) continue;
    members.add(person);
    joined.set(person, [...others, group]);
  }
  const participantIds = [...members];
  await run('enrolment.add', { groupId, participantIds, enrolledOn: startsOn });
  const habits = new Map(participantIds.map((id) => [id, random.pick([0.98, 0.95, 0.9, 0.85, 0.6])]));
  const sessions = await services.directory.sessionsBetween(startsOn, addDays(today, -1));
  for (const { session } of sessions) {
    if (session.groupId !== groupId) continue;
    const marks = participantIds
      .slice(0, group.places ?? undefined)
      .filter(() => random.chance(0.99))
      .map((participantId) => mark(random, participantId, habits.get(participantId) ?? 0.9));
    if (marks.length > 0) await run('attendance.record', { sessionId: session.id, marks, reason: null });
  }
}

/** The weekday on which the made-up week's `weekday` falls when that week begins on `monday`, which may be any day. */
const turned = (weekday: number, monday: string): number => ((weekdayOf(monday) + weekday - 2) % 7) + 1;

function mark(random: Random, participantId: string, habit: number): ReturnType<typeof madeMark> {
  if (random.chance(habit)) {
    return random.chance(0.06)
      ? madeMark(participantId, 'late', 5 + random.below(35))
      : madeMark(participantId);
  }
  return madeMark(participantId, random.chance(0.4) ? 'excused' : 'absent');
}
