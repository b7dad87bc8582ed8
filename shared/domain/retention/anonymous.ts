/**
 * What is left of records when the person in them goes: what reports count, and nothing that says who it was.
 *
 * Guarantees that counts come out as before – the same marks, places and certificates, under one random id that stands
 * for nobody and is written down nowhere else – and that free text, times of day and whoever recorded it go.
 */
import { latestLine } from '../attendance/marks.ts';
import type { AttendanceEntry, AttendanceSheet } from '../records/attendance-sheet.ts';
import type { Certificate } from '../records/certificate.ts';
import type { Enrolment } from '../records/enrolment.ts';
import type { SignatureList } from '../records/signature-list.ts';

const prefix = 'anonymous-';

/** An id for somebody who is not known any more. `drawn`: a fresh random id. */
export const anonymousId = (drawn: string): string => `${prefix}${drawn}`;

/** Whether an id stands for somebody who was made anonymous. */
export function isAnonymous(participantId: string): boolean {
  return participantId.startsWith(prefix);
}

/** The time under which an anonymous line is kept: nothing but the day. */
const recordedOn = (date: string): string => `${date}T00:00:00.000Z`;

/** The sheet in which the lines of some people are one line of somebody unknown; cleared ones are dropped. */
export function withoutPeople(
  sheet: AttendanceSheet,
  ids: ReadonlySet<string>,
  { anonymous, lineId }: { readonly anonymous: string; readonly lineId: string },
): AttendanceSheet {
  const isTheirs = ({ participantId }: AttendanceEntry): boolean =>
    participantId !== null && ids.has(participantId);
  const theirs = Object.entries(sheet.entries)
    .filter(([, entry]) => isTheirs(entry))
    .map(([id, entry]) => [id, { ...entry, participantId: anonymous }] as const);
  const others = Object.entries(sheet.entries).filter(([, entry]) => !isTheirs(entry));
  const counts = latestLine(Object.fromEntries(theirs), anonymous);
  const line: AttendanceEntry | undefined =
    counts && counts.mark !== 'not-recorded'
      ? {
          ...{
            participantId: anonymous,
            name: null,
            mark: counts.mark,
            late: counts.late,
            early: counts.early,
          },
          ...{ recordedBy: '', recordedAt: recordedOn(sheet.date), corrections: [] },
        }
      : undefined;
  return { ...sheet, entries: Object.fromEntries([...others, ...(line ? [[lineId, line] as const] : [])]) };
}

/** Whether a sheet has walk-ins known by name only. */
export function hasWalkInNames(sheet: AttendanceSheet): boolean {
  return Object.values(sheet.entries).some(
    ({ participantId, name }) => participantId === null && name !== null,
  );
}

/** The sheet in which walk-ins known by name only have no name any more; they are counted as before. */
export function withoutWalkInNames(sheet: AttendanceSheet): AttendanceSheet {
  const entries = Object.entries(sheet.entries).flatMap(([id, entry]) => {
    if (entry.participantId !== null || entry.name === null) return [[id, entry] as const];
    if (entry.mark === 'not-recorded') return [];
    const { mark, late, early } = entry;
    const left: AttendanceEntry = {
      ...{ participantId: null, name: null, mark, late, early },
      ...{ recordedBy: '', recordedAt: recordedOn(sheet.date), corrections: [] },
    };
    return [[id, left] as const];
  });
  return { ...sheet, entries: Object.fromEntries(entries) };
}

/** A place that somebody unknown held. */
export function anonymousPlace(place: Enrolment, anonymous: string): Enrolment {
  const { groupId, enrolledOn, endedOn, endReason } = place;
  return {
    ...{ groupId, participantId: anonymous, enrolledOn, endedOn, endReason },
    ...{ waitingSince: null, movedUp: null },
  };
}

/** A printed list with somebody unknown on their lines. */
export function anonymousLines(
  list: SignatureList,
  ids: ReadonlySet<string>,
  anonymous: string,
): SignatureList {
  return { ...list, participantIds: list.participantIds.map((id) => (ids.has(id) ? anonymous : id)) };
}

/**
 * A certificate of somebody unknown: what was attended in which course, under its number, so that a paper that somebody
 * presents can still be told to be one of this facility's, and whether it was revoked. It can't be printed again.
 */
export function anonymousCertificate(certificate: Certificate, anonymous: string): Certificate {
  const { kind, number, groupId, issuedOn, area, level, periodFrom, periodTo, ...rest } = certificate;
  const { ueAttended, ueOffered, module, facility, template, copies, revoked, replaces } = rest;
  return {
    ...{ kind, number, participantId: anonymous, groupId, issuedOn, issuedBy: '' },
    ...{ name: '', originalName: null, birth: { kind: 'unknown' } },
    // What a badge of honour is for is written for one person.
    offerTitle: groupId === null ? '' : rest.offerTitle,
    groupName: rest.groupName,
    ...{ area, level, periodFrom, periodTo, ueAttended, ueOffered, contents: [], module, result: null },
    ...{ facility, partners: [], template, translation: null, proof: null, checkPage: null },
    firstOutOn: rest.firstOutOn,
    copies: copies.map(({ on }) => ({ on, by: '' })),
    revoked: revoked && { on: revoked.on, by: '', reason: '', replacedBy: revoked.replacedBy },
    replaces,
  };
}
