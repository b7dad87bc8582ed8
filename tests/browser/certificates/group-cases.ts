import { newParticipant } from '#shared/domain/records/participant.ts';
import { newSession } from '#shared/domain/timetable/replan.ts';
import type { Role } from '#shared/ports/account.ts';
import {
  madeGroup,
  madeMark,
  madeOffer,
  madeParticipant,
  madePartner,
  madeSlot,
} from '#tests/memory/made.ts';
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
  put('partner', 'partner-1', madePartner('IHK Nord Westfalen', 'IHK'));
  const offer = {
    title: 'Deutsch für den Alltag',
    partnerIds: ['partner-1'],
    uePlanned: 20,
    contents: ['Sich vorstellen', 'Einkaufen', 'Arztbesuch und Notruf'],
  };
  put('offer', 'offer-1', madeOffer(offer));
  const period = { startsOn: '2026-11-02', endsOn: '2026-11-20', capacity: 16 };
  put('courseGroup', 'group-1', madeGroup('offer-1', { name: 'Deutsch A1, Vormittag', ...period }));
  const days = ['02', '03', '04', '05', '06', '09', '10', '11', '12', '13'].map((day) => `2026-11-${day}`);
  for (const [index, date] of days.entries()) {
    const id = `session-${index}`;
    const { moduleId: _none, ...slot } = madeSlot(date);
    put('session', id, newSession('group-1', slot, false));
    const entries = members.flatMap(({ marks: letters }, person) => {
      const mark = marks[letters[index] as keyof typeof marks];
      const recording = { recordedBy: 'account-1', recordedAt: `${date}T09:00:00.000Z`, corrections: [] };
      return mark
        ? [[`entry-${person}`, { ...madeMark(`person-${person}`, mark), name: null, ...recording }]]
        : [];
    });
    put('attendanceSheet', id, {
      ...{ sessionId: id, groupId: 'group-1', date, headCounts: {}, closed: null },
      entries: Object.fromEntries(entries),
    });
  }
  for (const [index, { given, family }] of members.entries()) {
    const birth = { kind: 'date' as const, date: '1990-03-12' };
    put('participant', `person-${index}`, newParticipant({ ...madeParticipant(given, family), birth }));
    put('enrolment', `enrolment-${index}`, {
      ...{ groupId: 'group-1', participantId: `person-${index}`, enrolledOn: '2026-11-02' },
      ...{ endedOn: null, endReason: null, waitingSince: null, movedUp: null },
    });
  }
  return services;
}
