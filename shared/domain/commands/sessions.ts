import { z } from 'zod';
import { err, ok } from '#shared/domain/result.ts';
import { newSession } from '#shared/domain/timetable/replan.ts';
import { timesProblem } from '#shared/domain/timetable/timetable.ts';
import type { RecordReader } from '#shared/ports/record-reader.ts';
import { reasonSchema, type Session, sessionSchema } from '../records/session.ts';
import { command, type Decision, type Refusal } from './define.ts';

const slotFields = { date: true, startsAt: true, endsAt: true, breaks: true, room: true } as const;
type Slot = Pick<Session, keyof typeof slotFields>;

/** Why a group can't meet then. `id`: the session itself when it is moved. */
async function slotProblem(
  reader: RecordReader,
  { id, groupId, slot }: { readonly id: string | undefined; readonly groupId: string; readonly slot: Slot },
): Promise<Refusal | undefined> {
  const group = await reader.get('courseGroup', groupId);
  if (!group) return { code: 'session.group-missing', field: 'groupId' };
  const problem = timesProblem(slot);
  if (problem) return problem;
  if (slot.date < group.startsOn || slot.date > group.endsOn)
    return { code: 'session.outside-period', field: 'date' };
  const others = await reader.where('session', 'groupId', groupId);
  const overlaps = others.some(
    ({ id: other, value }) =>
      other !== id &&
      !value.cancelled &&
      !value.withdrawn &&
      value.date === slot.date &&
      value.startsAt < slot.endsAt &&
      slot.startsAt < value.endsAt,
  );
  return overlaps ? { code: 'session.overlaps', field: 'startsAt' } : undefined;
}

/** The write of one session in its new state. */
function changed(
  id: string,
  value: Session,
): { readonly ok: true; readonly value: Decision<{ id: string }> } {
  return ok({ puts: [{ kind: 'session', id, value }], subjects: [{ kind: 'session', id }], output: { id } });
}

const moduleProblem = async (
  reader: RecordReader,
  groupId: string,
  moduleId: string | null,
): Promise<Refusal | undefined> => {
  const group = await reader.get('courseGroup', groupId);
  const offer = group && (await reader.get('offer', group.offerId));
  return moduleId === null || offer?.modules.some(({ id }) => id === moduleId)
    ? undefined
    : { code: 'session.module-missing', field: 'moduleId' };
};

export const sessionCommands = {
  'session.plan': command({
    input: sessionSchema.pick({ groupId: true, ...slotFields, moduleId: true }).strict(),
    decide: async (reader, { groupId, moduleId, ...slot }, context) => {
      const problem =
        (await slotProblem(reader, { id: undefined, groupId, slot })) ??
        (await moduleProblem(reader, groupId, moduleId));
      if (problem) return err(problem);
      return changed(context.newId(), { ...newSession(groupId, slot, false), moduleId });
    },
  }),
  /**
   * Moves a session that has no attendance yet to another time or room; it shows when it was planned for and why it
   * was moved. Moved back to where it was planned for, it is as if it had not been moved.
   */
  'session.move': command({
    input: z.strictObject({
      id: z.string(),
      slot: sessionSchema.pick(slotFields).strict(),
      reason: reasonSchema,
    }),
    decide: async (reader, { id, slot, reason }) => {
      const before = await reader.get('session', id);
      if (!before || before.withdrawn) return err({ code: 'session.missing' });
      if (before.cancelled) return err({ code: 'session.cancelled' });
      const changesTime =
        slot.date !== before.date || slot.startsAt !== before.startsAt || slot.endsAt !== before.endsAt;
      if (changesTime && (await reader.get('attendanceSheet', id)))
        return err({ code: 'session.has-attendance' });
      const problem = await slotProblem(reader, { id, groupId: before.groupId, slot });
      if (problem) return err(problem);
      const { date, startsAt, endsAt, room } = before.movedFrom ?? before;
      const isBack =
        slot.date === date && slot.startsAt === startsAt && slot.endsAt === endsAt && slot.room === room;
      const movedFrom = isBack ? null : { date, startsAt, endsAt, room, reason };
      return changed(id, { ...before, ...slot, movedFrom });
    },
  }),
  /** Says who leads a session in place of the group's lead, and which module it belongs to. */
  'session.assign': command({
    input: z.strictObject({ id: z.string(), ...sessionSchema.pick({ lead: true, moduleId: true }).shape }),
    decide: async (reader, { id, lead, moduleId }) => {
      const before = await reader.get('session', id);
      if (!before || before.withdrawn) return err({ code: 'session.missing' });
      const problem = await moduleProblem(reader, before.groupId, moduleId);
      return problem ? err(problem) : changed(id, { ...before, lead, moduleId });
    },
  }),
  'session.cancel': command({
    input: z.strictObject({ id: z.string(), reason: reasonSchema }),
    decide: async (reader, { id, reason }) => {
      const before = await reader.get('session', id);
      if (!before || before.withdrawn) return err({ code: 'session.missing' });
      if (await reader.get('attendanceSheet', id)) return err({ code: 'session.has-attendance' });
      return changed(id, { ...before, cancelled: { reason } });
    },
  }),
  /** Takes a cancellation back, unless something else has been planned at that time since. */
  'session.restore': command({
    input: z.strictObject({ id: z.string() }),
    decide: async (reader, { id }) => {
      const before = await reader.get('session', id);
      if (!before || before.withdrawn) return err({ code: 'session.missing' });
      const problem = await slotProblem(reader, { id, groupId: before.groupId, slot: before });
      return problem ? err(problem) : changed(id, { ...before, cancelled: null });
    },
  }),
  /** Takes sessions away that were planned by mistake; refused as a whole if one of them has attendance. */
  'session.withdraw': command({
    input: z.strictObject({ ids: z.array(z.string()).min(1).max(1000) }),
    decide: async (reader, { ids }) => {
      const sessions = await reader.getMany('session', ids);
      if (sessions.length !== new Set(ids).size) return err({ code: 'session.missing' });
      if ((await reader.getMany('attendanceSheet', ids)).length > 0)
        return err({ code: 'session.has-attendance' });
      return ok({
        puts: sessions.map((session) => ({ ...session, value: { ...session.value, withdrawn: true } })),
        subjects: ids.map((id) => ({ kind: 'session' as const, id })),
        output: { ids },
      });
    },
  }),
} as const;
