/** Reads what goes onto a resident's papers. */

import type { ExplanationSheet, OwnWeekPlan } from '#renderer/documents/papers/printed-papers.ts';
import { holdsPlaceOn } from '#shared/domain/attendance/ledger.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { weekOf } from '#shared/domain/calendar/weeks.ts';
import { fullName } from '#shared/domain/names/full-name.ts';
import type { PaperLanguage } from '#shared/domain/paper-language.ts';
import { facilityId } from '#shared/domain/records/facility.ts';
import type { Participant } from '#shared/domain/records/participant.ts';
import { type PlannedSession, plannedBetween, shownDays } from '#shared/domain/timetable/planned.ts';
import type { AppServices } from '#shared/ports/app-services.ts';

type Reads = Pick<AppServices, 'records' | 'directory' | 'clock'>;

export async function explanationSheet(
  { records, clock }: Reads,
  language: PaperLanguage,
): Promise<ExplanationSheet> {
  const facility = await records.get('facility', facilityId);
  return {
    kind: 'explanation-sheet',
    language,
    ...{ facility: facility?.name ?? '', place: facility?.place ?? '', printedOn: clock.today() },
  };
}

/** The sessions from `from` to `to` on whose day the person holds a place in the group. */
async function ownSessions(
  { directory }: Reads,
  id: string,
  from: string,
  to: string,
): Promise<PlannedSession[]> {
  const places = directory.enrolmentsOf('participantId', id);
  const planned = await plannedBetween(directory, from, to);
  return planned.filter(({ groupId, date }) =>
    places.some((place) => place.groupId === groupId && holdsPlaceOn(place, date)),
  );
}

interface WeekOfPerson {
  readonly id: string;
  readonly person: Participant;
  readonly monday: string;
  readonly language: PaperLanguage;
}

/** The week that begins on `monday`, as one person has it. */
export async function ownWeekPlan(
  services: Reads,
  { id, person, monday, language }: WeekOfPerson,
): Promise<OwnWeekPlan> {
  const { records, directory, clock } = services;
  const sunday = addDays(monday, 6);
  const facility = await records.get('facility', facilityId);
  const sessions = await ownSessions(services, id, monday, sunday);
  return {
    kind: 'own-week-plan',
    language,
    ...{ facility: facility?.name ?? '', printedOn: clock.today(), name: fullName(person) },
    ...{ week: weekOf(monday).week, from: monday, to: sunday },
    days: shownDays(monday, sessions).map(({ date, holiday }) => ({
      date,
      holiday: holiday !== null,
      sessions: sessions
        .filter((session) => session.date === date)
        .map(({ startsAt, endsAt, offerId, offerTitle, groupName, room, cancelled }) => ({
          ...{ startsAt, endsAt, offer: offerTitle, group: groupName, room, cancelled },
          area: (offerId === null ? undefined : directory.get('offer', offerId))?.area ?? null,
        })),
    })),
  };
}
