/**
 * By which deed staff write an overwritten edit into its record. Guarantees that an edit is taken by the rules of the
 * deed that would write it today, with all that follows from it (people who move up, sessions that are planned anew), and
 * never past them. What no deed writes can't be taken, only dismissed.
 */
import type { z } from 'zod';
import type { AttendanceEntry } from '../records/attendance-sheet.ts';
import type { CertificateDecision } from '../records/certificate-decision.ts';
import type { Enrolment } from '../records/enrolment.ts';
import type { RecordKind, RecordOf } from '../records/registry.ts';
import type { Session } from '../records/session.ts';
import { attendanceCommands } from './attendance.ts';
import { certificateTemplateCommands } from './certificate-templates.ts';
import { certificateCommands } from './certificates.ts';
import { enrolmentCommands } from './enrolments.ts';
import { groupCommands } from './groups.ts';
import { offerCommands } from './offers.ts';
import { participantCommands } from './participants.ts';
import { proofCommands } from './proof.ts';
import { sessionCommands } from './sessions.ts';

/** The deeds that take an edit. */
export const takers = {
  ...attendanceCommands,
  ...certificateCommands,
  ...certificateTemplateCommands,
  ...enrolmentCommands,
  ...groupCommands,
  ...offerCommands,
  ...participantCommands,
  ...proofCommands,
  ...sessionCommands,
} as const;

export type TakingDeed = {
  readonly [N in keyof typeof takers]: {
    readonly name: N;
    readonly input: z.input<(typeof takers)[N]['input']>;
  };
}[keyof typeof takers];

/** A unit of a record (shared/sync/units.ts) and what it is to hold; without a value it was removed. */
export interface UnitValue {
  readonly field: string;
  readonly value?: unknown;
}

type Found<K extends RecordKind> = { readonly id: string; readonly value: RecordOf<K> };
type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = ({ value }: UnitValue): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

/** The deed that writes what an overwritten edit says; `undefined`: none does as the record is now. */
export function takingDeed<K extends RecordKind>(
  kind: K,
  record: Found<K>,
  edit: UnitValue,
): TakingDeed | undefined {
  if (edit.value === undefined) return undefined;
  const rule = deeds[kind] as ((record: Found<K>, edit: UnitValue) => TakingDeed | undefined) | undefined;
  return rule?.(record, edit);
}

const deeds: { readonly [K in RecordKind]?: (record: Found<K>, edit: UnitValue) => TakingDeed | undefined } =
  {
    participant: personDeed,
    session: sessionDeed,
    courseGroup: ({ id, value }, edit) =>
      saved('courseGroup.save', { id, group: { ...value, ...fieldsOf(edit) } }),
    offer: ({ id, value }, edit) => saved('offer.save', { id, offer: { ...value, ...fieldsOf(edit) } }),
    partner: ({ id, value }, edit) => saved('partner.save', { id, partner: { ...value, ...fieldsOf(edit) } }),
    subProject: ({ id, value }, edit) =>
      saved('subProject.save', { id, subProject: { ...value, ...fieldsOf(edit) } }),
    facility: ({ value }, edit) => {
      const after = { ...value, ...fieldsOf(edit) };
      return edit.field === 'checkPage'
        ? { name: 'proof.setCheckPage', input: { checkPage: after.checkPage } }
        : { name: 'facility.save', input: after };
    },
    enrolment: enrolmentDeed,
    attendanceSheet: sheetDeed,
    certificateTemplate: ({ id, value }, edit) => {
      const { name, content, retired } = { ...value, ...fieldsOf(edit) };
      return edit.field === 'retired'
        ? { name: 'certificateTemplate.retire', input: { id, retired } }
        : { name: 'certificateTemplate.revise', input: { id, name, content } };
    },
    certificateDecision: ({ value }, edit) => {
      if (edit.field !== 'decision') return undefined;
      const { participantId, groupId, moduleId } = value;
      const { decision, reason } = fieldsOf(edit) as Pick<CertificateDecision, 'decision' | 'reason'>;
      return { name: 'certificate.decide', input: { participantId, groupId, moduleId, decision, reason } };
    },
  };

const saved = (name: TakingDeed['name'], input: unknown): TakingDeed => ({ name, input }) as TakingDeed;

const personFields: readonly string[] = [
  ...['number', 'formerNumbers', 'given', 'spellings', 'original', 'birth', 'languages', 'room', 'note'],
];

function personDeed({ id, value }: Found<'participant'>, edit: UnitValue): TakingDeed | undefined {
  if (value.mergedInto !== null) return undefined;
  if (personFields.includes(edit.field)) return saved('participant.update', { id, changes: fieldsOf(edit) });
  if (edit.field !== 'arrivedOn') return undefined;
  const stay = fieldsOf(edit) as { arrivedOn?: string | null; departedOn?: string | null };
  const { arrivedOn = null, departedOn = null } = stay;
  if (departedOn === value.departedOn)
    return { name: 'participant.update', input: { id, changes: { arrivedOn } } };
  if (arrivedOn !== value.arrivedOn) return undefined;
  return departedOn === null
    ? { name: 'participant.return', input: { id, reopen: [] } }
    : { name: 'participant.depart', input: { id, departedOn } };
}

function sessionDeed({ id, value }: Found<'session'>, edit: UnitValue): TakingDeed | undefined {
  const after = { ...value, ...fieldsOf(edit) } as Session;
  if (edit.field === 'date') {
    const { date, startsAt, endsAt, breaks, room } = after;
    const reason =
      after.movedFrom?.reason ?? (isMovedBack(value, after) ? value.movedFrom?.reason : undefined);
    if (reason === undefined) return undefined;
    return { name: 'session.move', input: { id, slot: { date, startsAt, endsAt, breaks, room }, reason } };
  }
  if (edit.field === 'lead' || edit.field === 'moduleId')
    return { name: 'session.assign', input: { id, lead: after.lead, moduleId: after.moduleId } };
  if (edit.field === 'cancelled')
    return after.cancelled
      ? { name: 'session.cancel', input: { id, reason: after.cancelled.reason } }
      : { name: 'session.restore', input: { id } };
  if (edit.field === 'withdrawn' && after.withdrawn)
    return { name: 'session.withdraw', input: { ids: [id] } };
  return undefined;
}

/** Whether `after` is where the session was planned for before it was moved. */
const isMovedBack = ({ movedFrom }: Session, after: Session): boolean =>
  movedFrom !== null &&
  (['date', 'startsAt', 'endsAt', 'room'] as const).every((field) => movedFrom[field] === after[field]);

function enrolmentDeed({ id, value }: Found<'enrolment'>, edit: UnitValue): TakingDeed | undefined {
  if (edit.field !== 'enrolledOn') return undefined;
  const { endedOn, endReason } = fieldsOf(edit) as Pick<Enrolment, 'endedOn' | 'endReason'>;
  if (value.endedOn === null && endedOn !== null && endReason !== null)
    return { name: 'enrolment.end', input: { ids: [id], endedOn, reason: endReason } };
  return value.endedOn !== null && endedOn === null
    ? { name: 'enrolment.reopen', input: { ids: [id] } }
    : undefined;
}

function sheetDeed({ value: sheet }: Found<'attendanceSheet'>, edit: UnitValue): TakingDeed | undefined {
  const { sessionId } = sheet;
  if (edit.field === 'closed')
    return fieldsOf(edit).closed ? { name: 'attendance.close', input: { sessionId } } : undefined;
  if (!edit.field.startsWith('entries/')) return undefined;
  const entryId = edit.field.slice('entries/'.length);
  const { participantId, name, mark, late, early } = edit.value as AttendanceEntry;
  const minutes = { mark, late, early };
  if (sheet.entries[entryId]?.participantId !== participantId) return undefined;
  if (participantId !== null)
    return {
      name: 'attendance.record',
      input: { sessionId, marks: [{ participantId, ...minutes }], reason: null },
    };
  return {
    name: 'attendance.walkIn',
    input: { sessionId, entryId, name: name ?? '', ...minutes, reason: null },
  };
}
