import type { Role } from '#shared/ports/account.ts';
import { memoryServices } from '#tests/memory/memory-services.ts';

/** How the ten sessions of two UE went for a person: a letter each, `p` present, `a` absent, `-` not recorded. */
interface Person {
  readonly given: string;
  readonly family: string | null;
  readonly marks: string;
}

const marks = { p: 'present', a: 'absent' } as const;

/** Due, due, not due, undecided, and one with a name in a script that the papers' font lacks. */
export const people: readonly Person[] = [
  { given: 'Ayşe', family: 'Öztürk-Ğ', marks: 'pppppppppp' },
  { given: 'Юлія', family: 'Шевченко', marks: 'ppppppppaa' },
  { given: 'Mohammad', family: 'Rahimi', marks: 'ppppaaaaaa' },
  { given: 'Saba', family: null, marks: 'pppppp----' },
];

/** The app with one group of the given people, on 23 November 2026. */
export function groupOf(members: readonly Person[] = people, role: Role = 'coordination') {
  const services = memoryServices({ role });
  const put = (kind: string, id: string, value: object): void => {
    services.tables[kind]?.set(id, value as Readonly<Record<string, unknown>>);
  };
  put('facility', 'facility', {
    name: 'ZUE Münster',
    place: 'Münster',
    programme: 'Modellprojekt Integration Münster',
  });
  put('partner', 'partner-1', { name: 'IHK Nord Westfalen', shortName: 'IHK', logo: null });
  put('offer', 'offer-1', {
    title: 'Deutsch für den Alltag',
    area: 'language',
    subProject: null,
    partnerIds: ['partner-1'],
    level: 'A1',
    uePlanned: 20,
    contents: ['Sich vorstellen', 'Einkaufen', 'Arztbesuch und Notruf'],
    minimumAttendance: 75,
  });
  put('courseGroup', 'group-1', {
    offerId: 'offer-1',
    name: 'Deutsch A1, Vormittag',
    lead: null,
    room: null,
    startsOn: '2026-11-02',
    endsOn: '2026-11-20',
    capacity: 16,
  });
  const days = ['02', '03', '04', '05', '06', '09', '10', '11', '12', '13'].map((day) => `2026-11-${day}`);
  for (const [index, date] of days.entries()) {
    const id = `session-${index}`;
    put('session', id, { groupId: 'group-1', date, startsAt: 540, endsAt: 630, room: null, cancelled: null });
    const entries = members.flatMap(({ marks: letters }, person) => {
      const mark = marks[letters[index] as keyof typeof marks];
      const entry = {
        participantId: `person-${person}`,
        mark,
        minutes: null,
        recordedBy: 'account-1',
        recordedAt: `${date}T09:00:00.000Z`,
      };
      return mark ? [[`entry-${person}`, entry]] : [];
    });
    put('attendanceSheet', id, {
      sessionId: id,
      groupId: 'group-1',
      date,
      entries: Object.fromEntries(entries),
    });
  }
  for (const [index, { given, family }] of members.entries()) {
    put('participant', `person-${index}`, {
      number: null,
      given,
      family,
      spellings: [],
      original: null,
      birth: { kind: 'date', date: '1990-03-12' },
      languages: [],
      room: null,
      arrivedOn: null,
      departedOn: null,
      note: null,
    });
    put('enrolment', `enrolment-${index}`, {
      groupId: 'group-1',
      participantId: `person-${index}`,
      enrolledOn: '2026-11-02',
      endedOn: null,
      endReason: null,
    });
  }
  return services;
}
