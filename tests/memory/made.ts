/** Inputs of commands as tests need them: whole and valid, with what matters to a test changed. */
import type { CertificateRequest, GroupSubject } from '#shared/domain/commands/certificate-requests.ts';
import type { AttendanceMark } from '#shared/domain/records/attendance-sheet.ts';
import type { CourseGroup } from '#shared/domain/records/course-group.ts';
import type { Offer } from '#shared/domain/records/offer.ts';
import type { NewParticipant } from '#shared/domain/records/participant.ts';
import { noContact, type Partner } from '#shared/domain/records/partner.ts';
import type { Timetable } from '#shared/domain/records/timetable.ts';

export const madeParticipant = (given: string, family: string | null = null): NewParticipant => ({
  ...{ number: null, given, family, spellings: [], original: null, birth: { kind: 'unknown' } },
  ...{ languages: [], room: null, arrivedOn: null, departedOn: null, note: null },
});

export const madePartner = (name: string, shortName: string | null = null): Partner => ({
  ...{ name, shortName, logo: null },
  ...{ contact: noContact, validFrom: null, validTo: null },
});

export const madeOffer = (changes: Partial<Offer> = {}): Offer => ({
  ...{ title: 'Erstorientierung', area: 'language', subProjectId: null, partnerIds: [], level: 'A1' },
  ...{ uePlanned: 300, contents: ['Alltag in Deutschland'], modules: [] },
  ...{ minimumAttendance: 75, toleratedMinutes: 15, capacity: null, walkIns: false },
  ...changes,
});

export const madeGroup = (offerId: string, changes: Partial<CourseGroup> = {}): CourseGroup => ({
  ...{ offerId, name: 'Gruppe A', lead: 'M. Brandt', leadAccountIds: [], room: 'R 12', language: null },
  ...{ startsOn: '2026-11-02', endsOn: '2026-12-18', capacity: 3, timetable: null },
  ...changes,
});

/** Monday to Friday, 9:00 to 13:00 with a quarter of an hour's break: 25 UE a week. */
export const fullWeek: Timetable = {
  slots: [1, 2, 3, 4, 5].map((weekday) => ({
    ...{ weekday, startsAt: 540, endsAt: 780, breaks: [{ from: 660, to: 675 }], room: null },
  })),
  ...{ everyWeeks: 1, skipHolidays: true, exceptions: [], untilPlannedUnits: true },
};

/** 90 minutes from nine o'clock. */
export const madeSlot = (
  date: string,
  changes: { readonly startsAt?: number; readonly endsAt?: number; readonly room?: string | null } = {},
) => ({ date, startsAt: 540, endsAt: 630, breaks: [], room: null, moduleId: null, ...changes });

/** `minutes` late or left early, as the mark has it. */
export const madeMark = (
  participantId: string,
  mark: AttendanceMark = 'present',
  minutes: number | null = null,
) => ({
  ...{ participantId, mark },
  late: mark === 'late' ? minutes : null,
  early: mark === 'left-early' ? minutes : null,
});

/** Requests for certificates of a group's whole course, or what `about` names of it. */
export function madeRequests(
  groupId: string,
  participantIds: readonly string[],
  {
    about,
    ...changes
  }: Partial<Omit<CertificateRequest, 'about'>> & { readonly about?: Partial<GroupSubject> } = {},
): { requests: CertificateRequest[] } {
  const subject = { of: 'group' as const, groupId, moduleId: null, result: null, ...about };
  return {
    requests: participantIds.map((participantId) => ({
      ...{ participantId, about: subject, templateId: 'participation', translation: null, replaces: null },
      ...changes,
    })),
  };
}
